package store

import (
	"context"
	"database/sql"
	"time"

	"onrecord/news"
)

// JoinGateway says that a process shares in a bot's shards, and for how long it
// may stay silent before it is taken for gone. A gateway that nobody shares in
// is split into size; else it stays as the others have it. It returns how the
// gateway is split, and how many processes share in it, this one included.
func (s *Store) JoinGateway(ctx context.Context, app, process string, size int, silence time.Duration) (news.Gateway, error) {
	var g news.Gateway
	err := s.shortly(ctx, func(tx *sql.Tx) error {
		exec := s.executor(ctx, tx)
		// The row is locked first, so that two processes that start at the same
		// time agree.
		if _, err := exec(`INSERT INTO gateway (app, size, next) VALUES (?, ?, 0) ON CONFLICT (app) DO UPDATE SET next = gateway.next`, app, size); err != nil {
			return err
		}
		if _, err := exec(`DELETE FROM process WHERE app = ? AND until < `+s.d.clock, app); err != nil {
			return err
		}
		if _, err := exec(`INSERT INTO process (app, id, until) VALUES (?, ?, `+s.d.clock+` + ?) ON CONFLICT (app, id) DO UPDATE SET until = excluded.until`, app, process, silence.Milliseconds()); err != nil {
			return err
		}
		if err := tx.QueryRowContext(ctx, s.d.rebind(`SELECT size, next, (SELECT COUNT(*) FROM process p WHERE p.app = g.app) FROM gateway g WHERE app = ?`), app).Scan(&g.Size, &g.Next, &g.Processes); err != nil {
			return err
		}
		if g.Processes == 1 && g.Size != size && g.Next == 0 {
			g.Size = size
			_, err := exec(`UPDATE gateway SET size = ? WHERE app = ?`, size, app)
			return err
		}
		return nil
	})
	return g, s.failed("share in the gateway", err)
}

// LeaveGateway gives up all that a process holds.
func (s *Store) LeaveGateway(ctx context.Context, app, process string) error {
	err := s.shortly(ctx, func(tx *sql.Tx) error {
		exec := s.executor(ctx, tx)
		if _, err := exec(`DELETE FROM process WHERE app = ? AND id = ?`, app, process); err != nil {
			return err
		}
		_, err := exec(`UPDATE shard SET owner = '', until = 0, ready = 0 WHERE app = ? AND owner = ?`, app, process)
		return err
	})
	return s.failed("leave the gateway", err)
}

// RenewShards prolongs a process's leases on the shards of a gateway split into
// size, and lists those that it still holds, in order.
func (s *Store) RenewShards(ctx context.Context, app string, size int, process string, lease time.Duration) ([]int, error) {
	var held []int
	err := s.shortly(ctx, func(tx *sql.Tx) error {
		if _, err := s.executor(ctx, tx)(`UPDATE shard SET until = `+s.d.clock+` + ? WHERE app = ? AND size = ? AND owner = ? AND until >= `+s.d.clock, lease.Milliseconds(), app, size, process); err != nil {
			return err
		}
		rows, err := tx.QueryContext(ctx, s.d.rebind(`SELECT number FROM shard WHERE app = ? AND size = ? AND owner = ? AND until >= `+s.d.clock+` ORDER BY number`), app, size, process)
		if err != nil {
			return err
		}
		held = nil
		return each(rows, func() error {
			var n int
			err := rows.Scan(&n)
			held = append(held, n)
			return err
		})
	})
	return held, s.failed("renew the leases on shards", err)
}

// TakeShards gives a process up to most shards that nobody holds, the lowest
// first, and lists them.
func (s *Store) TakeShards(ctx context.Context, app string, size int, process string, most int, lease time.Duration) ([]int, error) {
	var taken []int
	err := s.shortly(ctx, func(tx *sql.Tx) error {
		taken = nil
		exec := s.executor(ctx, tx)
		free, err := s.freeShards(ctx, tx, app, size)
		if err != nil {
			return err
		}
		for _, n := range free[:min(most, len(free))] {
			done, err := exec(`INSERT INTO shard (app, size, number, owner, until, ready) VALUES (?, ?, ?, ?, `+s.d.clock+` + ?, 0)
				ON CONFLICT (app, size, number) DO UPDATE SET owner = excluded.owner, until = excluded.until, ready = 0 WHERE shard.until < `+s.d.clock, app, size, n, process, lease.Milliseconds())
			if err != nil {
				return err
			}
			if rows, err := done.RowsAffected(); err != nil || rows == 0 {
				continue // another process was quicker
			}
			taken = append(taken, n)
		}
		return nil
	})
	return taken, s.failed("take shards", err)
}

// freeShards lists those that nobody holds.
func (s *Store) freeShards(ctx context.Context, tx *sql.Tx, app string, size int) ([]int, error) {
	held := make([]bool, size)
	rows, err := tx.QueryContext(ctx, s.d.rebind(`SELECT number FROM shard WHERE app = ? AND size = ? AND until >= `+s.d.clock), app, size)
	if err != nil {
		return nil, err
	}
	if err := each(rows, func() error {
		var n int
		err := rows.Scan(&n)
		if n >= 0 && n < size {
			held[n] = true
		}
		return err
	}); err != nil {
		return nil, err
	}
	var free []int
	for n, taken := range held {
		if !taken {
			free = append(free, n)
		}
	}
	return free, nil
}

// ReleaseShard lets others have a shard.
func (s *Store) ReleaseShard(ctx context.Context, app string, size, number int, process string) error {
	_, err := s.affect(ctx, `UPDATE shard SET owner = '', until = 0, ready = 0 WHERE app = ? AND size = ? AND number = ? AND owner = ?`, app, size, number, process)
	return s.failed("release a shard", err)
}

// MarkReady notes whether Discord has greeted a shard.
func (s *Store) MarkReady(ctx context.Context, app string, size, number int, process string, ready bool) error {
	value := 0
	if ready {
		value = 1
	}
	_, err := s.affect(ctx, `UPDATE shard SET ready = ? WHERE app = ? AND size = ? AND number = ? AND owner = ?`, value, app, size, number, process)
	return s.failed("mark a shard ready", err)
}

// SplitGateway begins to split a bot's gateway into another number of shards.
// It does nothing when a change is under way.
func (s *Store) SplitGateway(ctx context.Context, app string, size int) error {
	_, err := s.affect(ctx, `UPDATE gateway SET next = ? WHERE app = ? AND size <> ? AND next = 0`, size, app, size)
	return s.failed("split the gateway anew", err)
}

// FinishSplit ends a change when every new shard is held and ready, and tells
// whether it did.
func (s *Store) FinishSplit(ctx context.Context, app string, next int) (done bool, err error) {
	done, err = s.affect(ctx, `UPDATE gateway SET size = next, next = 0 WHERE app = ? AND next = ?
		AND (SELECT COUNT(*) FROM shard s WHERE s.app = gateway.app AND s.size = gateway.next AND s.ready = 1 AND s.until >= `+s.d.clock+`) = next`, app, next)
	return done, s.failed("finish splitting the gateway", err)
}

// StartSession tells whether a session may be started in a bucket now: one may
// in every so much time, over all processes.
func (s *Store) StartSession(ctx context.Context, app string, bucket int, every time.Duration) (may bool, err error) {
	may, err = s.affect(ctx, `INSERT INTO identify (app, bucket, at) VALUES (?, ?, `+s.d.clock+`)
		ON CONFLICT (app, bucket) DO UPDATE SET at = excluded.at WHERE identify.at <= excluded.at - ?`, app, bucket, every.Milliseconds())
	return may, s.failed("start a session", err)
}

// Shared tells whether processes on several machines can use the database.
func (s *Store) Shared() bool { return s.d.shared }

// executor runs statements with ? for parameters in a transaction.
func (s *Store) executor(ctx context.Context, tx *sql.Tx) func(query string, args ...any) (sql.Result, error) {
	return func(query string, args ...any) (sql.Result, error) {
		return tx.ExecContext(ctx, s.d.rebind(query), args...)
	}
}

// shortly is write for what all processes wait for: the database ends the
// transaction of a process that is stopped in its midst, and frees what it has
// locked, long before others may take what was that process's.
func (s *Store) shortly(ctx context.Context, f func(tx *sql.Tx) error) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		if s.d.shared {
			if _, err := tx.ExecContext(ctx, `SET LOCAL idle_in_transaction_session_timeout = 2000`); err != nil {
				return err
			}
		}
		return f(tx)
	})
}
