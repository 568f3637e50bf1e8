package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"
)

// Presence is what a process said of itself, for operators.
type Presence struct {
	Process string    `json:"-"` // a name that no other ever has
	Seen    time.Time `json:"-"` // by the clock of who reads it
	App     string    `json:"app,omitempty"`
	Version string    `json:"version,omitempty"`
	Commit  string    `json:"commit,omitempty"`
	Started time.Time `json:"started"`
	// Questions are in hand, Working of those being worked on.
	Questions int             `json:"questions"`
	Working   int             `json:"working"`
	Shards    []PresenceShard `json:"shards,omitempty"`
}

// PresenceShard is how a part of the gateway is doing, as its process sees it.
type PresenceShard struct {
	Number    int       `json:"n"`
	Size      int       `json:"of"`
	Connected bool      `json:"up"`
	Since     time.Time `json:"since"`
	Heard     time.Time `json:"heard"`
	Latency   int       `json:"ms,omitempty"` // of its heartbeat, 0 if not known
	Servers   int       `json:"servers,omitempty"`
}

// presenceKept is how long what is known of a process that went silent stays.
const presenceKept = time.Hour

// maxReport bounds a report, in bytes.
const maxReport = 1 << 20

// Attend keeps what a process says of itself, in place of what it said before,
// and forgets those that have been silent for an hour.
func (s *Store) Attend(ctx context.Context, p Presence) error {
	report, err := encodeJSON(p)
	switch {
	case err != nil:
		return fmt.Errorf("keep a process's report: %w", err)
	case p.Process == "" || len(p.Process) > maxLibrary || !clean(p.Process) || !clean(report) || len(report) > maxReport:
		return sentence("A process needs a name and a report of bounded length in valid UTF-8 text.", nil)
	}
	err = s.write(ctx, func(tx *sql.Tx) error {
		exec := s.executor(ctx, tx)
		if _, err := exec(`INSERT INTO presence (process, seen, report) VALUES (?, `+s.d.clock+`, ?)
			ON CONFLICT (process) DO UPDATE SET seen = excluded.seen, report = excluded.report`, p.Process, report); err != nil {
			return err
		}
		_, err := exec(`DELETE FROM presence WHERE seen < `+s.d.clock+` - ?`, presenceKept.Milliseconds())
		return err
	})
	return s.failed("keep a process's report", err)
}

// Depart forgets a process that has stopped in good order.
func (s *Store) Depart(ctx context.Context, process string) error {
	_, err := s.affect(ctx, `DELETE FROM presence WHERE process = ?`, process)
	return s.failed("forget a process's report", err)
}

// Presences lists the processes that have been heard of within the hour, those
// heard of last first, at most limit of them.
func (s *Store) Presences(ctx context.Context, limit int) ([]Presence, error) {
	var out []Presence
	now := time.Now()
	err := s.read(ctx, `SELECT process, `+s.d.clock+` - seen, report FROM presence ORDER BY seen DESC, process LIMIT ?`, []any{limit}, func(rows *sql.Rows) error {
		var p Presence
		var ago int64
		var report string
		var process string
		if err := rows.Scan(&process, &ago, &report); err != nil {
			return err
		}
		if err := json.Unmarshal([]byte(report), &p); err != nil {
			return fmt.Errorf("read the report of process %s: %w", process, err)
		}
		p.Process, p.Seen = process, now.Add(-time.Duration(ago)*time.Millisecond)
		out = append(out, p)
		return nil
	})
	return out, s.failed("list processes", err)
}

// Lease is who holds a part of a bot's gateway.
type Lease struct {
	Number, Size int
	Owner        string // the process, "" for nobody
	Ready        bool   // Discord has greeted it
	Left         time.Duration
}

// Leases lists who holds which shard of a bot's gateway, in order, at most limit
// of them, with those of a gateway that it is about to be split into.
func (s *Store) Leases(ctx context.Context, app string, limit int) ([]Lease, error) {
	var out []Lease
	err := s.read(ctx, `SELECT s.number, s.size, s.owner, s.ready, s.until - `+s.d.clock+` FROM gateway g JOIN shard s ON s.app = g.app AND s.size IN (g.size, g.next)
		WHERE g.app = ? ORDER BY s.size, s.number LIMIT ?`, []any{app, limit}, func(rows *sql.Rows) error {
		var l Lease
		var ready int
		var left int64
		if err := rows.Scan(&l.Number, &l.Size, &l.Owner, &ready, &left); err != nil {
			return err
		}
		if l.Left = time.Duration(left) * time.Millisecond; l.Left < 0 || l.Owner == "" {
			l.Owner, l.Left = "", 0
		}
		l.Ready = ready == 1 && l.Owner != ""
		out = append(out, l)
		return nil
	})
	return out, s.failed("list who holds which shard", err)
}
