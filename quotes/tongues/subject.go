package tongues

import "onrecord/news"

// who is whom a statement is credited to.
type who struct {
	id     string
	source place
	why    string
	open   bool // not by name: a pronoun, or nobody
	to     int  // the word after the name
}

// subject finds who a cue's subject is, in the words up to limit: after the cue
// where something was said before it, else before the cue first.
func (r *reader) subject(u *unit, cue, limit int, inverted bool) who {
	const reach = 14
	after := func() who { return r.within(u, cue+1, min(limit, cue+1+reach)) }
	before := func() who { return r.first(u, r.clause(u, cue), cue) }
	order := []func() who{before, after}
	if inverted {
		order = []func() who{after, before}
	}
	for _, find := range order {
		if w := find(); w.id != "" {
			return w
		}
	}
	return r.pronoun(u, cue)
}

// clause is where the clause that a cue stands in begins.
func (r *reader) clause(u *unit, cue int) int {
	const longest = 30
	for i := cue - 1; i >= 0; i-- {
		if w := u.ws[i]; cue-i > longest || w.quote > 0 || w.lower == ":" || w.lower == ";" || w.lower == "—" || r.lex.that[w.lower] {
			return i + 1
		}
	}
	return 0
}

// mention is a name with what stands beside it.
type mention struct {
	name       name
	full, role string
}

// subjectName finds the first name of words [from, to) that may be a subject:
// none after a preposition.
func (r *reader) subjectName(u *unit, from, to int) (mention, bool) {
	for i := from; i < to; {
		n, ok := r.nameAt(u.ws[:to], i)
		if !ok {
			i++
			continue
		}
		full, known := r.known(u.p.Text, u.ws, n)
		if r.governed(u.ws, n.from) || r.governed(u.ws, i) || !known {
			i = n.to
			continue
		}
		m := mention{n, full, r.roleAfter(u.p.Text, u.ws, n.to)}
		if opens := u.ws[from].lower; m.role == "" && n.from > from && (r.lex.articles[opens] || r.lex.role(opens)) {
			m.role = r.roleBefore(u.p.Text, u.ws, from, n.from)
		}
		return m, true
	}
	return mention{}, false
}

// governed tells whether a preposition stands before a word, an article between
// them or not.
func (r *reader) governed(ws []word, i int) bool {
	if i > 1 && r.lex.articles[ws[i-1].lower] && !r.lex.after[ws[i-1].lower] {
		i--
	}
	return i > 0 && r.lex.after[ws[i-1].lower]
}

// first credits the first name of words [from, to) that may be a subject.
func (r *reader) first(u *unit, from, to int) who {
	m, ok := r.subjectName(u, from, to)
	if !ok {
		return who{}
	}
	return r.credited(u, m.name, m.full, m.role)
}

// within finds the name of words [from, to) after a cue, with the role between.
func (r *reader) within(u *unit, from, to int) who {
	for i := from; i < to; {
		w := u.ws[i]
		if w.quote > 0 || w.lower == ":" || w.lower == ";" || r.lex.that[w.lower] || i == from && r.lex.pronouns[w.lower] {
			return who{}
		}
		if w.lower == "," && i == from {
			return who{} // the clause is over
		}
		n, ok := r.nameAt(u.ws[:to], i)
		if !ok {
			i++
			continue
		}
		full, known := r.known(u.p.Text, u.ws, n)
		if n.from > from && r.governed(u.ws, n.from) || i > from && r.governed(u.ws, i) || !known {
			i = n.to
			continue
		}
		role := r.roleBefore(u.p.Text, u.ws, from, n.from)
		if role == "" {
			role = r.roleAfter(u.p.Text, u.ws, n.to)
		}
		return r.credited(u, n, full, role)
	}
	return who{}
}

func (r *reader) credited(u *unit, n name, full, role string) who {
	return who{id: r.speaker(full, role, n.kind), source: place{u.ws[n.from].start, u.ws[n.to-1].end}, to: n.to}
}

// pronoun credits a cue with a pronoun, or with no subject at all, to whoever
// spoke last, if that was a moment ago.
func (r *reader) pronoun(u *unit, cue int) who {
	if r.topicIn == u.p.Number && r.lastIn < u.p.Number {
		r.last, r.lastIn = r.speaker(r.topic.full, r.topic.role, r.topic.name.kind), u.p.Number
	}
	if r.last == "" || u.p.Number-r.lastIn > 1 {
		return who{}
	}
	w := who{id: r.last, open: true, why: "the verb has no subject of its own; " + r.nameOf(r.last) + " came last"}
	for i := max(0, cue-3); i < min(len(u.ws), cue+2); i++ {
		if r.lex.pronouns[u.ws[i].lower] {
			w.source = u.ws[i].place
			w.why = u.p.Text[w.source.start:w.source.end] + " → " + r.nameOf(r.last) + ", who came last"
		}
	}
	return w
}

func (r *reader) nameOf(id string) string { return r.reading.Speakers[r.byID[id]].Name }

// found is a statement before it is kept.
type found struct {
	who       who
	content   []place
	cue       place
	verb      string
	rule      string
	stance    news.Stance
	certainty float64
}

// keep adds a statement; false when nothing was said in it.
func (r *reader) keep(u *unit, f found) bool {
	span := func(p place) news.Span {
		if p.start >= p.end {
			return news.Span{}
		}
		return news.Span{Article: r.article.Ref(), Paragraph: u.p.Number, Start: p.start, End: p.end}
	}
	st := news.Statement{Speaker: f.who.id, Stance: f.stance, Verb: f.verb, Certainty: f.certainty, Rule: f.rule, Why: f.who.why,
		Source: span(f.who.source), Cue: span(f.cue), Passage: span(u.at), Kind: u.kind(f.content)}
	for _, c := range f.content {
		c = place{max(c.start, u.at.start), min(c.end, u.at.end)}
		if s := span(c); !s.Zero() {
			st.Content = append(st.Content, s)
		}
	}
	if len(st.Content) == 0 {
		return false
	}
	switch {
	case f.who.id == "":
		st.Certainty = min(st.Certainty, 0.4)
	case f.who.open:
		st.Certainty = min(st.Certainty, 0.6)
	}
	r.reading.Statements = append(r.reading.Statements, st)
	if f.who.id != "" {
		r.last, r.lastIn = f.who.id, u.p.Number
	}
	return true
}

// kind works out how much of the content stands in quotation marks.
func (u *unit) kind(content []place) news.Kind {
	whole, some := true, false
	for _, c := range content {
		inside := false
		for _, q := range u.quotes {
			inside = inside || q.start <= c.start && c.end <= q.end
			some = some || q.start < c.end && c.start < q.end
		}
		whole = whole && inside
	}
	switch {
	case whole:
		return news.Direct
	case some:
		return news.Mixed
	}
	return news.Reported
}
