package storetest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"onrecord/news"
)

// Words of the invented newsroom. Common ones come first: they are drawn by a
// long tail, as words are in news.
var (
	subjects = strings.Fields(`harbour budget ferry council strike bridge flood school library vaccine wheat
		election treaty ceasefire tram orchard glacier museum tariff drought census quarry stadium airport tunnel
		pension reservoir lighthouse festival inquiry audit pipeline forest railway hospital market fishery`)
	verbs = strings.Fields(`opened closed delayed approved rejected widened repaired surveyed funded questioned
		inspected doubled halved postponed renamed flooded cleared sold rented painted`)
	places = strings.Fields(`Ostrava Kelmar Vindholm Tarsk Belluno Norwick Qasrin Lumeria Dunmore Halvik Pontrava
		Esker Morvane Tolvik Arrenby Saltmere`)
	given = strings.Fields(`Mira Tomas Ilse Bruno Keiko Anders Leila Viktor Nadia Oskar Priya Samuel Greta Hamid
		Yusuf Clara`)
	family = strings.Fields(`Varga Lindqvist Okafor Brandt Tanaka Moreau Petrenko Silva Haddad Novak Iversen Castell
		Mbeki Rahimi Doyle Ferrant Kowal Lund Abara Zeller`)
	roles = []string{"harbour master", "finance minister", "mayor", "chief engineer", "union leader", "hospital director"}
)

// Newsroom writes invented articles. The same seed and number give the same
// article on every machine.
type Newsroom struct {
	Seed uint64
	// Paragraphs is how many citable ones an article has; 0 means 5.
	Paragraphs int
}

// Article writes article number n with its reading.
func (w Newsroom) Article(n int) (*news.Article, *news.Reading) {
	r := rand.New(rand.NewPCG(w.Seed, uint64(n)))
	a := &news.Article{
		Version:   1,
		Title:     fmt.Sprintf("%s %s in %s", title(tail(r, subjects)), tail(r, verbs), pick(r, places)),
		URL:       fmt.Sprintf("https://news.example/%d/%d", w.Seed, n),
		Outlet:    "The " + pick(r, places) + " Gazette",
		Authors:   []string{pick(r, given) + " " + pick(r, family)},
		Language:  "en",
		Published: time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.IntN(4000)),
	}
	a.ID = news.ArticleID(a)
	reading := &news.Reading{}
	cast := []news.Speaker{}
	for range 1 + r.IntN(4) {
		name := pick(r, given) + " " + pick(r, family)
		id := strings.ToLower(strings.ReplaceAll(name, " ", "-"))
		if known(cast, id) {
			continue
		}
		cast = append(cast, news.Speaker{ID: id, Name: name, Role: pick(r, roles), Kind: news.Person, Aliases: []string{strings.Fields(name)[1]}})
	}
	reading.Speakers = cast
	want := w.Paragraphs
	if want == 0 {
		want = 5
	}
	a.Paragraphs = append(a.Paragraphs, news.Paragraph{Kind: news.Heading, Text: a.Title})
	for number := 1; number <= want; number++ {
		if r.IntN(6) == 0 {
			a.Paragraphs = append(a.Paragraphs, news.Paragraph{Kind: news.Furniture, Text: "Sign up for our newsletter"})
		}
		text, st := w.paragraph(r, a, number, cast[r.IntN(len(cast))])
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{Kind: news.Body, Number: number, Text: text})
		if st != nil {
			reading.Statements = append(reading.Statements, *st)
		}
	}
	return a, reading
}

// paragraph writes a few sentences; two in five carry a statement.
func (w Newsroom) paragraph(r *rand.Rand, a *news.Article, number int, by news.Speaker) (string, *news.Statement) {
	var b strings.Builder
	for range 1 + r.IntN(3) {
		fmt.Fprintf(&b, "The %s of %s was %s after %d days, while the %s near %s %s a %s worth %d crowns. ",
			tail(r, subjects), pick(r, places), tail(r, verbs), 2+r.IntN(90), tail(r, subjects), pick(r, places), tail(r, verbs), rare(r), 100+r.IntN(9000))
	}
	if r.IntN(5) > 1 {
		return strings.TrimSpace(b.String()), nil
	}
	span := func(start, end int) news.Span {
		return news.Span{Article: a.Ref(), Paragraph: number, Start: start, End: end}
	}
	start := b.Len()
	kind := news.Reported
	content := fmt.Sprintf("the %s would be %s before the %s", tail(r, subjects), tail(r, verbs), rare(r))
	if r.IntN(2) == 0 {
		kind, content = news.Direct, "“"+title(content)+",”"
	}
	b.WriteString(content)
	end := b.Len()
	b.WriteString(" ")
	source := b.Len()
	b.WriteString(by.Aliases[0])
	cue := b.Len() + 1
	b.WriteString(" said.")
	return b.String(), &news.Statement{
		Speaker: by.ID, Kind: kind, Stance: news.Said, Content: []news.Span{span(start, end)}, Passage: span(start, b.Len()),
		Source: span(source, cue-1), Cue: span(cue, cue+4), Verb: "say", Certainty: 0.9, Rule: "invented", Why: by.Aliases[0] + " → " + by.Name,
	}
}

// tail draws a word by a long tail: the first far more often than the last.
func tail(r *rand.Rand, words []string) string {
	return words[int(float64(len(words))*r.Float64()*r.Float64())]
}

func pick(r *rand.Rand, words []string) string { return words[r.IntN(len(words))] }

// rare makes one of some ten thousand words up.
func rare(r *rand.Rand) string {
	const front, vowels = "bdfgklmnprstv", "aeiou"
	b := []byte{}
	for range 3 {
		b = append(b, front[r.IntN(len(front))], vowels[r.IntN(len(vowels))])
	}
	return string(b[:5])
}

func title(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func known(cast []news.Speaker, id string) bool {
	for _, s := range cast {
		if s.ID == id {
			return true
		}
	}
	return false
}
