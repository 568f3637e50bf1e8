package language

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestDetect(t *testing.T) {
	for _, c := range []struct{ want, text string }{
		{"en", "The harbour was closed after the storm, and the ferry will not sail before Monday, she said."},
		{"es", "El puerto fue cerrado después de la tormenta y el transbordador no saldrá antes del lunes, dijo ella."},
		{"fr", "Le port a été fermé après la tempête et le bac ne partira pas avant lundi, a-t-elle dit."},
		{"de", "Der Hafen wurde nach dem Sturm geschlossen, und die Fähre wird nicht vor Montag fahren, sagte sie."},
		{"pt", "O porto foi fechado depois da tempestade e a balsa não sairá antes de segunda-feira, disse ela."},
		{"it", "Il porto è stato chiuso dopo la tempesta e il traghetto non partirà prima di lunedì, ha detto."},
		{"nl", "De haven werd na de storm gesloten en het veer zal niet voor maandag varen, zei ze."},
		{"sv", "Hamnen stängdes efter stormen och färjan kommer inte att gå före måndag, sade hon."},
		{"pl", "Port został zamknięty po burzy, a prom nie wypłynie przed poniedziałkiem, jak powiedziała."},
		{"ru", "Порт был закрыт после шторма, и паром не выйдет до понедельника, сказала она."},
		{"uk", "Порт було закрито після шторму, і пором не вийде до понеділка, сказала вона її колегам."},
		{"ja", "港は嵐のあと閉鎖され、フェリーは月曜日まで出ないと彼女は述べた。"},
		{"zh", "风暴过后港口关闭，渡轮星期一之前不会开航，她说。"},
		{"ko", "폭풍 뒤에 항구가 닫혔고 여객선은 월요일 전에는 출항하지 않는다고 그녀는 말했다."},
		{"th", "ท่าเรือถูกปิดหลังพายุ และเรือข้ามฟากจะไม่ออกก่อนวันจันทร์"},
		{"ar", "أغلق الميناء بعد العاصفة ولن تبحر العبارة قبل يوم الاثنين."},
		{"el", "Το λιμάνι έκλεισε μετά την καταιγίδα."},
		{"", ""},
		{"", "Kelmar Vindholm Tarsk 1904 Varga"},
		{"", "12 345 — …"},
	} {
		if got := Detect(c.text); got != c.want {
			t.Errorf("%q is %q, want %q", c.text, got, c.want)
		}
	}
}

func TestStem(t *testing.T) {
	for _, c := range []struct{ language, a, b string }{
		{"es", "reuniones", "reunión"}, {"es", "declaró", "declarar"},
		{"fr", "négociations", "négociation"}, {"fr", "ministres", "ministre"},
		{"de", "verhandlungen", "verhandlung"}, {"de", "häuser", "häusern"},
		{"pt", "negociações", "negociação"}, {"it", "trattative", "trattativa"},
		{"ru", "переговоров", "переговоры"}, {"nl", "onderhandelingen", "onderhandeling"}, {"sv", "förhandlingar", "förhandling"},
	} {
		fold := func(s string) string { return strings.NewReplacer("ó", "o", "ç", "c").Replace(Stem(c.language, s)) }
		if fold(c.a) != fold(c.b) {
			t.Errorf("%s: %s → %s, %s → %s", c.language, c.a, Stem(c.language, c.a), c.b, Stem(c.language, c.b))
		}
	}
	if Stem("en", "bridges") != "bridges" || Stem("xx", "bridges") != "bridges" {
		t.Error("a language without a stemmer here changes words")
	}
}

func TestElided(t *testing.T) {
	for _, c := range []struct{ language, word, want string }{
		{"fr", "l’homme", "homme"}, {"fr", "qu'il", "il"}, {"fr", "aujourd’hui", "aujourd’hui"}, {"it", "dell'acqua", "acqua"},
		{"es", "o'brien", "o'brien"}, {"fr", "'", "'"}, {"fr", "d'", "d'"},
	} {
		if got := Elided(c.language, c.word); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.language, c.word, got, c.want)
		}
	}
}

func TestLists(t *testing.T) {
	for _, l := range known {
		if !Known(l) || len(stops()[l]) < 50 || !slices.Contains(Foreign(), l) {
			t.Errorf("%s lacks its stemmer, its stop words or its place", l)
		}
	}
	if !Stop("es-MX", "los") || Stop("es", "puente") || Stop("en", "the") {
		t.Error("stop words")
	}
}

func FuzzDetect(f *testing.F) {
	f.Add("Le port", "fr")
	f.Add("\xff\xfe港", "zh-Hant-TW")
	f.Fuzz(func(t *testing.T, text, tag string) {
		got := Detect(text)
		if got != Base(got) {
			t.Errorf("Detect gave the tag %q", got)
		}
		for _, w := range strings.Fields(text) {
			if utf8.ValidString(w) && !utf8.ValidString(Stem(tag, strings.ToLower(w))) {
				t.Errorf("%q has the stem %q in %q", w, Stem(tag, w), tag)
			}
		}
	})
}
