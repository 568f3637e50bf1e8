package page

import (
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

func TestDecode(t *testing.T) {
	russian := "Старый мост через реку закроют в понедельник на целый год, сообщила мэр города на встрече с журналистами. «Мы не будем ждать», — сказала она. "
	write := func(e encoding.Encoding, text string) []byte {
		b, err := e.NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	for name, c := range map[string]struct {
		data  []byte
		named string
		want  string
	}{
		"UTF-8":                     {[]byte("Åse, мост, 橋"), "", "Åse, мост, 橋"},
		"UTF-8 said to be Latin-1":  {[]byte("Åse’s"), "iso-8859-1", "Åse’s"},
		"UTF-8 with a mark":         {[]byte("\xef\xbb\xbfÅse"), "", "Åse"},
		"UTF-16 with a mark":        {write(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "Åse мост"), "", "Åse мост"},
		"Latin-1, named by server":  {write(charmap.ISO8859_1, "Åse à Paris"), "ISO-8859-1", "Åse à Paris"},
		"Latin-1, named by nobody":  {write(charmap.Windows1252, "Die Brücke ist für Fußgänger gesperrt, sagte Jörg Müller „gestern“."), "", "Die Brücke ist für Fußgänger gesperrt, sagte Jörg Müller „gestern“."},
		"windows-1251, by server":   {write(charmap.Windows1251, russian), "windows-1251", russian},
		"windows-1251, by the page": {append([]byte(`<meta charset="windows-1251">`), write(charmap.Windows1251, russian)...), "", `<meta charset="windows-1251">` + russian},
		"windows-1251, by nobody":   {write(charmap.Windows1251, strings.Repeat(russian, 3)), "", strings.Repeat(russian, 3)},
		"Shift_JIS, by the page":    {append([]byte(`<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">`), write(japanese.ShiftJIS, "橋は古い。")...), "", `<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">橋は古い。`},
		"a set that does not exist": {write(charmap.Windows1252, "Åse"), "klingon", "Åse"},
		"ISO-2022-JP":               {write(japanese.ISO2022JP, "橋は古い。"), "iso-2022-jp", "橋は古い。"},
	} {
		if got := decode(c.data, c.named); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestCanonicalIsNeverAnotherSites(t *testing.T) {
	for name, c := range map[string]struct{ from, link, want string }{
		"the page's own":       {"https://www.lark.example.com/a?utm_source=x", "https://www.lark.example.com/rain", "https://www.lark.example.com/rain"},
		"another host of it":   {"https://m.larkdaily.com/a", "https://www.larkdaily.com/rain", "https://www.larkdaily.com/rain"},
		"relative":             {"https://larkdaily.com/news/a", "/rain", "https://larkdaily.com/rain"},
		"another site":         {"https://larkdaily.com/a", "https://finchdaily.com/rain", "https://larkdaily.com/a"},
		"a neighbour's blog":   {"https://ada.github.io/a", "https://tom.github.io/a", "https://ada.github.io/a"},
		"the front page":       {"https://larkdaily.com/a", "https://larkdaily.com/", "https://larkdaily.com/a"},
		"a script":             {"https://larkdaily.com/a", "javascript:alert(1)", "https://larkdaily.com/a"},
		"a password":           {"https://larkdaily.com/a", "https://u:p@larkdaily.com/b", "https://larkdaily.com/a"},
		"none":                 {"https://larkdaily.com/a?fbclid=1", "", "https://larkdaily.com/a"},
		"a file, said by page": {"", "https://larkdaily.com/a", "https://larkdaily.com/a"},
	} {
		base, err := url.Parse(c.from)
		if err != nil {
			t.Fatal(err)
		}
		s := sayings{links: []string{c.link}}
		if got := s.canonical(base); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// FuzzRead states that whatever a page holds, what is read from it is valid
// text, one line a part, of which nothing was made up.
func FuzzRead(f *testing.F) {
	f.Add([]byte("<html><h1>Rain</h1>"+strings.Repeat("<p>It will rain again, she said, and nobody should be surprised.</p>", 9)), "", "https://lark.example/rain")
	f.Add([]byte(`<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"author":[{"name":["a"]}]}]}</script><figure><figcaption>x</figure><table><tr><td>a<br><br>b`), "shift_jis", "::")
	f.Add([]byte("\xff\xfe<\x00p\x00"), "utf-16", "")
	f.Fuzz(func(t *testing.T, data []byte, charset, address string) {
		if len(data) > 20_000 {
			return
		}
		p, err := Read(data, charset, address)
		if err != nil {
			if strings.ContainsAny(err.Error(), "\r\n") {
				t.Errorf("an error of several lines: %q", err)
			}
			return
		}
		for _, part := range p.Parts {
			if part.Text == "" || !utf8.ValidString(part.Text) || strings.ContainsAny(part.Text, "\r\n\t") || part.Linked < 0 || part.Linked > 1 {
				t.Errorf("a part of %+v", part)
			}
		}
		for _, text := range append([]string{p.Title, p.Outlet, p.Language, p.Canonical}, p.Authors...) {
			if !utf8.ValidString(text) || strings.ContainsAny(text, "\r\n") || len(text) > 4000 {
				t.Errorf("the page says %q of itself", text)
			}
		}
	})
}
