package store

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"

	"onrecord/news"
)

// What record.go writes is read here as it was written: fields in their order,
// nothing between them. That takes a fifth of what reading any JSON does, which
// was most of opening an article. Whatever looks different is left to
// encoding/json, so that this can never read anything else than it would.

// scan reads a text from its beginning; once anything is not as expected, it is off.
type scan struct {
	text string // what is left
	off  bool
}

// newScan reads text, which must be UTF-8: encoding/json mends what is not.
func newScan(text string) *scan { return &scan{text: text, off: !utf8.ValidString(text)} }

// has takes a token, if it is next.
func (s *scan) has(token string) bool {
	rest, ok := strings.CutPrefix(s.text, token)
	s.text = rest
	return ok && !s.off
}

// must takes a token that has to be next.
func (s *scan) must(token string) {
	if !s.has(token) {
		s.off = true
	}
}

// ended tells whether all was read, and as expected.
func (s *scan) ended() bool { return !s.off && s.text == "" }

// str takes a string. It is part of the text, unless something in it is escaped.
func (s *scan) str() string {
	s.must(`"`)
	escaped := false
	for i := 0; i < len(s.text) && !s.off; i++ {
		switch c := s.text[i]; {
		case c == '\\':
			escaped = true
			i++
		case c < ' ':
			s.off = true
		case c == '"':
			found := s.text[:i]
			if s.text = s.text[i+1:]; escaped {
				s.off = json.Unmarshal([]byte(`"`+found+`"`), &found) != nil
			}
			return found
		}
	}
	s.off = true
	return ""
}

// number takes a number that is not below zero, as few digits as can be.
func (s *scan) number(digits string) string {
	n := len(s.text) - len(strings.TrimLeft(s.text, digits))
	found := s.text[:n]
	s.text = s.text[n:]
	if n == 0 || n > 18 || found[0] == '.' || found[n-1] == '.' || n > 1 && found[0] == '0' && found[1] != '.' {
		s.off = true
	}
	return found
}

func (s *scan) int() int {
	n, err := strconv.Atoi(s.number("0123456789"))
	s.off = s.off || err != nil
	return n
}

func (s *scan) float() float64 {
	f, err := strconv.ParseFloat(s.number("0123456789."), 64)
	s.off = s.off || err != nil
	return f
}

func (s *scan) span(ref news.Ref) news.Span {
	var r spanRecord
	s.must("[")
	r[0] = s.int()
	s.must(",")
	r[1] = s.int()
	s.must(",")
	r[2] = s.int()
	s.must("]")
	return r.span(ref)
}

// each takes a list, calling f for each of what it has.
func (s *scan) each(f func()) {
	s.must("[")
	if s.has("]") {
		return
	}
	for f(); !s.off && s.has(","); {
		f()
	}
	s.must("]")
}

func scanParagraphs(text string) ([]news.Paragraph, bool) {
	s := newScan(text)
	ps := make([]news.Paragraph, 0, strings.Count(text, `"k":`))
	s.each(func() {
		var p news.Paragraph
		s.must("{")
		if s.has(`"n":`) {
			p.Number = s.int()
			s.must(",")
		}
		s.must(`"k":`)
		p.Kind = news.ParagraphKind(s.str())
		s.must(`,"t":`)
		p.Text = s.str()
		s.must("}")
		ps = append(ps, p)
	})
	return ps, s.ended()
}

func scanReading(text string, ref news.Ref) (*news.Reading, bool) {
	s := newScan(text)
	r := &news.Reading{}
	s.must("{")
	next := ""
	if s.has(`"speakers":`) {
		s.each(func() { r.Speakers = append(r.Speakers, s.speaker()) })
		next = ","
	}
	if s.has(next + `"statements":`) {
		if n := strings.Count(s.text, `"passage":`); n > 0 {
			r.Statements = make([]news.Statement, 0, n)
		}
		s.each(func() { r.Statements = append(r.Statements, s.statement(ref)) })
	}
	s.must("}")
	return r, s.ended()
}

func (s *scan) speaker() news.Speaker {
	var sp news.Speaker
	s.must(`{"id":`)
	sp.ID = s.str()
	s.must(`,"name":`)
	sp.Name = s.str()
	if s.has(`,"role":`) {
		sp.Role = s.str()
	}
	if s.has(`,"kind":`) {
		sp.Kind = news.SpeakerKind(s.str())
	}
	if s.has(`,"aliases":`) {
		s.each(func() { sp.Aliases = append(sp.Aliases, s.str()) })
		s.off = s.off || sp.Aliases == nil
	}
	s.must("}")
	return sp
}

func (s *scan) statement(ref news.Ref) news.Statement {
	st := news.Statement{Content: []news.Span{}}
	s.must("{")
	if s.has(`"by":`) {
		st.Speaker = s.str()
		s.must(",")
	}
	s.must(`"kind":`)
	st.Kind = news.Kind(s.str())
	if s.has(`,"stance":`) {
		st.Stance = news.Stance(s.str())
	}
	s.must(`,"content":`)
	s.each(func() { st.Content = append(st.Content, s.span(ref)) })
	s.must(`,"passage":`)
	st.Passage = s.span(ref)
	s.must(`,"source":`)
	st.Source = s.span(ref)
	s.must(`,"cue":`)
	st.Cue = s.span(ref)
	if s.has(`,"verb":`) {
		st.Verb = s.str()
	}
	s.must(`,"sure":`)
	st.Certainty = s.float()
	if s.has(`,"rule":`) {
		st.Rule = s.str()
	}
	if s.has(`,"why":`) {
		st.Why = s.str()
	}
	s.must("}")
	return st
}
