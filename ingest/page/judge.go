package page

import (
	"errors"
	"regexp"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What a page may be in place of an article. Each is the rest of a sentence
// that begins with what the page is called.
var (
	errEmpty   = errors.New("shows no article: it holds hardly any text")
	errScripts = errors.New("shows its text only to browsers that run its scripts, so there is nothing to read: save the article's text as a file, and add that")
	errPaid    = errors.New("shows only the beginning of its article to those who don't pay, so nothing was added: if you may read it, save its text as a file, and add that")
	errConsent = errors.New("asks for consent to cookies before it shows anything: open it yourself, save the article's text as a file, and add that")
)

// Few words for an article. A wire's first lines have more than 40; what stands
// before a wall seldom has 250.
const (
	leastWords = 40
	wallWords  = 250
)

// wall matches what pages say where they stop for those who don't pay, in the
// languages that we read best.
var wall = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)` + strings.Join([]string{
		`(subscribe|sign up|register|log ?in|sign ?in|join|become a (member|subscriber)).{0,40} to (continue|keep|read|finish|unlock|access|view)`,
		`to (continue|keep) reading.{0,60}(subscribe|sign|register|log|join|subscription|account)`,
		`(continue|keep) reading (this article |your article )?with a (subscription|free|trial)`,
		`this (article|story|content|page) is (only |exclusively )?(for|available to|reserved for) (our )?(paying |paid )?(subscribers|members)`,
		`(subscriber|member)s?[ -](only|exclusive)`, `already a (subscriber|member)\?`, `(you have|you've) (reached|read) your .{0,40}(limit|free articles)`,
		`(weiterlesen|lesen sie weiter) mit`, `artikel ist (nur )?für abonnenten`, `réservé aux abonnés`, `pour lire la suite`, `contenido exclusivo para suscriptores`,
		`suscríbete para (seguir|continuar)`, `conteúdo exclusivo para assinantes`, `contenuto riservato agli abbonati`, `доступно только подписчикам`, `только для подписчиков`,
	}, "|"))
})

var consent = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(accept|agree|consent|zustimmen|akzeptieren|accepter|aceptar|accettare|aceitar|принять|согла)[^.]{0,80}(cookie|privacy|datenschutz|tracking|partner)|cookies?[^.]{0,80}(accept|agree|consent|zustimm|akzeptier|accepte|acepta|accetta|aceita)`)
})

// signs are what a page shows beside its article, taken before anything is
// taken out of it.
type signs struct {
	all     []Part // everything on the page
	scripts int
	needs   bool // it asks for scripts to be switched on
}

func signsOf(doc *html.Node, all []Part) signs {
	s := signs{all: all}
	for n := range doc.Descendants() {
		switch n.DataAtom {
		case atom.Script:
			s.scripts++
		case atom.Noscript:
			s.needs = s.needs || strings.Contains(strings.ToLower(textOf(n)), "javascript")
		}
	}
	return s
}

// says tells whether a short part of the page says one of these things.
func (s signs) says(re *regexp.Regexp) bool {
	const short = 1000 // bytes
	for _, p := range s.all {
		if len(p.Text) < short && re.MatchString(p.Text) {
			return true
		}
	}
	return false
}

// judge tells why what was found is no whole article, nil if it is one.
func judge(found []Part, about About, s signs) error {
	words, all := 0, 0
	for _, p := range found {
		if p.Kind != Heading && p.Kind != Caption {
			words += wordsIn(p.Text)
		}
	}
	if words >= wallWords {
		return nil
	}
	for _, p := range s.all {
		all += wordsIn(p.Text)
	}
	asks := s.says(consent())
	switch {
	case about.Paid:
		return errPaid
	case asks && words < leastWords:
		return errConsent
	case s.says(wall()):
		return errPaid
	case asks && all < 2*wallWords && words < all/2+leastWords && about.Published() == "":
		return errConsent
	case words < leastWords && s.scripts > 0 && (s.needs || all < leastWords):
		return errScripts
	case words < leastWords/2:
		return errEmpty
	}
	return nil
}

// Published is the most trusted of the dates, "" for none.
func (a About) Published() string {
	if len(a.Dates) == 0 {
		return ""
	}
	return a.Dates[0]
}

// wordsIn counts words; of a script without spaces, two characters are one.
func wordsIn(text string) int {
	n := 0
	for w := range strings.FieldsSeq(text) {
		n++
		if wide := wideIn(w); wide > 2 {
			n += wide / 2
		}
	}
	return n
}
