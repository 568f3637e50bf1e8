package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"onrecord/news"
)

// maxReason bounds what somebody says of an answer, in bytes.
const maxReason = 4_000

// KeepVote keeps what somebody thinks of an answer, in place of what they
// thought before. A vote without a reason leaves the reason that the same vote
// had.
func (s *Store) KeepVote(ctx context.Context, v news.Vote) error {
	for _, text := range []string{v.Answer, v.Person, v.Place, v.Outcome, v.Question} {
		if !clean(text) || len(text) > maxLibrary {
			return sentence("A vote needs names of valid UTF-8 text.", nil)
		}
	}
	if v.Answer == "" || v.Person == "" || !clean(v.Reason) || len(v.Reason) > maxReason {
		return sentence(fmt.Sprintf("A vote needs an answer, a person, and a reason of at most %d bytes of valid UTF-8 text.", maxReason), nil)
	}
	spans, err := encodeSpans(v.Spans)
	if err != nil {
		return fmt.Errorf("keep a vote: %w", err)
	}
	err = s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, s.d.rebind(`INSERT INTO vote (answer, person, place, at, helpful, outcome, question, spans, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (answer, person) DO UPDATE SET at = excluded.at, helpful = excluded.helpful,
			reason = CASE WHEN excluded.reason = '' AND excluded.helpful = vote.helpful THEN vote.reason ELSE excluded.reason END`),
			v.Answer, v.Person, v.Place, v.At.Unix(), flag(v.Helpful), v.Outcome, v.Question, spans, v.Reason)
		return err
	})
	return s.failed("keep a vote", err)
}

// Votes calls f with every vote, the oldest first, with the question's words
// where they are kept. f must not use the store.
func (s *Store) Votes(ctx context.Context, f func(news.Vote) error) error {
	err := s.read(ctx, `SELECT v.answer, v.person, v.place, v.at, v.helpful, v.outcome, v.question, v.spans, v.reason, COALESCE(q.words, '')
		FROM vote v LEFT JOIN question q ON q.id = v.question ORDER BY v.at, v.answer, v.person`, nil, func(rows *sql.Rows) error {
		var v news.Vote
		var at int64
		var helpful int
		var spans string
		if err := rows.Scan(&v.Answer, &v.Person, &v.Place, &at, &helpful, &v.Outcome, &v.Question, &spans, &v.Reason, &v.Words); err != nil {
			return err
		}
		v.At, v.Helpful = time.Unix(at, 0).UTC(), helpful == 1
		var err error
		if v.Spans, err = decodeSpans(spans); err != nil {
			return err
		}
		return f(v)
	})
	return s.failed("read votes", err)
}

// placeRecord is a span as it is kept apart from its article.
type placeRecord struct {
	ID        string `json:"id"`
	Version   int    `json:"v"`
	Paragraph int    `json:"p"`
	Start     int    `json:"s"`
	End       int    `json:"e"`
}

func encodeSpans(spans []news.Span) (string, error) {
	records := make([]placeRecord, len(spans))
	for i, s := range spans {
		records[i] = placeRecord{s.Article.ID, s.Article.Version, s.Paragraph, s.Start, s.End}
	}
	return encodeJSON(records)
}

func decodeSpans(text string) ([]news.Span, error) {
	var records []placeRecord
	if err := json.Unmarshal([]byte(text), &records); err != nil {
		return nil, fmt.Errorf("read the places of a quotation: %w", err)
	}
	var spans []news.Span
	for _, r := range records {
		spans = append(spans, news.Span{Article: news.Ref{ID: r.ID, Version: r.Version}, Paragraph: r.Paragraph, Start: r.Start, End: r.End})
	}
	return spans, nil
}
