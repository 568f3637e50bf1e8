package ingest

import (
	"slices"
	"strings"
	"time"

	"onrecord/news"
)

// matter is what a file says about its article outright: in front matter, or
// in lines such as "Title: …" at its top. Empty fields are not said.
type matter struct {
	title    string
	url      string
	outlet   string
	authors  []string
	language string
	date     time.Time
}

var headerLine = pattern(`^(title|headline|date|published|published on|publication date|source|url|link|address|author|authors|by-?line|outlet|publication|publisher|site|newspaper|language|lang): ?(\S.*)$`)

// set takes one field; unknown ones and bad values are passed over.
func (m *matter) set(key, value string) {
	value = squeeze(value)
	switch strings.ToLower(key) {
	case "title", "headline":
		m.title = value
	case "url", "link", "address", "canonical", "canonical_url":
		m.url = webAddress(value)
	case "source":
		// Pages use the word for an address and for a publication.
		if u := webAddress(value); u != "" {
			m.url = u
		} else {
			m.outlet = value
		}
	case "outlet", "publication", "publisher", "site", "newspaper":
		m.outlet = value
	case "author", "authors", "byline", "by-line":
		for _, name := range strings.FieldsFunc(value, func(r rune) bool { return r == ',' || r == ';' || r == '&' }) {
			for _, one := range strings.Split(name, " and ") {
				if one = strings.Trim(one, " '\"[]"); one != "" && len(m.authors) < 20 {
					m.authors = append(m.authors, strings.TrimPrefix(strings.TrimPrefix(one, "By "), "by "))
				}
			}
		}
	case "language", "lang":
		if languageTag().MatchString(value) {
			m.language = value
		}
	case "date", "published", "published on", "publication date", "published_at", "pubdate":
		for _, d := range findDates(value) {
			if !d.at.IsZero() {
				m.date = d.at
				return
			}
		}
	}
}

// webAddress is value if it is an address of the web, else "".
func webAddress(value string) string {
	if (strings.HasPrefix(value, "https://") || strings.HasPrefix(value, "http://")) && !strings.ContainsAny(value, " \"<>") && len(value) <= 2000 {
		return news.PlainAddress(value)
	}
	return ""
}

// cutFrontMatter takes the front matter ("---", then "key: value" lines, then
// "---") off a text and reads it. Lists may stand on lines of their own.
func cutFrontMatter(text string) (matter, string) {
	var m matter
	text = strings.TrimLeft(text, "\n")
	first, rest, _ := strings.Cut(text, "\n")
	fence := strings.TrimRight(first, " \t")
	if fence != "---" && fence != "+++" {
		return m, text
	}
	key := ""
	body := rest
	fields := 0
	for n := 0; n < 200 && body != ""; n++ {
		var line string
		line, body, _ = strings.Cut(body, "\n")
		trimmed := strings.TrimSpace(line)
		if trimmed == fence {
			if fields == 0 {
				break
			}
			return m, body
		}
		if item, ok := strings.CutPrefix(trimmed, "- "); ok && key != "" {
			m.set(key, unquote(item))
			continue
		}
		name, value, ok := strings.Cut(trimmed, ":")
		if fence == "+++" {
			name, value, ok = strings.Cut(trimmed, "=")
		}
		if !ok && trimmed != "" && !strings.HasPrefix(trimmed, "#") || strings.ContainsAny(strings.TrimSpace(name), " \t") && ok {
			break // prose between two rules, not front matter
		}
		if ok {
			key = strings.TrimSpace(name)
			m.set(key, unquote(value))
			fields++
		}
	}
	return matter{}, text
}

func unquote(value string) string {
	value = strings.TrimSpace(value)
	if len(value) >= 2 && (value[0] == '"' || value[0] == '\'') && value[len(value)-1] == value[0] {
		return value[1 : len(value)-1]
	}
	return value
}

// takeHeaderLines reads the "Title: …" lines at the top of the page. They stay
// on the page as furniture, the title as its heading.
func takeHeaderLines(blocks []block, m *matter) []block {
	for i := range blocks {
		found := headerLine().FindStringSubmatch(blocks[i].text)
		if found == nil || blocks[i].mark != plain || len(blocks[i].text) > 2000 {
			break
		}
		m.set(found[1], found[2])
		blocks[i].mark = header
		if slices.Contains([]string{"title", "headline"}, strings.ToLower(found[1])) {
			blocks[i].mark, blocks[i].text = title, found[2]
		}
	}
	return blocks
}
