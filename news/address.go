package news

import (
	"net/url"
	"strings"
)

// PlainAddress returns a web address without its fragment, its default port,
// and the parameters that are added to follow readers, which change nothing on
// the page; its host is in lower case. What is no web address comes back as it is.
func PlainAddress(address string) string {
	u := webAddress(address)
	if u == nil {
		return address
	}
	var kept []string
	for part := range strings.SplitSeq(u.RawQuery, "&") {
		if name, _, _ := strings.Cut(part, "="); part != "" && !follows(name) {
			kept = append(kept, part)
		}
	}
	u.RawQuery = strings.Join(kept, "&")
	return u.String()
}

// webAddress reads an address of the web, nil for anything else.
func webAddress(address string) *url.URL {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil
	}
	u.Host = strings.ToLower(u.Host)
	u.Host = strings.TrimSuffix(u.Host, map[string]string{"http": ":80", "https": ":443"}[u.Scheme])
	u.Fragment, u.RawFragment, u.ForceQuery, u.User = "", "", false, nil
	if u.Path == "" {
		u.Path = "/"
	}
	return u
}

// sameAddress is what all addresses of one page have in common, whether they
// are for telephones, for quick loading, or safe: no scheme, no "www." or "m.",
// no "/amp" and no slash at the end.
func sameAddress(address string) string {
	u := webAddress(PlainAddress(address))
	if u == nil {
		return address
	}
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

// follows tells whether a parameter of an address only follows its reader.
func follows(name string) bool {
	name = strings.ToLower(name)
	for _, front := range []string{"utm_", "mc_", "_hs", "__hs", "oly_", "vero_", "guc", "wt_mc", "wt.mc", "ns_", "at_"} {
		if strings.HasPrefix(name, front) {
			return true
		}
	}
	switch name {
	case "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid", "igsh", "mkt_tok",
		"cmpid", "icid", "ito", "ocid", "smid", "smtyp", "sref", "spm", "ftag", "soc_src", "soc_trk", "ref", "ref_src", "ref_url", "xtor",
		"s_kwcid", "_ga", "_gl", "taid", "shareid", "reflink", "srnd", "leadsource", "intcmp", "xid", "ncid", "__twitter_impression",
		"amp", "outputtype":
		return true
	}
	return false
}
