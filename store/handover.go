package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"
	"time"

	"onrecord/news"
)

// RenewClaims prolongs a process's claims on events that it has not dealt with
// yet, and lists those that are still its own, in order.
func (s *Store) RenewClaims(ctx context.Context, owner string, events []string, lease time.Duration) (kept []string, err error) {
	if s.readOnly {
		return slices.Clone(events), nil
	}
	for batch := range slices.Chunk(events, claimsAtOnce) {
		err = errors.Join(err, s.quickly(ctx, func(ctx context.Context, db *sql.DB) error {
			return s.askQuickly(ctx, db, `UPDATE claim SET until = `+s.d.clock+` + ? WHERE owner = ? AND until > 0 AND id `+s.d.among+` RETURNING id, tries`,
				[]any{lease.Milliseconds(), owner, listed(batch)}, func(id string, _ int) { kept = append(kept, id) })
		}))
	}
	slices.Sort(kept)
	return kept, s.failed("renew the claims on events", err)
}

// FinishClaims notes that events have been dealt with, claimed or not: nobody is
// to take them on any more. It may come late. Where it fails some of them may be
// noted; it can be done again.
func (s *Store) FinishClaims(ctx context.Context, owner string, events []string, now time.Time) error {
	if s.readOnly {
		return nil
	}
	events = slices.Clone(events)
	slices.Sort(events)
	for batch := range slices.Chunk(slices.Compact(events), claimsAtOnce) {
		if err := s.quickly(ctx, func(ctx context.Context, db *sql.DB) error {
			st, err := s.claims.stmts.get(ctx, db, s.d.rebind(`INSERT INTO claim (id, at, owner) SELECT value->>0, CAST(? AS BIGINT), CAST(? AS TEXT) FROM `+s.d.listed+` WHERE true ON CONFLICT (id) DO UPDATE SET until = 0`))
			if err != nil {
				return err
			}
			rows := make([][]any, len(batch))
			for i, id := range batch {
				rows[i] = []any{id}
			}
			_, err = st.ExecContext(ctx, now.Unix(), owner, listed(rows))
			return err
		}); err != nil {
			return s.failed("finish the claims on events", err)
		}
	}
	return nil
}

// SaveSessions keeps the sessions of a bot's shards for whoever has the shards
// next. What another process has taken up meanwhile stays as that one keeps it.
func (s *Store) SaveSessions(ctx context.Context, app, owner string, all []news.Session) error {
	if s.readOnly {
		return nil
	}
	var err error
	for batch := range slices.Chunk(all, claimsAtOnce) {
		err = errors.Join(err, s.quickly(ctx, func(ctx context.Context, db *sql.DB) error {
			var args []any
			for _, one := range batch {
				args = append(args, app, one.Size, one.Shard, one.ID, one.Address, one.Sequence, one.Servers, one.Intents, owner)
			}
			_, err := db.ExecContext(ctx, s.d.rebind(`INSERT INTO handover (app, size, number, session, address, seq, servers, intents, owner, at) VALUES `+repeated("(?, ?, ?, ?, ?, ?, ?, ?, ?, "+s.d.clock+")", len(batch))+`
				ON CONFLICT (app, size, number) DO UPDATE SET session = excluded.session, address = excluded.address, seq = excluded.seq, servers = excluded.servers, intents = excluded.intents, at = excluded.at WHERE handover.owner = excluded.owner`), args...)
			return err
		}))
	}
	return s.failed("keep the gateway's sessions", err)
}

// TakeSession returns the session that a shard was last known to have, one
// without an ID when there is none of at most that age, and lets no process but
// this one keep another from now on.
func (s *Store) TakeSession(ctx context.Context, app string, size, number int, owner string, within time.Duration) (news.Session, error) {
	one := news.Session{Size: size, Shard: number}
	if s.readOnly {
		return one, nil
	}
	err := s.quickly(ctx, func(ctx context.Context, db *sql.DB) error {
		var young bool
		err := db.QueryRowContext(ctx, s.d.rebind(`INSERT INTO handover (app, size, number, session, address, seq, servers, intents, owner, at) VALUES (?, ?, ?, '', '', 0, 0, 0, ?, 0)
			ON CONFLICT (app, size, number) DO UPDATE SET owner = excluded.owner RETURNING session, address, seq, servers, intents, at >= `+s.d.clock+` - ?`), app, size, number, owner, within.Milliseconds()).
			Scan(&one.ID, &one.Address, &one.Sequence, &one.Servers, &one.Intents, &young)
		if !young {
			one = news.Session{Size: size, Shard: number}
		}
		return err
	})
	return one, s.failed("take a gateway's session", err)
}

// repeated repeats an item, with commas between.
func repeated(item string, n int) string {
	return strings.TrimSuffix(strings.Repeat(item+", ", n), ", ")
}
