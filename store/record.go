package store

import (
	"encoding/json"
	"fmt"

	"onrecord/news"
)

// The stored forms of paragraphs and readings. They are spelled out here, apart
// from the types of package news, so that renaming a field there can't change
// what old databases mean. A span is [paragraph, start, end]: its article is
// the row it stands in.

type paragraphRecord struct {
	Number int    `json:"n,omitempty"`
	Kind   string `json:"k"`
	Text   string `json:"t"`
}

type spanRecord [3]int

type speakerRecord struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Role    string   `json:"role,omitempty"`
	Kind    string   `json:"kind,omitempty"`
	Aliases []string `json:"aliases,omitempty"`
}

type statementRecord struct {
	Speaker   string       `json:"by,omitempty"`
	Kind      string       `json:"kind"`
	Stance    string       `json:"stance,omitempty"`
	Content   []spanRecord `json:"content"`
	Passage   spanRecord   `json:"passage"`
	Source    spanRecord   `json:"source"`
	Cue       spanRecord   `json:"cue"`
	Verb      string       `json:"verb,omitempty"`
	Certainty float64      `json:"sure"`
	Rule      string       `json:"rule,omitempty"`
	Why       string       `json:"why,omitempty"`
}

type readingRecord struct {
	Speakers   []speakerRecord   `json:"speakers,omitempty"`
	Statements []statementRecord `json:"statements,omitempty"`
}

func encodeParagraphs(ps []news.Paragraph) (string, error) {
	records := make([]paragraphRecord, len(ps))
	for i, p := range ps {
		records[i] = paragraphRecord{p.Number, string(p.Kind), p.Text}
	}
	return encodeJSON(records)
}

func decodeParagraphs(text string) ([]news.Paragraph, error) {
	if ps, ok := scanParagraphs(text); ok {
		return ps, nil
	}
	return parseParagraphs(text)
}

func parseParagraphs(text string) ([]news.Paragraph, error) {
	var records []paragraphRecord
	if err := json.Unmarshal([]byte(text), &records); err != nil {
		return nil, fmt.Errorf("read stored paragraphs: %w", err)
	}
	ps := make([]news.Paragraph, len(records))
	for i, r := range records {
		ps[i] = news.Paragraph{Number: r.Number, Kind: news.ParagraphKind(r.Kind), Text: r.Text}
	}
	return ps, nil
}

func encodeReading(r *news.Reading) (string, error) {
	var record readingRecord
	for _, s := range r.Speakers {
		record.Speakers = append(record.Speakers, speakerRecord{s.ID, s.Name, s.Role, string(s.Kind), s.Aliases})
	}
	for _, s := range r.Statements {
		content := make([]spanRecord, len(s.Content))
		for i, c := range s.Content {
			content[i] = recordSpan(c)
		}
		record.Statements = append(record.Statements, statementRecord{
			s.Speaker, string(s.Kind), string(s.Stance), content,
			recordSpan(s.Passage), recordSpan(s.Source), recordSpan(s.Cue),
			s.Verb, s.Certainty, s.Rule, s.Why,
		})
	}
	return encodeJSON(record)
}

// decodeReading gives the reading of the article version ref.
func decodeReading(text string, ref news.Ref) (*news.Reading, error) {
	if r, ok := scanReading(text, ref); ok {
		return r, nil
	}
	return parseReading(text, ref)
}

func parseReading(text string, ref news.Ref) (*news.Reading, error) {
	var record readingRecord
	if err := json.Unmarshal([]byte(text), &record); err != nil {
		return nil, fmt.Errorf("read stored statements: %w", err)
	}
	r := &news.Reading{}
	for _, s := range record.Speakers {
		r.Speakers = append(r.Speakers, news.Speaker{ID: s.ID, Name: s.Name, Role: s.Role, Kind: news.SpeakerKind(s.Kind), Aliases: s.Aliases})
	}
	for _, s := range record.Statements {
		content := make([]news.Span, len(s.Content))
		for i, c := range s.Content {
			content[i] = c.span(ref)
		}
		r.Statements = append(r.Statements, news.Statement{
			Speaker: s.Speaker, Kind: news.Kind(s.Kind), Stance: news.Stance(s.Stance), Content: content,
			Passage: s.Passage.span(ref), Source: s.Source.span(ref), Cue: s.Cue.span(ref),
			Verb: s.Verb, Certainty: s.Certainty, Rule: s.Rule, Why: s.Why,
		})
	}
	return r, nil
}

func recordSpan(s news.Span) spanRecord { return spanRecord{s.Paragraph, s.Start, s.End} }

func (r spanRecord) span(ref news.Ref) news.Span {
	if r == (spanRecord{}) {
		return news.Span{}
	}
	return news.Span{Article: ref, Paragraph: r[0], Start: r[1], End: r[2]}
}

func encodeList(list []string) (string, error) { return encodeJSON(list) }

func decodeList(text string) ([]string, error) {
	var list []string
	if err := json.Unmarshal([]byte(text), &list); err != nil {
		return nil, fmt.Errorf("read a stored list: %w", err)
	}
	return list, nil
}

func encodeJSON(v any) (string, error) {
	b, err := json.Marshal(v)
	return string(b), err
}
