package store

import (
	"context"
	"database/sql"
	"time"

	"onrecord/news"
)

// Spent is what an account has spent on a model on a day (2006-01-02, UTC), in
// tokens.
func (s *Store) Spent(ctx context.Context, day string, a news.Account) (int, error) {
	var tokens int
	err := s.read(ctx, `SELECT prompt + completion FROM spending WHERE day = ? AND kind = ? AND id = ?`, []any{day, string(a.Kind), a.ID}, func(rows *sql.Rows) error {
		return rows.Scan(&tokens)
	})
	return tokens, s.failed("read what the model cost", err)
}

// Spend adds to what accounts have spent on a day. In a database that can only
// be read nothing is kept.
func (s *Store) Spend(ctx context.Context, day string, n news.Spending, accounts ...news.Account) error {
	if s.readOnly {
		return nil
	}
	for _, a := range accounts {
		if !named(day, string(a.Kind), a.ID) || len(a.ID) > maxLibrary {
			return sentence("An account needs a name of valid UTF-8 text.", nil)
		}
	}
	err := s.write(ctx, func(tx *sql.Tx) error {
		for _, a := range accounts {
			if _, err := tx.ExecContext(ctx, s.d.rebind(`INSERT INTO spending (day, kind, id, calls, estimated, prompt, completion) VALUES (?, ?, ?, ?, ?, ?, ?)
				ON CONFLICT (day, kind, id) DO UPDATE SET calls = spending.calls + excluded.calls, estimated = spending.estimated + excluded.estimated,
				prompt = spending.prompt + excluded.prompt, completion = spending.completion + excluded.completion`),
				day, string(a.Kind), a.ID, n.Calls, n.Estimated, n.Prompt, n.Completion); err != nil {
				return err
			}
		}
		return s.forgetOld(ctx, tx, day)
	})
	return s.failed("keep what the model cost", err)
}

// How long what belongs to people and what models replied is kept, in days.
const (
	peopleDays = 2
	replyDays  = 30
)

// forgetOld deletes what is older than it is kept, counted from a day.
func (s *Store) forgetOld(ctx context.Context, tx *sql.Tx, day string) error {
	today, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return sentence("A day is written like 2006-01-02.", nil)
	}
	before := func(days int) string { return today.AddDate(0, 0, -days).Format(time.DateOnly) }
	if _, err := tx.ExecContext(ctx, s.d.rebind(`DELETE FROM spending WHERE day <= ? AND kind = ?`), before(peopleDays), string(news.UserAccount)); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, s.d.rebind(`DELETE FROM reply WHERE day <= ?`), before(replyDays))
	return err
}

// Spending lists what was spent on a model from a day on, newest day first, then
// by account.
func (s *Store) Spending(ctx context.Context, since string) ([]news.SpendingRow, error) {
	if !named(since) {
		return nil, nil
	}
	var out []news.SpendingRow
	err := s.read(ctx, `SELECT day, kind, id, calls, estimated, prompt, completion FROM spending WHERE day >= ? ORDER BY day DESC, kind, id`, []any{since}, func(rows *sql.Rows) error {
		var r news.SpendingRow
		var kind string
		if err := rows.Scan(&r.Day, &kind, &r.ID, &r.Calls, &r.Estimated, &r.Prompt, &r.Completion); err != nil {
			return err
		}
		r.Kind = news.AccountKind(kind)
		out = append(out, r)
		return nil
	})
	return out, s.failed("read what the model cost", err)
}
