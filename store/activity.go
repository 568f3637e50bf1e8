package store

import (
	"cmp"
	"context"
	"database/sql"
	"maps"
	"slices"
	"strings"
	"time"
)

// Asked is how many questions were asked since the last one.
type Asked struct {
	// Outcomes are by how they ended: answered, failed, or the reason why not.
	Outcomes map[string]int
	// Servers are by the server that they were asked in, "" for direct messages.
	Servers map[string]int
}

// How long counts are kept, in days, today's included.
const (
	outcomeDays  = 31
	activityDays = 2
)

// AddAsked adds to the counts of a day (2006-01-02, UTC), which are those of all
// processes together, and forgets old ones. In a database that can only be read
// nothing is kept.
func (s *Store) AddAsked(ctx context.Context, day string, a Asked) error {
	if s.readOnly || len(a.Outcomes)+len(a.Servers) == 0 {
		return nil
	}
	today, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return sentence("A day is written like 2006-01-02.", nil)
	}
	err = s.write(ctx, func(tx *sql.Tx) error {
		if err := s.addCounts(ctx, tx, day, "outcome", "outcome", a.Outcomes); err != nil {
			return err
		}
		if err := s.addCounts(ctx, tx, day, "activity", "server", a.Servers); err != nil {
			return err
		}
		before := func(days int) string { return today.AddDate(0, 0, -days).Format(time.DateOnly) }
		exec := s.executor(ctx, tx)
		if _, err := exec(`DELETE FROM outcome WHERE day <= ?`, before(outcomeDays)); err != nil {
			return err
		}
		_, err := exec(`DELETE FROM activity WHERE day <= ?`, before(activityDays))
		return err
	})
	return s.failed("count questions", err)
}

// addCounts adds counts to those of a day, many at a time and always in the same
// order: processes that do so at the same time wait for each other in a row.
func (s *Store) addCounts(ctx context.Context, tx *sql.Tx, day, table, column string, counts map[string]int) error {
	const atOnce = 50
	for names := range slices.Chunk(slices.Sorted(maps.Keys(counts)), atOnce) {
		var args []any
		for _, name := range names {
			if !clean(name) || len(name) > maxLibrary {
				return sentence("What is counted needs a name of valid UTF-8 text.", nil)
			}
			args = append(args, day, name, counts[name])
		}
		query := `INSERT INTO ` + table + ` (day, ` + column + `, questions) VALUES ` + repeated("(?, ?, ?)", len(names)) +
			` ON CONFLICT (day, ` + column + `) DO UPDATE SET questions = ` + table + `.questions + excluded.questions`
		if _, err := tx.ExecContext(ctx, s.d.rebind(query), args...); err != nil {
			return err
		}
	}
	return nil
}

// Count is how often something named was counted.
type Count struct {
	Name string
	N    int
}

// Outcomes counts a day's questions by how they ended, the most frequent first.
func (s *Store) Outcomes(ctx context.Context, day string) ([]Count, error) {
	out, err := s.counts(ctx, `SELECT outcome, questions FROM outcome WHERE day = ?`, day)
	slices.SortFunc(out, func(a, b Count) int { return cmp.Or(cmp.Compare(b.N, a.N), strings.Compare(a.Name, b.Name)) })
	return out, s.failed("count outcomes", err)
}

// Active lists the servers that asked most on a day, at most limit of them, "" for
// direct messages; all is how many servers asked anything.
func (s *Store) Active(ctx context.Context, day string, limit int) (most []Count, all int, err error) {
	if most, err = s.counts(ctx, `SELECT server, questions FROM activity WHERE day = ? ORDER BY questions DESC, server LIMIT ?`, day, limit); err == nil {
		err = s.read(ctx, `SELECT COUNT(*) FROM activity WHERE day = ? AND server > ''`, []any{day}, func(rows *sql.Rows) error { return rows.Scan(&all) })
	}
	return most, all, s.failed("list the most active servers", err)
}

// counts reads rows of a name and a number.
func (s *Store) counts(ctx context.Context, query string, args ...any) ([]Count, error) {
	var out []Count
	err := s.read(ctx, query, args, func(rows *sql.Rows) error {
		var c Count
		err := rows.Scan(&c.Name, &c.N)
		out = append(out, c)
		return err
	})
	return out, err
}
