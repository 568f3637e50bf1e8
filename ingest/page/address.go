package page

import (
	"net/url"
	"regexp"
	"strings"
	"sync"

	"golang.org/x/net/publicsuffix"
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
			return Plain(u).String()
		}
	}
	if base.Host == "" {
		return ""
	}
	return Plain(base).String()
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

// following matches parameters that are added to addresses to follow readers.
// None of them changes what a page shows.
var following = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(utm_\w+|at_(medium|campaign|custom\d|link_\w+|format|ptr_name|bbc_team)|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|_hs(enc|mi)|__hs\w+|mkt_tok|oly_\w+|vero_\w+|wt_?mc\w*|ns_(mchannel|source|campaign|linkname|fee)|cmpid|cmp|icid|ito|ocid|smid|smtyp|sref|spm|ftag|soc_(src|trk)|guc(counter|ce_\w+)|ref_?src|ref_?url|xtor|s_kwcid|_ga|_gl|amp|outputtype|taid|shareid|reflink|srnd|leadsource|ref|intcmp|xid|ncid|__twitter_impression)$`)
})

// Plain returns an address without its fragment, its default port, and the
// parameters that only follow readers; the host is in lower case.
func Plain(u *url.URL) *url.URL {
	out := *u
	out.Fragment, out.RawFragment, out.ForceQuery, out.User = "", "", false, nil
	out.Scheme, out.Host = strings.ToLower(u.Scheme), strings.ToLower(u.Host)
	if port := u.Port(); out.Scheme == "https" && port == "443" || out.Scheme == "http" && port == "80" {
		out.Host = strings.TrimSuffix(out.Host, ":"+port)
	}
	var kept []string
	for part := range strings.SplitSeq(u.RawQuery, "&") {
		if key, _, _ := strings.Cut(part, "="); part != "" && !following().MatchString(key) {
			kept = append(kept, part)
		}
	}
	out.RawQuery = strings.Join(kept, "&")
	if out.Path == "" {
		out.Path = "/"
	}
	return &out
}

// Same returns what two addresses of one article have in common: no scheme, no
// "www.", "m." or "amp.", no mark of another form of the page, no slash at the end.
func Same(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return address
	}
	u = Plain(u)
	host := u.Host
	for _, front := range []string{"www.", "m.", "mobile.", "amp."} {
		if rest, ok := strings.CutPrefix(host, front); ok && strings.Contains(rest, ".") {
			host = rest
		}
	}
	path := strings.TrimSuffix(u.EscapedPath(), "/")
	path = strings.TrimSuffix(strings.TrimSuffix(path, "/amp"), ".amp")
	if u.RawQuery != "" {
		return host + path + "?" + u.RawQuery
	}
	return host + path
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
