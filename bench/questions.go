package main

import (
	"math/rand/v2"
	"sort"
	"strings"

	"onrecord/retrieval"
)

// query is what every engine is asked: 5 to 8 words of one paragraph, in one
// server or one article of it.
type query struct {
	server  string
	article string // an article's ID, "" for the whole server
	terms   []string
}

// scope is a kind of query that is reported by itself.
type scope struct {
	name    string
	server  string
	article bool
}

var scopes = []scope{
	{"one article", middle, true},
	{"one server of 200 articles", middle, false},
	{"the largest server", largest, false},
}

// queries draws n questions for a scope, each with words of its own.
func (c corpus) queries(s scope, n int) []query {
	names, articles := c.servers()
	server := 0
	for i, name := range names {
		if name == s.server {
			server = i
		}
	}
	r := rand.New(rand.NewPCG(c.seed, 77))
	var out []query
	for len(out) < n {
		a := c.article(uint64(server), uint64(r.IntN(articles[server])))
		terms := distinct(retrieval.Terms(a.Paragraphs[r.IntN(perArticle)].Text))
		r.Shuffle(len(terms), func(i, j int) { terms[i], terms[j] = terms[j], terms[i] })
		q := query{server: s.server, terms: terms[:min(len(terms), 5+r.IntN(4))]}
		if s.article {
			q.article = a.ID
		}
		sort.Strings(q.terms)
		out = append(out, q)
	}
	return out
}

// sentences are the same questions as people would type them.
func (c corpus) sentences(s scope, n int) []string {
	names, articles := c.servers()
	server := 0
	for i, name := range names {
		if name == s.server {
			server = i
		}
	}
	r := rand.New(rand.NewPCG(c.seed, 78))
	var out []string
	for len(out) < n {
		a := c.article(uint64(server), uint64(r.IntN(articles[server])))
		text := strings.TrimSuffix(a.Paragraphs[r.IntN(perArticle)].Text, ".")
		words := strings.Fields(text)
		from := r.IntN(max(1, len(words)-8))
		topic := strings.Join(words[from:min(len(words), from+6)], " ")
		switch r.IntN(3) {
		case 0:
			out = append(out, "What happened to "+topic+"?")
		case 1:
			out = append(out, "Who said that "+topic+"?")
		default:
			at := strings.LastIndex(text, "” ")
			if at < 0 {
				continue
			}
			who := strings.TrimSuffix(text[at+len("” "):], " said")
			out = append(out, "What did "+who+" say about "+topic+"?")
		}
	}
	return out
}

func distinct(terms []retrieval.Term) []string {
	seen := map[string]bool{}
	var out []string
	for _, t := range terms {
		if !seen[t.Text] {
			seen[t.Text] = true
			out = append(out, t.Text)
		}
	}
	return out
}
