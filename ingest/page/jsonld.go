package page

import (
	"encoding/json"
	"strings"
)

// linked is what one JSON-LD object says of an article (schema.org/Article).
type linked struct {
	headline  string
	authors   []string
	published string
	publisher string
	language  string
	url       string
	paid      bool
}

// readLinked reads one script of JSON-LD. Broken ones, of which there are many,
// say nothing.
func (s *sayings) readLinked(script string) {
	const longest = 1 << 20
	script = strings.TrimSpace(script)
	if len(script) > longest {
		return
	}
	// Raw line breaks within strings are a common mistake.
	script = strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, script)
	script = strings.TrimRight(strings.TrimPrefix(script, "<!--"), "; ")
	script = strings.TrimSuffix(script, "-->")
	var v any
	if json.NewDecoder(strings.NewReader(script)).Decode(&v) == nil {
		s.walkLinked(v, 0)
	}
}

// walkLinked looks for articles in a JSON value.
func (s *sayings) walkLinked(v any, depth int) {
	const deepest = 8
	if depth > deepest || len(s.linked) >= most {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v[:min(len(v), 200)] {
			s.walkLinked(e, depth+1)
		}
	case map[string]any:
		switch kind := typeOf(v); {
		case isArticleType(kind):
			s.linked = append(s.linked, linkedArticle(v))
		case kind == "NewsMediaOrganization", kind == "Organization", kind == "WebSite":
			if s.owner == "" {
				s.owner = name(v)
			}
		}
		// What an article mentions may be another article: only these lead on.
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"} {
			if key != "itemListElement" || typeOf(v) == "" {
				s.walkLinked(v[key], depth+1)
			}
		}
	}
}

func linkedArticle(v map[string]any) linked {
	l := linked{
		headline:  text(v["headline"]),
		published: text(v["datePublished"]),
		publisher: name(v["publisher"]),
		language:  text(v["inLanguage"]),
		url:       text(v["url"]),
		authors:   names(v["author"]),
	}
	if l.headline == "" {
		l.headline = text(v["name"])
	}
	if len(l.authors) == 0 {
		l.authors = names(v["creator"])
	}
	if l.published == "" {
		l.published = text(v["dateCreated"])
	}
	switch free := v["isAccessibleForFree"].(type) {
	case bool:
		l.paid = !free
	case string:
		l.paid = strings.EqualFold(free, "false")
	}
	return l
}

func isArticleType(kind string) bool {
	return strings.HasSuffix(kind, "Article") || kind == "BlogPosting" || kind == "LiveBlogPosting" || kind == "Report" || kind == "SocialMediaPosting"
}

// typeOf is the first type of a JSON-LD object that is an article's, or else
// the first.
func typeOf(v map[string]any) string {
	switch t := v["@type"].(type) {
	case string:
		return t
	case []any:
		first := ""
		for _, e := range t {
			if kind, ok := e.(string); ok {
				if isArticleType(kind) {
					return kind
				}
				if first == "" {
					first = kind
				}
			}
		}
		return first
	}
	return ""
}

// text is a string value as one line, of a list the first.
func text(v any) string {
	switch v := v.(type) {
	case string:
		return line(unescape(v))
	case []any:
		if len(v) > 0 {
			return text(v[0])
		}
	case map[string]any:
		return text(v["@value"])
	}
	return ""
}

// name is the name of a person or organisation, which may be a bare string.
func name(v any) string {
	switch v := v.(type) {
	case map[string]any:
		return text(v["name"])
	case []any:
		if len(v) > 0 {
			return name(v[0])
		}
		return ""
	}
	return text(v)
}

func names(v any) []string {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	var out []string
	for _, e := range list[:min(len(list), most)] {
		if m, ok := e.(map[string]any); ok {
			if inner, ok := m["name"].([]any); ok {
				out = append(out, names(inner)...)
				continue
			}
		}
		if n := name(e); n != "" {
			out = append(out, n)
		}
	}
	return out
}
