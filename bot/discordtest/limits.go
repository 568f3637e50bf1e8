package discordtest

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"
)

// complaint is one thing wrong with a request body; its path is keys and
// indexes joined by dots ("embeds.0.title").
type complaint struct{ path, code, message string }

// checker collects complaints about one body.
type checker struct{ found []complaint }

func (c *checker) add(path, code, format string, args ...any) {
	c.found = append(c.found, complaint{path, code, fmt.Sprintf(format, args...)})
}

// length complains when text has more than limit code points; Discord trims
// both ends before it counts.
func (c *checker) length(path string, text string, atLeast, limit int) int {
	n := utf8.RuneCountInString(strings.TrimSpace(text))
	if n > limit {
		c.add(path, "BASE_TYPE_MAX_LENGTH", "Must be %d or fewer in length.", limit)
	}
	if n < atLeast {
		c.add(path, "BASE_TYPE_REQUIRED", "This field is required")
	}
	return n
}

// body is any request that writes a message, with what the limits look at.
type body struct {
	Content string `json:"content"`
	Flags   int    `json:"flags"`
	Nonce   any    `json:"nonce"`

	EnforceNonce bool `json:"enforce_nonce"`
	Embeds       []struct {
		Title       string `json:"title"`
		Description string `json:"description"`
		URL         string `json:"url"`
		Author      struct {
			Name string `json:"name"`
		} `json:"author"`
		Footer struct {
			Text string `json:"text"`
		} `json:"footer"`
		Image  any `json:"image"`
		Fields []struct {
			Name  string `json:"name"`
			Value string `json:"value"`
		} `json:"fields"`
	} `json:"embeds"`
	Components      []Component      `json:"components"`
	AllowedMentions *allowedMentions `json:"allowed_mentions"`
	Reference       *struct {
		MessageID       string `json:"message_id"`
		FailIfNotExists *bool  `json:"fail_if_not_exists"`
	} `json:"message_reference"`

	keys map[string]json.RawMessage
}

// sets tells whether the request names one of the keys.
func (b body) sets(keys ...string) bool {
	for _, k := range keys {
		if _, has := b.keys[k]; has {
			return true
		}
	}
	return false
}

// checkMessage holds a message against the limits that Discord enforces,
// those included that its OpenAPI description leaves out.
func checkMessage(raw json.RawMessage, at string) (body, []complaint) {
	var b body
	var c checker
	if err := json.Unmarshal(raw, &b); err != nil {
		c.add(strings.Trim(at, "."), "MODEL_TYPE_CONVERT", "%v", err)
		return b, c.found
	}
	_ = json.Unmarshal(raw, &b.keys)
	c.length(at+"content", b.Content, 0, 2000)
	if n, ok := b.Nonce.(string); ok {
		c.length(at+"nonce", n, 0, 25)
	}
	if len(b.Embeds) > 10 {
		c.add(at+"embeds", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.")
	}
	total := 0
	for i, e := range b.Embeds {
		p := at + "embeds." + strconv.Itoa(i) + "."
		total += c.length(p+"title", e.Title, 0, 256)
		total += c.length(p+"description", e.Description, 0, 4096)
		total += c.length(p+"author.name", e.Author.Name, 0, 256)
		total += c.length(p+"footer.text", e.Footer.Text, 0, 2048)
		if len(e.Fields) > 25 {
			c.add(p+"fields", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.")
		}
		for j, f := range e.Fields {
			fp := p + "fields." + strconv.Itoa(j) + "."
			total += c.length(fp+"name", f.Name, 1, 256)
			total += c.length(fp+"value", f.Value, 1, 1024)
		}
		if e.URL != "" {
			if u, err := url.Parse(e.URL); err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
				c.add(p+"url", "URL_TYPE_INVALID_URL", "Not a well formed URL.")
			}
		}
		if e.Title == "" && e.Description == "" && len(e.Fields) == 0 && e.Author.Name == "" && e.Footer.Text == "" && e.Image == nil {
			c.add(p+"description", "BASE_TYPE_REQUIRED", "This field is required")
		}
	}
	if total > 6000 {
		c.add(at+"embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000")
	}
	if m := b.AllowedMentions; m != nil {
		for kind, ids := range map[string][]string{"users": m.Users, "roles": m.Roles} {
			if len(ids) > 100 {
				c.add(at+"allowed_mentions."+kind, "BASE_TYPE_MAX_LENGTH", "Must be 100 or fewer in length.")
			}
			for _, p := range m.Parse {
				if p == kind && len(ids) > 0 {
					c.add(at+"allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", "parse:[%q] and %s: [ids...] are mutually exclusive.", kind, kind)
				}
			}
		}
	}
	if b.Flags&flagComponentsV2 != 0 && (b.Content != "" || len(b.Embeds) > 0) {
		c.add(at+"flags", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", "The 'content' and 'embeds' fields cannot be used when using MessageFlags.IS_COMPONENTS_V2")
	}
	c.components(at+"components", b.Components, b.Flags&flagComponentsV2 != 0)
	return b, c.found
}

// empty tells whether a message would show nothing at all.
func (b body) empty() bool {
	return strings.TrimSpace(b.Content) == "" && len(b.Embeds) == 0 && len(b.Components) == 0
}

// checkChoices holds an autocomplete reply against the limits.
func checkChoices(choices []Choice) []complaint {
	var c checker
	if len(choices) > 25 {
		c.add("data.choices", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.")
	}
	for i, ch := range choices {
		p := "data.choices." + strconv.Itoa(i) + "."
		c.length(p+"name", ch.Name, 1, 100)
		if v, ok := ch.Value.(string); ok {
			c.length(p+"value", v, 1, 100)
		}
	}
	return c.found
}
