package phrases_test

import (
	"errors"
	"testing"
	"time"

	"onrecord/phrases"
)

func TestSay(t *testing.T) {
	en, de := phrases.For("en-US"), phrases.For("de")
	for _, c := range []struct{ name, got, want string }{
		{"arguments in their order", en.Say("{a} and {b}, {n} times", "x", "y", 3), "x and y, 3 times"},
		{"one argument twice", en.Say("{a}, {b}, {a}", "x", "y"), "x, y, x"},
		{"a capital placeholder", en.Say("{Who} left.", "somebody"), "Somebody left."},
		{"an argument with braces is not read", en.Say("{a} {b}", "{b}", "x"), "{b} x"},
		{"too few arguments", en.Say("{a} {b}", "x"), "x {b}"},
		{"no placeholder", en.Say("{open", "x"), "{open"},
		{"a missing translation is English", de.Say("Never translated: {a}.", "x"), "Never translated: x."},
		{"an unknown locale is English", phrases.For("tlh").Say("May"), "May"},
		{"translated", de.Say("May"), "Mai"},
		{"a phrase in a phrase", de.Say("Not translated, {month}", phrases.Of("May")), "Not translated, Mai"},
		{"the same in every language", phrases.Verbatim("May").In(de), "May"},
		{"one", en.Count(1, "{n} word", "{n} words"), "1 word"},
		{"many", en.Count(0, "{n} word", "{n} words"), "0 words"},
		{"many with an argument", en.Count(2, "{n} word of {who}", "{n} words of {who}", "hers"), "2 words of hers"},
		{"nothing", phrases.Phrase{}.In(de), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.got != c.want {
				t.Errorf("got %q, want %q", c.got, c.want)
			}
		})
	}
}

func TestLocales(t *testing.T) {
	for locale, want := range map[string]string{
		"": "en", "en-GB": "en", "es-ES": "es", "es-419": "es", "pt-BR": "pt-BR", "pt": "pt-BR", "ru": "ru", "uk": "uk", "fr": "fr", "de": "de", "zh-CN": "en", "-": "en",
	} {
		if got := phrases.For(locale).Locale(); got != want {
			t.Errorf("%q is %s, want %s", locale, got, want)
		}
	}
}

func TestDates(t *testing.T) {
	first, other := time.Date(2026, time.March, 1, 0, 0, 0, 0, time.UTC), time.Date(2016, time.September, 29, 23, 0, 0, 0, time.UTC)
	for locale, want := range map[string][2]string{
		"en": {"1 March 2026", "29 September 2016"},
		"es": {"1 de marzo de 2026", "29 de septiembre de 2016"},
		"fr": {"1er mars 2026", "29 septembre 2016"},
		"de": {"1. März 2026", "29. September 2016"},
		"pt": {"1º de março de 2026", "29 de setembro de 2016"},
		"ru": {"1 марта 2026 г.", "29 сентября 2016 г."},
		"uk": {"1 березня 2026 р.", "29 вересня 2016 р."},
	} {
		tongue := phrases.For(locale)
		if got := [2]string{tongue.Date(first), tongue.Date(other)}; got != want {
			t.Errorf("%s: %q, want %q", locale, got, want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for locale, want := range map[string]string{
		"en": "9999 1,234,567", "de": "9999 1.234.567", "fr": "9999 1\u00a0234\u00a0567", "ru": "9999 1\u00a0234\u00a0567",
	} {
		tongue := phrases.For(locale)
		if got := tongue.Number(9999) + " " + tongue.Number(1234567); got != want {
			t.Errorf("%s: %q, want %q", locale, got, want)
		}
	}
}

func TestLists(t *testing.T) {
	names := []string{"Ada", "Bo", "Cy"}
	for n, want := range []string{"", "Ada", "Ada and Bo", "Ada, Bo and Cy"} {
		if got := phrases.Listed(names[:n]).String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	l := phrases.Listed(names)
	l.Or = true
	if got := l.In(phrases.For("de")); got != "Ada, Bo oder Cy" {
		t.Errorf("got %q", got)
	}
}

func TestComplaints(t *testing.T) {
	kind := errors.New("bad input")
	err := phrases.Complain(kind, "The {what} is too long.", phrases.Of("May"))
	if !errors.Is(err, kind) || err.Error() != "The May is too long." {
		t.Errorf("got %v", err)
	}
	var c *phrases.Complaint
	if !errors.As(err, &c) || c.Said.In(phrases.For("de")) != "The Mai is too long." {
		t.Errorf("it is no complaint that can be translated: %v", err)
	}
}

func TestTranslations(t *testing.T) {
	got := phrases.Translations("May")
	if len(got) != 7 || got["es-ES"] != "mayo" || got["es-419"] != "mayo" || got["uk"] != "травня" {
		t.Errorf("got %v", got)
	}
	if got := phrases.Translations("Never translated"); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}

// BenchmarkSay is one sentence with a name and a counted one, in a language that
// has been spoken before.
func BenchmarkSay(b *testing.B) {
	t := phrases.For("ru")
	for b.Loop() {
		t.Say("Nobody called {name} speaks in the library.", "Ada")
		t.Count(21, "{n} paraphrase", "{n} paraphrases")
	}
}
