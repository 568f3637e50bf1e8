package discordtest

import (
	"net/url"
	"slices"
	"strconv"
)

// maxText is how many characters all text of a message with Components V2 may
// have, and maxTextBytes about how many bytes Discord's servers stand.
const (
	maxText      = 4000
	maxTextBytes = 10_000
)

// components checks rows of buttons and selects, and with Components V2 what
// else a message may be made of.
func (c *checker) components(path string, rows []Component, v2 bool) {
	all := flatten(rows)
	if !v2 && len(rows) > 5 {
		c.add(path, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")
	}
	if v2 && len(all) > 40 {
		c.add(path, "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", "The total number of components cannot exceed 40")
	}
	seen := map[string]bool{}
	for _, part := range all {
		if part.CustomID == "" {
			continue
		}
		if seen[part.CustomID] {
			c.add(path, "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")
		}
		seen[part.CustomID] = true
	}
	chars, bytes := 0, 0
	for i, row := range rows {
		if !v2 && row.Type != componentRow {
			c.add(path+"."+strconv.Itoa(i)+".type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1,).")
		}
		c.component(path+"."+strconv.Itoa(i), row)
	}
	for _, part := range all {
		if part.Type == componentText {
			chars += c.length(path, part.Content, 1, maxText)
			bytes += len(part.Content)
		}
	}
	if chars > maxText || bytes > maxTextBytes {
		c.add(path, "COMPONENT_MAX_TOTAL_TEXT_EXCEEDED", "The total text of the components cannot exceed %d", maxText)
	}
}

// component checks one component and those inside it.
func (c *checker) component(p string, part Component) {
	n := len(part.Components)
	switch part.Type {
	case componentRow:
		c.row(p, part)
	case componentButton:
		c.button(p, part)
	case componentSelect:
		c.menu(p, part)
	case componentSection:
		if n < 1 || n > 3 {
			c.add(p+".components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 3 in length.")
		}
		if part.Accessory == nil {
			c.add(p+".accessory", "BASE_TYPE_REQUIRED", "This field is required")
		}
	}
	for i, inner := range part.Components {
		c.component(p+".components."+strconv.Itoa(i), inner)
	}
	if part.Accessory != nil {
		c.component(p+".accessory", *part.Accessory)
	}
}

func (c *checker) row(p string, row Component) {
	if n := len(row.Components); n < 1 || n > 5 {
		c.add(p+".components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")
	}
	for _, inner := range row.Components {
		if inner.Type >= componentSelect && inner.Type != componentTextInput && len(row.Components) > 1 {
			c.add(p+".components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width")
		}
	}
}

func (c *checker) button(p string, b Component) {
	if c.length(p+".label", b.Label, 0, 80) == 0 && b.Emoji == nil {
		c.add(p+".label", "BUTTON_COMPONENT_INVALID", "A button needs a label or an emoji")
	}
	c.length(p+".custom_id", b.CustomID, 0, 100)
	switch {
	case b.Style == 5:
		c.length(p+".url", b.URL, 1, 512)
		if u, err := url.Parse(b.URL); err != nil || u.Host == "" || !slices.Contains([]string{"http", "https", "discord"}, u.Scheme) {
			c.add(p+".url", "URL_TYPE_INVALID_URL", "Not a well formed URL.")
		}
		if b.CustomID != "" {
			c.add(p+".custom_id", "COMPONENT_CUSTOM_ID_AND_URL", "A custom id and url cannot both be specified")
		}
	case b.CustomID == "":
		c.add(p+".custom_id", "BASE_TYPE_REQUIRED", "This field is required")
	case b.URL != "":
		c.add(p+".url", "COMPONENT_CUSTOM_ID_AND_URL", "A custom id and url cannot both be specified")
	}
}

func (c *checker) menu(p string, m Component) {
	c.length(p+".custom_id", m.CustomID, 1, 100)
	c.length(p+".placeholder", m.Placeholder, 0, 150)
	if n := len(m.Options); n < 1 || n > 25 {
		c.add(p+".options", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 25 in length.")
	}
	if m.MaxValues > len(m.Options) {
		c.add(p+".max_values", "NUMBER_TYPE_MAX", "There are fewer options than that.")
	}
	values := map[string]bool{}
	for i, o := range m.Options {
		op := p + ".options." + strconv.Itoa(i)
		c.length(op+".label", o.Label, 1, 100)
		c.length(op+".value", o.Value, 1, 100)
		c.length(op+".description", o.Description, 0, 100)
		if values[o.Value] {
			c.add(op+".value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used")
		}
		values[o.Value] = true
	}
}
