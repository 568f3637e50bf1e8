package fetch

import (
	"net/netip"
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/net/idna"
)

// parse reads an address that somebody typed, or that a site redirects to. The
// address it returns has a host in ASCII and no fragment.
func parse(typed string) (*url.URL, *Error) {
	typed = strings.TrimSpace(typed)
	switch {
	case len(typed) > MaxAddress:
		return nil, refuse(BadAddress, "The address is longer than %d characters: give the page's own address, without what is added to follow readers.", MaxAddress)
	case typed == "", strings.ContainsFunc(typed, func(r rune) bool {
		return unicode.IsControl(r) || unicode.IsSpace(r) || r == unicode.ReplacementChar || r == '\\'
	}):
		return nil, refuse(BadAddress, "This is not a web address: give one that begins with https://.")
	}
	u, err := url.Parse(typed)
	if err != nil || u.Opaque != "" || u.Scheme == "" {
		return nil, refuse(BadAddress, "This is not a web address: give one that begins with https://.")
	}
	if u.Scheme = strings.ToLower(u.Scheme); u.Scheme != "https" && u.Scheme != "http" {
		return nil, refuse(BadAddress, "Only addresses that begin with https:// or http:// are fetched, not %.20s:.", u.Scheme)
	}
	if u.User != nil {
		return nil, refuse(BadAddress, "The address holds a user name or a password: give one without.")
	}
	host, bad := hostOf(u)
	if bad != nil {
		return nil, bad
	}
	if port := u.Port(); port != "" && port != map[string]string{"https": "443", "http": "80"}[u.Scheme] {
		host += ":" + port
	}
	u.Host, u.Fragment, u.RawFragment = host, "", ""
	if u.Path == "" {
		u.Path = "/"
	}
	return u, nil
}

// hostOf is the host of an address in ASCII. A number that browsers would read
// as an address of the internet protocol (decimal, octal, hexadecimal, or with
// parts left out) is refused: nobody writes a site like that.
func hostOf(u *url.URL) (string, *Error) {
	typed := u.Hostname()
	if ip, err := netip.ParseAddr(typed); err == nil {
		switch {
		case ip.Zone() != "":
			return "", notPublic("This address")
		case ip.Is6():
			return "[" + ip.String() + "]", nil
		}
		return ip.String(), nil
	}
	host, err := idna.Lookup.ToASCII(strings.TrimSuffix(typed, "."))
	if err != nil || host == "" || len(host) > 253 || strings.ContainsAny(host, "[]:%/@") {
		return "", refuse(BadAddress, "The address names no site: check what stands after //.")
	}
	labels := strings.Split(host, ".")
	switch last := labels[len(labels)-1]; {
	case last == "", last[0] >= '0' && last[0] <= '9': // no top-level domain begins with a figure
		return "", notPublic(host)
	case len(labels) == 1, last == "localhost", last == "local", last == "internal", last == "onion":
		return "", notPublic(host)
	}
	return host, nil
}
