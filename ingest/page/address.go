package page

import (
	"net/url"
	"regexp"
	"strings"
	"sync"

	"golang.org/x/net/publicsuffix"

	"onrecord/news"
)

// canonical is the page's own idea of its address, if it is one of the same
// site; else the address that it was fetched from. A page must not be able to
// pass for another site's.
func (s *sayings) canonical(base *url.URL) string {
	said := append([]string{}, s.links...)
	said = append(said, s.first("og:url"))
	for _, l := range s.linked {
		said = append(said, l.url)
	}
	for _, text := range said {
		u, err := base.Parse(text)
		if text == "" || err != nil || u.Scheme != "https" && u.Scheme != "http" || u.User != nil || len(text) > 2000 {
			continue
		}
		home := strings.Trim(u.Path, "/") == "" && u.RawQuery == "" && strings.Trim(base.Path, "/") != ""
		if !home && (base.Host == "" || sameSite(u.Hostname(), base.Hostname())) {
			return news.PlainAddress(u.String())
		}
	}
	if base.Host == "" {
		return ""
	}
	return news.PlainAddress(base.String())
}

// sameSite tells whether two hosts belong to one owner, by the list of public
// suffixes.
func sameSite(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	if a == b {
		return true
	}
	one, err1 := publicsuffix.EffectiveTLDPlusOne(a)
	two, err2 := publicsuffix.EffectiveTLDPlusOne(b)
	return err1 == nil && err2 == nil && one == two
}

// addressDate is the day that an address names, such as /2026/11/22/, "" for none.
var dayInAddress = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?:[/_-]|$|\D)`)
})

func addressDate(address string) string {
	if m := dayInAddress().FindStringSubmatch(address); m != nil {
		return m[1] + "-" + m[2] + "-" + m[3]
	}
	return ""
}
