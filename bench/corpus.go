package main

import (
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"strings"
	"time"

	"onrecord/news"
)

// corpus is invented news on servers of very different size: a fifth of all
// paragraphs are the largest server's, and one server of 200 articles is in
// every corpus, so that growth around it can be seen.
type corpus struct {
	paragraphs int
	seed       uint64
}

// perArticle is how many citable paragraphs an article has.
const perArticle = 30

// The servers that are asked.
const (
	largest = "server-1"
	middle  = "server-200-articles"
)

// servers gives each server's number of articles, the largest first.
func (c corpus) servers() (names []string, articles []int) {
	left := max(1, c.paragraphs/perArticle)
	take := func(name string, n int) {
		n = min(n, left)
		if n > 0 {
			names, articles = append(names, name), append(articles, n)
			left -= n
		}
	}
	size := float64(left) / 5
	take(middle, min(200, left/2))
	for n := 1; left > 0; n++ {
		take(fmt.Sprintf("server-%d", n), max(1, int(size/math.Pow(float64(n), 0.9))))
	}
	return names, articles
}

// item is an article on its way to a server.
type item struct {
	server string
	write  func() *news.Article // invents it
}

// items lists the corpus, servers in turn as they would be on a busy day, and
// always the same.
func (c corpus) items() iter.Seq[item] {
	names, left := c.servers()
	return func(yield func(item) bool) {
		for n, live := 0, true; live; n++ {
			live = false
			for i, name := range names {
				// A server of many articles adds several each time round.
				for k := 0; k < 1+left[i]/50 && left[i] > 0; k++ {
					live = true
					left[i]--
					server, n := uint64(i), uint64(left[i])
					if !yield(item{name, func() *news.Article { return c.article(server, n) }}) {
						return
					}
				}
			}
		}
	}
}

// article writes one.
func (c corpus) article(server, n uint64) *news.Article {
	r := rand.New(rand.NewPCG(c.seed<<32|server, n))
	zipf := rand.NewZipf(r, 1.15, 12, vocabulary-1)
	w := writer{r, zipf}
	a := &news.Article{
		Version:   1,
		URL:       fmt.Sprintf("https://news.example/%d/%d", server, n),
		Title:     strings.TrimSuffix(w.sentence(), "."),
		Outlet:    "The Example Gazette",
		Language:  "en",
		Published: time.Date(2012, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.IntN(5000)),
	}
	a.ID = news.ArticleID(a)
	cast := []string{w.name(), w.name(), w.name()}
	for i := range perArticle {
		var b strings.Builder
		for range 1 + r.IntN(2) {
			b.WriteString(w.sentence() + " ")
		}
		who := cast[r.IntN(len(cast))]
		switch r.IntN(5) {
		case 0:
			b.WriteString("“" + w.sentence() + "” " + who + " said.")
		case 1:
			said := w.sentence()
			b.WriteString(who + " said that " + strings.ToLower(said[:1]) + said[1:])
		default:
			b.WriteString(w.sentence())
		}
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{Number: i + 1, Kind: news.Body, Text: b.String()})
	}
	return a
}

// vocabulary is how many words there are, used by a long tail as in real text.
const vocabulary = 60_000

type writer struct {
	r    *rand.Rand
	zipf *rand.Zipf
}

func (w writer) word() string { return wordOf(w.zipf.Uint64()) }

// wordOf makes up the word of a rank; the common ones are short.
func wordOf(rank uint64) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	var b []byte
	for n := rank + 7; n > 0; {
		b = append(b, consonants[n%uint64(len(consonants))])
		n /= uint64(len(consonants))
		b = append(b, vowels[n%uint64(len(vowels))])
		n /= uint64(len(vowels))
	}
	return string(append(b, "lnrt"[rank%4]))
}

// name is one of some thousand people, a few of whom are in the news daily.
func (w writer) name() string {
	n := w.zipf.Uint64() % 5000
	first, last := wordOf(n%397), wordOf(1000+n)
	return strings.ToUpper(first[:1]) + first[1:] + " " + strings.ToUpper(last[:1]) + last[1:]
}

func (w writer) sentence() string {
	place := wordOf(uint64(500 + w.r.IntN(300)))
	s := fmt.Sprintf("the %s of the %s in %s has %s a %s %s", w.word(), w.word(), strings.ToUpper(place[:1])+place[1:], w.word(), w.word(), w.word())
	switch w.r.IntN(3) {
	case 0:
		s += fmt.Sprintf(" after %d %s, and the %s was %s", 2+w.r.IntN(98), w.word(), w.word(), w.word())
	case 1:
		s += fmt.Sprintf(" while its %s %s to a %s %s", w.word(), w.word(), w.word(), w.word())
	}
	return strings.ToUpper(s[:1]) + s[1:] + "."
}
