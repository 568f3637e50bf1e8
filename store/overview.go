package store

import (
	"context"
	"database/sql"
	"time"

	"onrecord/news"
)

// What operators look at. Nothing here reads more of a table than what it shows,
// but for counts, which stop at mostCounted.
const mostCounted = 10_000

// Queue is how much work on articles there is, each count up to 10,000.
type Queue struct {
	Waiting, Running int
	Overdue          int // of those that wait, for longer than a minute
	Failed           int // since the time that was asked for
}

// Queue counts the jobs of all libraries. now is the time by which jobs are due.
func (s *Store) Queue(ctx context.Context, since, now time.Time) (q Queue, err error) {
	for _, c := range []struct {
		into  *int
		where string
		args  []any
	}{
		{&q.Waiting, `state = 'waiting'`, nil},
		{&q.Running, `state = 'running'`, nil},
		{&q.Overdue, `state = 'waiting' AND due < ?`, []any{now.Add(-time.Minute).UnixMilli()}},
		{&q.Failed, `state = 'failed' AND ended >= ?`, []any{since.UnixMilli()}},
	} {
		if err := s.read(ctx, `SELECT COUNT(*) FROM (SELECT 1 FROM job WHERE `+c.where+` LIMIT ?) AS found`, append(c.args, mostCounted), func(rows *sql.Rows) error {
			return rows.Scan(c.into)
		}); err != nil {
			return q, s.failed("count jobs", err)
		}
	}
	return q, nil
}

// Jobs lists the jobs of all libraries in one state, at most limit of them,
// without their files: the failed ones by when they ended, the latest first; the
// others by when they were asked for.
func (s *Store) Jobs(ctx context.Context, state news.JobState, limit int) ([]news.Job, error) {
	const columns = `SELECT library, id, kind, source, NULL, machine, feed, state, step, attempts, asked, ended, outcome FROM job WHERE `
	query := map[news.JobState]string{
		news.Waiting: columns + `state = 'waiting' ORDER BY due, library, id LIMIT ?`,
		news.Running: columns + `state = 'running' ORDER BY lease, library, id LIMIT ?`,
		news.Failed:  columns + `state = 'failed' ORDER BY ended DESC, library, id LIMIT ?`,
	}[state]
	if query == "" {
		return nil, sentence("Jobs are listed that wait, run or have failed.", nil)
	}
	var out []news.Job
	err := s.read(ctx, query, []any{limit}, func(rows *sql.Rows) error {
		j, err := scanJob(rows)
		out = append(out, j)
		return err
	})
	return out, s.failed("list jobs", err)
}

// FailingFeed is an address that can't be polled, and how many libraries follow
// it.
type FailingFeed struct {
	news.FeedSource
	Followers int
}

// FailingFeeds lists the addresses whose last poll failed, those that failed most
// often in a row first, at most limit of them; all counts them, up to 10,000.
func (s *Store) FailingFeeds(ctx context.Context, limit int) (worst []FailingFeed, all int, err error) {
	err = s.read(ctx, `SELECT `+sourceColumns+`, (SELECT COUNT(*) FROM feed f WHERE f.address = source.address) FROM source WHERE failures > 0 ORDER BY failures DESC, address LIMIT ?`, []any{limit}, func(rows *sql.Rows) error {
		var f FailingFeed
		var due, polled int64
		err := rows.Scan(&f.Address, &f.ETag, &f.Modified, &due, &polled, &f.Quiet, &f.Failures, &f.Problem, &f.Followers)
		f.Due, f.Polled = clockTime(due), clockTime(polled)
		worst = append(worst, f)
		return err
	})
	if err == nil {
		err = s.read(ctx, `SELECT COUNT(*) FROM (SELECT 1 FROM source WHERE failures > 0 LIMIT ?) AS found`, []any{mostCounted}, func(rows *sql.Rows) error { return rows.Scan(&all) })
	}
	return worst, all, s.failed("list feeds that fail", err)
}

// SpentMost lists what accounts of a kind spent on a model on a day, the most
// tokens first, at most limit of them.
func (s *Store) SpentMost(ctx context.Context, day string, kind news.AccountKind, limit int) ([]news.SpendingRow, error) {
	var out []news.SpendingRow
	err := s.read(ctx, `SELECT id, calls, estimated, prompt, completion FROM spending WHERE day = ? AND kind = ? ORDER BY prompt + completion DESC, id LIMIT ?`, []any{day, string(kind), limit}, func(rows *sql.Rows) error {
		r := news.SpendingRow{Day: day}
		r.Kind = kind
		err := rows.Scan(&r.ID, &r.Calls, &r.Estimated, &r.Prompt, &r.Completion)
		out = append(out, r)
		return err
	})
	return out, s.failed("read what the model cost", err)
}

// Verdicts counts what people thought of answers since a time.
func (s *Store) Verdicts(ctx context.Context, since time.Time) (helpful, not int, err error) {
	err = s.read(ctx, `SELECT COALESCE(SUM(helpful), 0), COUNT(*) FROM vote WHERE at >= ?`, []any{since.Unix()}, func(rows *sql.Rows) error {
		err := rows.Scan(&helpful, &not)
		not -= helpful
		return err
	})
	return helpful, not, s.failed("count votes", err)
}

// LastVotes lists what people thought of answers lately, the latest first, with
// the question's words where they are kept and without what was quoted.
func (s *Store) LastVotes(ctx context.Context, limit int) ([]news.Vote, error) {
	var out []news.Vote
	err := s.read(ctx, `SELECT v.answer, v.place, v.at, v.helpful, v.outcome, v.reason, COALESCE(q.words, '')
		FROM vote v LEFT JOIN question q ON q.id = v.question ORDER BY v.at DESC, v.answer, v.person LIMIT ?`, []any{limit}, func(rows *sql.Rows) error {
		var v news.Vote
		var at int64
		var helpful int
		err := rows.Scan(&v.Answer, &v.Place, &at, &helpful, &v.Outcome, &v.Reason, &v.Words)
		v.At, v.Helpful = time.Unix(at, 0).UTC(), helpful == 1
		out = append(out, v)
		return err
	})
	return out, s.failed("list votes", err)
}

// Reach counts the libraries there are, and the paragraphs in all of them that
// can be cited.
func (s *Store) Reach(ctx context.Context) (libraries, paragraphs int, err error) {
	err = s.read(ctx, `SELECT COUNT(*), COALESCE(SUM(docs), 0) FROM library`, nil, func(rows *sql.Rows) error { return rows.Scan(&libraries, &paragraphs) })
	return libraries, paragraphs, s.failed("count libraries", err)
}

// Largest names the largest libraries, in the order of [Store.Sizes], without
// counting what is in them.
func (s *Store) Largest(ctx context.Context, limit int) ([]string, error) {
	var out []string
	err := s.read(ctx, `SELECT name FROM library ORDER BY docs DESC, name LIMIT ?`, []any{limit}, func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		out = append(out, name)
		return err
	})
	return out, s.failed("list libraries", err)
}
