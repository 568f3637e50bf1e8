package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"onrecord/news"
)

// AddJobs puts jobs in the queue, all or none. One that is open already, asked
// for again, is left as it is; one that has ended begins anew. Only what is
// asked for is read of each: Library, ID, Kind, Source, Content, Machine, Feed.
func (s *Store) AddJobs(ctx context.Context, jobs []news.Job, now time.Time) error {
	for _, j := range jobs {
		if err := checkLibrary(j.Library); err != nil {
			return err
		}
		if j.Source == "" || len(j.Source) > maxName || !clean(j.Source) {
			return sentence(fmt.Sprintf("An address or a file's name has at most %d bytes of valid UTF-8 text.", maxName), nil)
		}
	}
	err := s.write(ctx, func(tx *sql.Tx) error {
		for _, j := range jobs {
			if _, err := tx.ExecContext(ctx, s.d.rebind(insertJob+` ON CONFLICT (library, id) DO UPDATE SET
				content = excluded.content, state = 'waiting', step = '', attempts = 0, due = excluded.due, owner = '', lease = 0, asked = excluded.asked, ended = 0, outcome = ''
				WHERE job.state IN ('done', 'failed', 'cancelled')`), jobValues(j, now)...); err != nil {
				return err
			}
		}
		return nil
	})
	return s.failed("queue articles", err)
}

const insertJob = `INSERT INTO job (library, id, kind, source, content, machine, feed, state, step, attempts, due, owner, lease, asked, ended, outcome)
	VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', '', 0, ?, '', 0, ?, 0, '')`

func jobValues(j news.Job, now time.Time) []any {
	return []any{j.Library, j.ID, string(j.Kind), j.Source, j.Content, j.Machine, j.Feed, now.UnixMilli(), now.UnixMilli()}
}

const jobColumns = `library, id, kind, source, content, machine, feed, state, step, attempts, asked, ended, outcome`

func scanJob(rows *sql.Rows) (j news.Job, err error) {
	var kind, state, outcome string
	var asked, ended int64
	if err := rows.Scan(&j.Library, &j.ID, &kind, &j.Source, &j.Content, &j.Machine, &j.Feed, &state, &j.Step, &j.Attempts, &asked, &ended, &outcome); err != nil {
		return j, err
	}
	j.Kind, j.State, j.Asked, j.Ended = news.JobKind(kind), news.JobState(state), clockTime(asked), clockTime(ended)
	if outcome != "" {
		err = json.Unmarshal([]byte(outcome), &j.Outcome)
	}
	return j, err
}

// Job returns a job, or news.ErrNotFound.
func (s *Store) Job(ctx context.Context, library, id string) (news.Job, error) {
	var j news.Job
	if named(library, id) {
		if err := s.read(ctx, `SELECT `+jobColumns+` FROM job WHERE library = ? AND id = ?`, []any{library, id}, func(rows *sql.Rows) (err error) {
			j, err = scanJob(rows)
			return err
		}); err != nil {
			return j, s.failed("read job "+id, err)
		}
	}
	if j.ID == "" {
		return j, fmt.Errorf("job %q: %w", id, news.ErrNotFound)
	}
	return j, nil
}

// OpenJobs counts a library's jobs that have not ended and that run, or are due
// by then; "" counts those of all libraries.
func (s *Store) OpenJobs(ctx context.Context, library string, by time.Time) (n int, err error) {
	query, args := `SELECT COUNT(*) FROM job WHERE (state = 'running' OR state = 'waiting' AND due <= ?)`, []any{by.UnixMilli()}
	if library != "" {
		query, args = query+` AND library = ?`, append(args, library)
	}
	err = s.read(ctx, query, args, func(rows *sql.Rows) error { return rows.Scan(&n) })
	return n, s.failed("count jobs", err)
}

// ClaimJob takes the next job that waits, or that a process which holds it no
// longer has let go, for owner until lease; nil when there is none. A path is
// only for its machine.
func (s *Store) ClaimJob(ctx context.Context, owner, machine string, now, lease time.Time) (*news.Job, error) {
	const some = 8 // others may take the first
	var found []news.Job
	at := now.UnixMilli()
	for _, query := range []string{
		`SELECT ` + jobColumns + ` FROM job WHERE state = 'running' AND lease < ? AND machine IN ('', ?) ORDER BY lease, library, id LIMIT ?`,
		`SELECT ` + jobColumns + ` FROM job WHERE state = 'waiting' AND due <= ? AND machine IN ('', ?) ORDER BY due, library, id LIMIT ?`,
	} {
		if err := s.read(ctx, query, []any{at, machine, some}, func(rows *sql.Rows) error {
			j, err := scanJob(rows)
			found = append(found, j)
			return err
		}); err != nil {
			return nil, s.failed("look for a job", err)
		}
	}
	for _, j := range found {
		won, err := s.affect(ctx, `UPDATE job SET state = 'running', owner = ?, lease = ?, attempts = attempts + 1
			WHERE library = ? AND id = ? AND attempts = ? AND (state = 'waiting' AND due <= ? OR state = 'running' AND lease < ?)`,
			owner, lease.UnixMilli(), j.Library, j.ID, j.Attempts, at, at)
		if err != nil {
			return nil, s.failed("take a job", err)
		}
		if won {
			j.State = news.Running
			j.Attempts++
			return &j, nil
		}
	}
	return nil, nil
}

// KeepJob prolongs the lease of a running job and notes its step. It returns
// false when the job is no longer the owner's: cancelled, or another's.
func (s *Store) KeepJob(ctx context.Context, j *news.Job, owner, step string, lease time.Time) (bool, error) {
	held, err := s.affect(ctx, `UPDATE job SET lease = ?, step = ? WHERE library = ? AND id = ? AND state = 'running' AND owner = ? AND attempts = ?`,
		lease.UnixMilli(), step, j.Library, j.ID, owner, j.Attempts)
	return held, s.failed("keep job "+j.ID, err)
}

// EndJob ends a running job, unless it is no longer the owner's.
func (s *Store) EndJob(ctx context.Context, j *news.Job, owner string, state news.JobState, o news.Outcome, now time.Time) (bool, error) {
	outcome, err := encodeJSON(o)
	if err != nil {
		return false, err
	}
	ended, err := s.affect(ctx, `UPDATE job SET state = ?, outcome = ?, ended = ?, content = NULL, owner = '', lease = 0 WHERE library = ? AND id = ? AND state = 'running' AND owner = ? AND attempts = ?`,
		string(state), outcome, now.UnixMilli(), j.Library, j.ID, owner, j.Attempts)
	return ended, s.failed("end job "+j.ID, err)
}

// PutBackJob lets a running job wait until due, as when its process ends. That
// it was begun is forgotten unless it counts.
func (s *Store) PutBackJob(ctx context.Context, j *news.Job, owner string, due time.Time, counts bool) error {
	attempts := j.Attempts
	if !counts {
		attempts--
	}
	_, err := s.affect(ctx, `UPDATE job SET state = 'waiting', due = ?, owner = '', lease = 0, attempts = ? WHERE library = ? AND id = ? AND state = 'running' AND owner = ? AND attempts = ?`,
		due.UnixMilli(), attempts, j.Library, j.ID, owner, j.Attempts)
	return s.failed("put job "+j.ID+" back", err)
}

// CancelJob ends a job that has not ended, whoever has it; false when it had.
func (s *Store) CancelJob(ctx context.Context, library, id string, now time.Time) (bool, error) {
	if !named(library, id) {
		return false, nil
	}
	ok, err := s.affect(ctx, `UPDATE job SET state = 'cancelled', ended = ?, content = NULL, owner = '', lease = 0 WHERE library = ? AND id = ? AND state IN ('waiting', 'running')`,
		now.UnixMilli(), library, id)
	return ok, s.failed("cancel job "+id, err)
}

// ForgetJobs deletes jobs that ended before a time.
func (s *Store) ForgetJobs(ctx context.Context, before time.Time) error {
	_, err := s.affect(ctx, `DELETE FROM job WHERE state IN ('done', 'failed', 'cancelled') AND ended < ?`, before.UnixMilli())
	return s.failed("forget old jobs", err)
}

// write runs f in a transaction of its own.
func (s *Store) write(ctx context.Context, f func(tx *sql.Tx) error) error {
	tx, end, err := s.begin(ctx)
	if err != nil {
		return err
	}
	defer end()
	if err := f(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// affect runs a statement and tells whether it changed anything.
func (s *Store) affect(ctx context.Context, query string, args ...any) (changed bool, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, s.d.rebind(query), args...)
		if err != nil {
			return err
		}
		n, err := result.RowsAffected()
		changed = n > 0
		return err
	})
	return changed, err
}

// clockTime is a time as the tables of intake keep it, zero for 0.
func clockTime(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}
