package bot

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestHarmless(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain prose stays", `He said: "48-hour pause" (not 24), costing $3.5m.`, `He said: "48-hour pause" (not 24), costing $3.5m.`},
		{"heading", "# Big", `\# Big`},
		{"small print", "-# small", `\-\# small`},
		{"quote", "> said", `\> said`},
		{"list", "- one", `\- one`},
		{"list after blanks", "  + one", `\+ one`},
		{"numbered list", "1. one 2. two", `1\. one 2. two`},
		{"numbered with bracket", "12) twelve", `12\) twelve`},
		{"emphasis", "*a* _b_ __c__ ~~d~~ ||e||", `\*a\* \_b\_ \_\_c\_\_ \~\~d\~\~ \|\|e\|\|`},
		{"code", "`x` ```y```", "\\`x\\` \\`\\`\\`y\\`\\`\\`"},
		{"masked link", "[a](https://b.example)", `\[a\](https\://b.example)`},
		{"autolink", "see http://b.example/x", `see http\://b.example/x`},
		{"invite", "discord.gg/abc", `discord\.gg/abc`},
		{"everyone", "@everyone @here", `\@everyone \@here`},
		{"mentions", "<@1> <@!1> <@&1> <#1> </ask:1> <id:guide>", `\<\@1\> \<\@!1\> \<\@&1\> \<\#1\> \</ask\:1\> \<id\:guide\>`},
		{"timestamp and emoji", "<t:1:R> <:a:1> <a:b:2> :smile:", `\<t\:1\:R\> \<\:a\:1\> \<a\:b\:2\> \:smile:`},
		{"backslash", `a\b \*`, `a\\b \\\*`},
		{"abbreviation", "the U.S. State of N.Y.", "the U.S. State of N.Y."},
		{"line breaks", "a\nb\r\n# c\u2028d", `a b  \# c d`},
		{"bidi override", "a\u202Eb\u2066c\u2069", "abc"},
		{"control and NUL", "a\x00\x07b\ufeff", "ab"},
		{"invalid UTF-8", "a\xffb", "ab"},
		{"right to left, CJK, emoji stay", "שלום 你好 👩‍👩‍👧 🏴", "שלום 你好 👩‍👩‍👧 🏴"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := harmless(c.in); got != c.want {
				t.Errorf("harmless(%q)\n got %q\nwant %q", c.in, got, c.want)
			}
		})
	}
}

// shown is what Discord shows of text without any markup left in it: a backslash before anything but
// a letter, a digit or a blank goes.
func shown(s string) string {
	return regexp.MustCompile(`\\([^0-9A-Za-z\s])`).ReplaceAllString(s, "$1")
}

// dangerous is what Discord would make something of, if it stood in text
// unescaped; each is matched where no backslash stands before it.
var dangerous = []*regexp.Regexp{
	regexp.MustCompile("(^|[^\\\\])(\\\\\\\\)*[*_~|`<>\\[\\]@#]"),
	regexp.MustCompile(`^\s*([-+]|\d+[.)])`),
	regexp.MustCompile(`[a-z]://`),
	regexp.MustCompile(`[\n\r\x00\x{2028}\x{202e}]`),
}

func FuzzHarmless(f *testing.F) {
	for _, s := range []string{"a", hostileText, "1. x", "\\", "\\\\*", "- # >", "\u202e@everyone", "a\xffb", "http://x", "9."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		out := harmless(s)
		if !utf8.ValidString(out) {
			t.Fatalf("not UTF-8: %q", out)
		}
		if got := shown(out); got != plain(s) {
			t.Fatalf("Discord would show %q, not %q", got, plain(s))
		}
		for _, d := range dangerous {
			if m := d.FindString(out); m != "" {
				t.Fatalf("%q is left to do harm in %q", m, out)
			}
		}
	})
}

const hostileText = "# @everyone [x](https://evil.example) ||s|| `c` <@1> <t:1:R> discord.gg/x **b** \u202eoops"

func TestShownUndoesHarmless(t *testing.T) {
	if got := shown(harmless(hostileText)); got != strings.ReplaceAll(hostileText, "\u202e", "") {
		t.Errorf("got %q", got)
	}
}
