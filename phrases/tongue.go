package phrases

import (
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// Tongue is a language to speak in. Its zero value is English. It is safe for
// concurrent use.
type Tongue struct{ spoken *spoken }

// spoken is a language other than English with its catalogue.
type spoken struct {
	name      string // its file's
	discord   []string
	catalogue func() map[string]entry
	tag       func() language.Tag
}

// languages are those spoken beside English, by the names of their files, with
// Discord's codes for them.
var languages = []*spoken{
	speak("es", "es-ES", "es-419"),
	speak("fr", "fr"),
	speak("de", "de"),
	speak("pt-BR", "pt-BR"),
	speak("ru", "ru"),
	speak("uk", "uk"),
}

func speak(name string, discord ...string) *spoken {
	return &spoken{name, discord,
		sync.OnceValue(func() map[string]entry { return load(name) }),
		sync.OnceValue(func() language.Tag { return language.Make(name) })}
}

// For is the language of a locale as Discord writes it ("es-419", "ru"). What
// is not spoken is answered in English.
func For(locale string) Tongue {
	base, _, _ := strings.Cut(locale, "-")
	for _, s := range languages {
		if own, _, _ := strings.Cut(s.name, "-"); own == base {
			return Tongue{s}
		}
	}
	return Tongue{}
}

// Locale is the language's name: "en", "de", "pt-BR".
func (t Tongue) Locale() string {
	if t.spoken == nil {
		return "en"
	}
	return t.spoken.name
}

// Say is a phrase in this language, in English where that has no translation.
func (t Tongue) Say(english string, args ...any) string {
	return Of(english, args...).In(t)
}

// Count is a phrase about a number of things, which chooses its plural form:
// one and many are the English ones.
func (t Tongue) Count(n int, one, many string, args ...any) string {
	return Counted(n, one, many, args...).In(t)
}

// Number writes a number with its digits in groups as the language has them,
// from ten thousand on: four digits are one group everywhere.
func (t Tongue) Number(n int) string {
	if -10_000 < n && n < 10_000 {
		return strconv.Itoa(n)
	}
	tag := language.English
	if t.spoken != nil {
		tag = t.spoken.tag()
	}
	return message.NewPrinter(tag).Sprint(n)
}

// Date writes a day, in UTC: "2 January 2006".
func (t Tongue) Date(day time.Time) string {
	day = day.UTC()
	if t.spoken == nil {
		return day.Format("2 January 2006")
	}
	// A count, for the sake of "1er mars": the day chooses the form.
	date := Counted(day.Day(), dayOfMonth, dayOfMonth, Of(day.Month().String()), strconv.Itoa(day.Year()))
	return date.In(t)
}

// dayOfMonth is the key of a date. The keys of the months are their English
// names, and their translations the form that a date has.
const dayOfMonth = "{n} {month} {year}"

// form is the plural form of a number.
func (t Tongue) form(n int) string {
	if n < 0 {
		n = -n
	}
	switch plural.Cardinal.MatchPlural(t.spoken.tag(), n, 0, 0, 0, 0) {
	case plural.One:
		return "one"
	case plural.Few:
		return "few"
	case plural.Many:
		return "many"
	}
	return "other"
}

// Translations are an English phrase without placeholders in every language
// that Discord knows by a code and this package speaks, by that code. A
// language without a translation is left out.
func Translations(english string) map[string]string {
	out := map[string]string{}
	for _, s := range languages {
		if e, ok := s.catalogue()[english]; ok {
			for _, code := range s.discord {
				out[code] = e.other
			}
		}
	}
	return out
}
