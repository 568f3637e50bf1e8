package discordtest

import (
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

var commandName = regexp.MustCompile(`^[-_'\p{L}\p{N}\p{Devanagari}\p{Thai}]{1,32}$`)

// locales are the languages that Discord speaks.
var locales = []string{"ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he", "hi", "hr", "hu", "id",
	"it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi", "zh-CN", "zh-TW"}

// checkCommands holds a whole set of commands against the limits.
func checkCommands(raw json.RawMessage) ([]Command, []complaint) {
	var cmds []Command
	var c checker
	if err := json.Unmarshal(raw, &cmds); err != nil {
		c.add("", "MODEL_TYPE_CONVERT", "%v", err)
		return nil, c.found
	}
	seen, count := map[string]bool{}, map[int]int{}
	for i := range cmds {
		cmd := &cmds[i]
		if cmd.Type == 0 {
			cmd.Type = 1
		}
		p := strconv.Itoa(i) + "."
		key := strconv.Itoa(cmd.Type) + cmd.Name
		if seen[key] {
			c.add(p+"name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique")
		}
		seen[key] = true
		count[cmd.Type]++
		c.places(p, *cmd)
		if cmd.Type != 1 { // a menu command: any name, no description
			c.length(p+"name", cmd.Name, 1, 32)
			for locale, name := range cmd.NameLocalizations {
				c.locale(p+"name_localizations", locale)
				c.length(p+"name_localizations."+locale, name, 1, 32)
			}
			if cmd.Description != "" || len(cmd.DescriptionLocalizations) > 0 {
				c.add(p+"description", "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_CANNOT_BE_SET", "Context menu commands cannot have description")
			}
			continue
		}
		total := c.named(p, cmd.Name, cmd.Description, cmd.NameLocalizations, cmd.DescriptionLocalizations)
		total += c.options(p+"options", cmd.Options, 0)
		if total > 8000 {
			c.add(p+"options", "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)")
		}
	}
	if count[1] > 100 || count[2] > 15 || count[3] > 15 {
		c.add("", "APPLICATION_COMMAND_TOO_MANY", "Maximum number of application commands reached")
	}
	return cmds, c.found
}

// places checks where a command is shown.
func (c *checker) places(p string, cmd Command) {
	for key, list := range map[string][]int{"contexts": cmd.Contexts, "integration_types": cmd.Integrations} {
		for _, n := range list {
			if n < 0 || n > 2 || key == "integration_types" && n > 1 {
				c.add(p+key, "BASE_TYPE_CHOICES", "Unknown value.")
			}
		}
	}
}

func (c *checker) locale(p, locale string) {
	if !slices.Contains(locales, locale) {
		c.add(p, "BASE_TYPE_CHOICES", "%q is not a locale.", locale)
	}
}

// named checks a name and a description in every language, and returns how much
// they count for: the longest of each.
func (c *checker) named(p, name, description string, names, descriptions map[string]string) int {
	longestName, longestText := utf8.RuneCountInString(name), utf8.RuneCountInString(description)
	c.commandName(p+"name", name)
	c.length(p+"description", description, 1, 100)
	for locale, n := range names {
		c.locale(p+"name_localizations", locale)
		c.commandName(p+"name_localizations."+locale, n)
		longestName = max(longestName, utf8.RuneCountInString(n))
	}
	for locale, d := range descriptions {
		c.locale(p+"description_localizations", locale)
		longestText = max(longestText, c.length(p+"description_localizations."+locale, d, 1, 100))
	}
	return longestName + longestText
}

func (c *checker) commandName(p, name string) {
	if !commandName.MatchString(name) || strings.ToLower(name) != name {
		c.add(p, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
	}
}

// options checks the options of a command, or of a subcommand at that depth, and
// returns how much they count for.
func (c *checker) options(path string, options []CommandOption, depth int) int {
	if len(options) > 25 {
		c.add(path, "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.")
	}
	total, optional, subcommands := 0, false, 0
	names := map[string]bool{}
	for i, o := range options {
		p := path + "." + strconv.Itoa(i) + "."
		total += c.named(p, o.Name, o.Description, o.NameLocalizations, o.DescriptionLocalizations)
		if names[o.Name] {
			c.add(p+"name", "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED", "Option names must be unique")
		}
		names[o.Name] = true
		if o.Type <= optionGroup {
			subcommands++
			if depth >= 2 || depth == 1 && o.Type == optionGroup {
				c.add(p+"type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command option types can only be nested so far")
			}
			total += c.options(p+"options", o.Options, depth+1)
			continue
		}
		if o.Required && optional {
			c.add(p+"required", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options")
		}
		optional = optional || !o.Required
		total += c.choices(p, o)
	}
	if subcommands > 0 && subcommands < len(options) {
		c.add(path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and sub-command group option types are mutually exclusive to all other types")
	}
	return total
}

// choices checks what may be chosen or typed into an option, and returns how much
// the choices count for.
func (c *checker) choices(p string, o CommandOption) int {
	if len(o.Choices) > 25 {
		c.add(p+"choices", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.")
	}
	if o.Autocomplete && len(o.Choices) > 0 {
		c.add(p+"autocomplete", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE", "Autocomplete cannot be used with choices")
	}
	if o.Autocomplete && o.Type != optionString && o.Type != optionInteger && o.Type != optionNumber {
		c.add(p+"autocomplete", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE", "Options of this type do not complete")
	}
	total := 0
	for i, choice := range o.Choices {
		total += c.length(p+"choices."+strconv.Itoa(i)+".name", choice.Name, 1, 100)
		if v, ok := choice.Value.(string); ok {
			total += c.length(p+"choices."+strconv.Itoa(i)+".value", v, 1, 100)
		}
	}
	if o.MaxLength > 6000 || o.MinLength > 6000 || o.MaxLength > 0 && o.MinLength > o.MaxLength {
		c.add(p+"max_length", "NUMBER_TYPE_MAX", "int value should be less than or equal to 6000.")
	}
	return total
}
