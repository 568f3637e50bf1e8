package fetch

import (
	"context"
	"errors"
	"strings"
	"testing"

	"onrecord/news"
)

// places are addresses that must never be connected to, in the many ways of
// writing them.
var places = []struct{ what, address string }{
	{"loopback", "http://127.0.0.1/"},
	{"loopback, elsewhere in its range", "http://127.8.9.10/"},
	{"loopback, IPv6", "http://[::1]/"},
	{"loopback as one number", "http://2130706433/"},
	{"loopback in octal", "http://0177.0.0.1/"},
	{"loopback in octal, one number", "http://017700000001/"},
	{"loopback in hexadecimal", "http://0x7f000001/"},
	{"loopback in hexadecimal parts", "http://0x7f.0x0.0x0.0x1/"},
	{"loopback with parts left out", "http://127.1/"},
	{"loopback, leading zeros", "http://127.000.000.001/"},
	{"loopback in full-width figures", "http://１２７.0.0.1/"},
	{"loopback with circled figures", "http://①②⑦.⓪.⓪.①/"},
	{"loopback with ideographic stops", "http://127。0。0。1/"},
	{"loopback, mapped into IPv6", "http://[::ffff:127.0.0.1]/"},
	{"loopback, mapped, in hexadecimal", "http://[::ffff:7f00:1]/"},
	{"loopback, IPv4-compatible", "http://[::7f00:1]/"},
	{"loopback through NAT64", "http://[64:ff9b::7f00:1]/"},
	{"loopback through local NAT64", "http://[64:ff9b:1::7f00:1]/"},
	{"loopback through 6to4", "http://[2002:7f00:1::]/"},
	{"loopback through Teredo", "http://[2001:0:7f00:1::]/"},
	{"localhost", "http://localhost/"},
	{"localhost with a final dot", "http://localhost./"},
	{"a name under localhost", "http://api.localhost/"},
	{"this host", "http://0.0.0.0/"},
	{"this host, one figure", "http://0/"},
	{"unspecified, IPv6", "http://[::]/"},
	{"private, 10/8", "http://10.0.0.1/"},
	{"private, 172.16/12", "http://172.16.0.1/"},
	{"private, 192.168/16", "http://192.168.1.1/"},
	{"private, mapped into IPv6", "http://[::ffff:192.168.1.1]/"},
	{"carrier-grade NAT", "http://100.64.0.1/"},
	{"unique local, IPv6", "http://[fd00::1]/"},
	{"link-local", "http://169.254.1.1/"},
	{"link-local, IPv6", "http://[fe80::1]/"},
	{"link-local with a zone", "http://[fe80::1%25eth0]/"},
	{"cloud metadata", "http://169.254.169.254/latest/meta-data/"},
	{"cloud metadata as one number", "http://2852039166/latest/meta-data/"},
	{"cloud metadata, IPv6", "http://[fd00:ec2::254]/latest/meta-data/"},
	{"cloud metadata, mapped into IPv6", "http://[::ffff:169.254.169.254]/"},
	{"cloud metadata by name", "http://metadata.internal/computeMetadata/v1/"},
	{"multicast", "http://224.0.0.1/"},
	{"multicast, IPv6", "http://[ff02::1]/"},
	{"broadcast", "http://255.255.255.255/"},
	{"reserved", "http://240.0.0.1/"},
	{"documentation", "http://192.0.2.1/"},
	{"benchmarking", "http://198.18.0.1/"},
	{"a public name for loopback", "http://loopback.example/"},
	{"a public name for a private address", "http://intranet.example/"},
	{"a public name for mapped loopback", "http://mapped.example/"},
	{"a name without a dot", "http://printer/"},
	{"a local name", "http://printer.local/"},
	{"an onion", "http://expyuzz4wqqyqhjn.onion/"},
	{"a name that is not there", "http://nowhere.example/"},
	{"another port", "http://public.example:22/"},
	{"a database's port", "http://public.example:5432/"},
	{"files", "file:///etc/passwd"},
	{"gopher", "gopher://127.0.0.1:6379/_FLUSHALL"},
	{"ftp", "ftp://public.example/file"},
	{"data", "data:text/html,hello"},
	{"script", "javascript:alert(1)"},
	{"no scheme", "public.example/page"},
	{"no host", "http:///page"},
	{"opaque", "http:public.example"},
	{"a name and password", "http://ada:secret@public.example/"},
	{"a host hidden behind a name", "http://public.example@127.0.0.1/"},
	{"a backslash", `http://public.example\@127.0.0.1/`},
	{"a line break", "http://public.example/\r\nHost: 127.0.0.1"},
	{"a space", "http://public.example/a page"},
	{"a broken escape", "http://public.example/%zz"},
	{"an escaped host", "http://127%2e0%2e0%2e1/"},
	{"nothing", ""},
	{"too long", "http://public.example/" + strings.Repeat("a", MaxAddress)},
}

func TestPlacesAreRefused(t *testing.T) {
	c := New(Options{Resolver: resolver(t, map[string][]string{
		"loopback.example":  {"127.0.0.1"},
		"intranet.example":  {"10.1.2.3"},
		"mapped.example":    {"::ffff:127.0.0.1"},
		"metadata.internal": {"169.254.169.254"},
		"public.example":    {"93.184.215.14"}, // never dialled: all that is asked of it is refused before
	})})
	defer c.Close()
	var rows []row
	for _, p := range places {
		f, err := c.Get(context.Background(), Request{Address: p.address})
		var e *Error
		if f != nil || !errors.As(err, &e) || !errors.Is(err, news.ErrBadInput) {
			t.Errorf("%s: Get(%q) = %v, %v; want an *Error", p.what, p.address, f, err)
			continue
		}
		if e.Kind != BadAddress && !strings.Contains(p.address, "nowhere") {
			t.Errorf("%s: %q is of kind %d: it was not refused but failed", p.what, e, e.Kind)
		}
		shown := p.address
		if len(shown) > 60 {
			shown = shown[:40] + "…"
		}
		if shown == "" {
			shown = " "
		}
		rows = append(rows, row{p.what, shown, e.Error()})
	}
	checkTable(t, "addresses", rows)
}
