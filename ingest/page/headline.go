package page

import (
	"net/url"
	"strings"
)

// headline is the article's title. What a page says for sharing may be written
// anew to be clicked; the largest heading is what readers see, if it is the
// only one or says much the same.
func (s *sayings) headline(outlet string, base *url.URL) string {
	var said []string
	for _, l := range s.linked {
		said = append(said, l.headline)
	}
	said = append(said, s.first("og:title"), s.first("twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline"), s.title)
	for i, t := range said {
		said[i] = withoutOutlet(t, outlet, base)
	}
	for _, h := range s.h1 {
		for _, t := range said {
			if h != "" && alike(h, t) {
				return h
			}
		}
	}
	if len(s.h1) == 1 {
		// A short one may be the site's name.
		const least, most = 4, 40
		if n := wordsIn(s.h1[0]); n >= least && n <= most && letters(s.h1[0]) != letters(outlet) {
			return s.h1[0]
		}
	}
	for _, t := range said {
		if t != "" && !strings.EqualFold(t, outlet) {
			return t
		}
	}
	if len(s.h1) == 1 {
		return s.h1[0]
	}
	return ""
}

// withoutOutlet takes the publication's name off a title: "Rain ahead | The
// Daily Lark". Without a known name only a bar is believed.
func withoutOutlet(title, outlet string, base *url.URL) string {
	site := strings.TrimPrefix(base.Hostname(), "www.")
	site, _, _ = strings.Cut(site, ".")
	for _, bar := range []string{" | ", " - ", " – ", " — ", " :: ", " • ", " · ", " » "} {
		i := strings.LastIndex(title, bar)
		if i <= 0 {
			continue
		}
		end := letters(title[i+len(bar):])
		if end == "" || end == letters(outlet) || end == letters(site) || outlet != "" && (strings.Contains(end, letters(outlet)) || strings.Contains(letters(outlet), end)) ||
			len(site) > 3 && strings.Contains(end, letters(site)) || bar == " | " && strings.Count(title[i:], " ") <= 6 && strings.Count(title[:i], " ") >= 3 {
			return strings.TrimSpace(title[:i])
		}
	}
	return title
}

// letters is a text without case, spaces and punctuation.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" .,:;!?-–—'’\"“”&|/()", r) {
			return -1
		}
		return r
	}, strings.ToLower(s))
}

// alike tells whether most words of two titles are the same.
func alike(a, b string) bool {
	if a, b := letters(a), letters(b); a == b || a != "" && b != "" && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a)) && len(a) > 10 && len(b) > 10 {
		return true
	}
	in := map[string]bool{}
	for w := range strings.FieldsSeq(strings.ToLower(b)) {
		in[w] = true
	}
	same, all := 0, 0
	for w := range strings.FieldsSeq(strings.ToLower(a)) {
		if all++; in[w] {
			same++
		}
	}
	return all >= 3 && same*4 >= all*3 && same*4 >= len(in)*3
}
