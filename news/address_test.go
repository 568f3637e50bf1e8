package news

import "testing"

func TestPlainAddress(t *testing.T) {
	for name, c := range map[string]struct{ address, want string }{
		"nothing added":      {"https://lark.example/2026/rain", "https://lark.example/2026/rain"},
		"followed readers":   {"https://lark.example/rain?utm_source=x&id=7&fbclid=abc&UTM_Medium=y", "https://lark.example/rain?id=7"},
		"order stays":        {"https://lark.example/rain?b=2&a=1", "https://lark.example/rain?b=2&a=1"},
		"fragment":           {"https://lark.example/rain#comments", "https://lark.example/rain"},
		"host and port":      {"https://LARK.example:443/Rain", "https://lark.example/Rain"},
		"a port of its own":  {"http://lark.example:8080/rain", "http://lark.example:8080/rain"},
		"no path":            {"https://lark.example", "https://lark.example/"},
		"a name in it":       {"https://ada:secret@lark.example/rain", "https://lark.example/rain"},
		"other letters":      {"https://lark.example/дождь?q=1&gclid=2", "https://lark.example/%D0%B4%D0%BE%D0%B6%D0%B4%D1%8C?q=1"},
		"not of the web":     {"ftp://lark.example/rain", "ftp://lark.example/rain"},
		"no address at all":  {"rain tomorrow", "rain tomorrow"},
		"empty question":     {"https://lark.example/rain?", "https://lark.example/rain"},
		"only what is added": {"https://lark.example/rain?utm_source=x", "https://lark.example/rain"},
	} {
		if got := PlainAddress(c.address); got != c.want {
			t.Errorf("%s: PlainAddress(%q) = %q, want %q", name, c.address, got, c.want)
		}
	}
}

func TestArticleIDIsOneForAllAddressesOfAPage(t *testing.T) {
	id := func(address string) string { return ArticleID(&Article{URL: address}) }
	want := id("https://lark.example/2026/rain")
	for _, same := range []string{
		"http://lark.example/2026/rain",
		"https://www.lark.example/2026/rain/",
		"https://m.lark.example/2026/rain?utm_source=mail",
		"https://amp.lark.example/2026/rain/amp",
		"https://LARK.example/2026/rain#top",
	} {
		if got := id(same); got != want {
			t.Errorf("ArticleID of %s is %s, of the page's own address %s", same, got, want)
		}
	}
	for _, other := range []string{
		"https://lark.example/2026/Rain", "https://lark.example/2026/rain?id=2", "https://lark.example/2026/rain/2", "https://finch.example/2026/rain", "https://m.example/2026/rain",
	} {
		if id(other) == want {
			t.Errorf("ArticleID of %s is that of another page", other)
		}
	}
}
