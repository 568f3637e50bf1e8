package page

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// About is what a page says of its article, for machines first and then for
// people. Every field may be empty; texts are one line each and bounded.
type About struct {
	Title    string
	Outlet   string
	Authors  []string // names
	Bylines  []string // lines such as "By Ada Lark and Tom Reed"
	Dates    []string // of publication, as written, the most trusted first
	Language string   // a BCP 47 tag
	// Canonical is the page's own idea of its address, absolute and without
	// what is added to follow readers. It is never another site's.
	Canonical string
	// Paid tells that the page keeps its article for those who pay.
	Paid bool
}

// sayings is everything found in a page's markup that tells of its article.
type sayings struct {
	meta   map[string][]string // by lower-case name, property or itemprop
	linked []linked            // JSON-LD objects that are articles
	owner  string              // the publisher that JSON-LD names outside of articles
	h1     []string
	title  string // <title>
	lang   string
	links  []string // rel=canonical
	lines  []string // by-lines
	times  []string // <time datetime>
}

// most bounds every list of what a page says.
const most = 20

func about(doc *html.Node, base *url.URL) About {
	s := sayings{meta: map[string][]string{}}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			s.take(n)
		}
	}
	a := About{Outlet: s.outlet(), Language: s.language(), Canonical: s.canonical(base)}
	a.Title = s.headline(a.Outlet, base)
	a.Authors, a.Bylines = s.authors(a.Outlet), s.lines
	a.Dates = s.dates(a.Canonical)
	for _, l := range s.linked {
		a.Paid = a.Paid || l.paid
	}
	return a
}

func (s *sayings) take(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		s.lang = line(attr(n, "lang"))
	case atom.Title:
		if s.title == "" {
			s.title = line(textOf(n))
		}
	case atom.H1:
		if len(s.h1) < most {
			s.h1 = append(s.h1, line(textOf(n)))
		}
	case atom.Meta:
		for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
			s.say(attr(n, key), attr(n, "content"))
		}
	case atom.Link:
		if strings.EqualFold(attr(n, "rel"), "canonical") && len(s.links) < most {
			s.links = append(s.links, strings.TrimSpace(attr(n, "href")))
		}
	case atom.Script:
		if strings.HasPrefix(strings.ToLower(attr(n, "type")), "application/ld+json") && len(s.linked) < most {
			s.readLinked(textOf(n))
		}
	case atom.Time:
		if at := line(attr(n, "datetime")); at != "" && len(s.times) < most {
			s.times = append(s.times, at)
		}
	}
	if prop := attr(n, "itemprop"); prop != "" && n.DataAtom != atom.Meta {
		value := attr(n, "datetime")
		if value == "" && words(n, 12) < 12 {
			value = textOf(n)
		}
		s.say(prop, value)
	}
	if len(s.lines) < most && (marked(n, "byline", "by-line", "author", "authors", "article-author", "author-name") || attr(n, "rel") == "author") && words(n, 25) < 25 {
		if l := line(textOf(n)); l != "" && !slices.Contains(s.lines, l) {
			s.lines = append(s.lines, l)
		}
	}
}

// marked tells whether an element's class has one of the names.
func marked(n *html.Node, names ...string) bool {
	for name := range strings.FieldsSeq(strings.ToLower(attr(n, "class"))) {
		if slices.Contains(names, name) || strings.Contains(name, "byline") {
			return true
		}
	}
	return false
}

func (s *sayings) say(key, value string) {
	key, value = strings.ToLower(strings.TrimSpace(key)), line(value)
	if key != "" && value != "" && len(key) < 100 && len(s.meta[key]) < most {
		s.meta[key] = append(s.meta[key], value)
	}
}

// first is the first thing that was said under one of the keys, in their order.
func (s *sayings) first(keys ...string) string {
	for _, k := range keys {
		if v := s.meta[k]; len(v) > 0 {
			return v[0]
		}
	}
	return ""
}

func (s *sayings) outlet() string {
	for _, l := range s.linked {
		if l.publisher != "" {
			return l.publisher
		}
	}
	if name := s.first("og:site_name", "application-name", "dc.publisher", "publisher", "article:publisher", "apple-mobile-web-app-title"); name != "" && !strings.Contains(name, "://") {
		return name
	}
	return s.owner
}

func (s *sayings) language() string {
	said := []string{s.lang, s.first("content-language", "dc.language", "language", "inlanguage"), s.first("og:locale")}
	for _, l := range s.linked {
		said = append(said, l.language)
	}
	for _, tag := range said {
		tag, _, _ = strings.Cut(strings.ReplaceAll(tag, "_", "-"), ",")
		if primary, _, _ := strings.Cut(tag, "-"); len(primary) == 2 || len(primary) == 3 {
			return tag
		}
	}
	return ""
}

// dates are what the page says of the day of publication. A <time> may belong
// to another story, and the address may name the day of a rewrite: they come last.
func (s *sayings) dates(address string) []string {
	var said []string
	for _, l := range s.linked {
		said = append(said, l.published)
	}
	said = append(said, s.first("article:published_time", "og:article:published_time", "og:published_time"), s.first("datepublished"),
		s.first("parsely-pub-date", "sailthru.date", "article.published", "pubdate", "publishdate", "publish-date", "publication_date", "published_date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "date", "cxenseparse:recs:publishtime", "article.created", "created", "datecreated", "rnews:datepublished"))
	said = append(said, addressDate(address))
	if len(s.times) > 0 {
		said = append(said, s.times[0])
	}
	return slices.DeleteFunc(said, func(d string) bool { return d == "" })
}

// line is a text as one line of bounded length.
func line(text string) string {
	const longest = 500
	if len(text) > 8*longest {
		text = text[:8*longest]
	}
	text = strings.Join(strings.Fields(strings.ToValidUTF8(text, "")), " ")
	if len(text) > longest {
		return ""
	}
	return text
}

// textOf is all text in an element.
func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode && b.Len() < 1<<20 {
			b.WriteString(c.Data)
			b.WriteByte(' ')
		}
	}
	return b.String()
}
