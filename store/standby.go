package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
)

// standby is a streaming replica of the store's database.
type standby struct {
	name  string
	db    *sql.DB
	most  int     // connections of db
	looks *sql.DB // one connection, so that a busy pool is not taken for a dead server
	stmts *statements

	mu sync.Mutex
	// whole tells that the standby holds all that was committed before; zero
	// while nothing is known.
	whole   time.Time
	problem string // why it can't be asked at all, "" when it can
	told    string // what was said of it last
}

// unseen is the problem of a standby that nobody has looked at yet.
const unseen = "was not looked at yet"

// patience is how long a standby may take over one statement; then the primary
// is asked. A whole question takes a tenth of it.
const patience = 2 * time.Second

// openStandby prepares connections that can only read.
func openStandby(address string) (*standby, error) {
	config, err := pgx.ParseConfig(address)
	if err != nil {
		return nil, sentence("The address of a replica can't be read; it should look like postgres://user:password@host:5432/database.", err)
	}
	most, err := poolSize(config.RuntimeParams)
	if err != nil {
		return nil, err
	}
	for name, value := range map[string]string{
		"default_transaction_read_only": "on",
		"statement_timeout":             fmt.Sprint(2 * patience.Milliseconds()),
	} {
		if config.RuntimeParams[name] == "" {
			config.RuntimeParams[name] = value
		}
	}
	if config.ConnectTimeout == 0 {
		config.ConnectTimeout = patience
	}
	b := &standby{
		name:  fmt.Sprintf("%s:%d", config.Host, config.Port),
		stmts: &statements{byText: map[string]*sql.Stmt{}},
		db:    stdlib.OpenDB(*config), most: most, looks: stdlib.OpenDB(*config),
		problem: unseen, told: unseen,
	}
	b.db.SetMaxOpenConns(most)
	b.db.SetMaxIdleConns(most)
	b.db.SetConnMaxIdleTime(5 * time.Minute)
	b.looks.SetMaxOpenConns(1)
	return b, nil
}

func (b *standby) close() error {
	b.stmts.close()
	return errors.Join(b.db.Close(), b.looks.Close())
}

// mark is how far the primary's log had come at a time: what was committed
// before is in front of it.
type mark struct {
	at       time.Time
	position int64
}

// identity tells one database of one cluster from every other.
const identity = `SELECT system_identifier::text || ' ' || current_database() || ' ' || current_schema() FROM pg_control_system()`

// look finds out how far the standby has come, marks being what is known of the
// primary, in the order of time. No clock but this process's own is needed, and
// a primary that writes nothing leaves nobody behind.
func (b *standby) look(ctx context.Context, primary string, marks []mark) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	var standsBy bool
	var replayed int64
	var who string
	err := b.looks.QueryRowContext(ctx, `SELECT pg_is_in_recovery(), COALESCE(pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0'), 0)::bigint, (`+identity+`)`).Scan(&standsBy, &replayed, &who)
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case err != nil:
		b.problem = "can't be reached"
	case !standsBy:
		b.problem, b.whole = "is no replica: it takes writes of its own", time.Time{}
	case primary != "" && who != primary:
		b.problem, b.whole = "is a replica of another database", time.Time{}
	default:
		b.problem = ""
		i, _ := slices.BinarySearchFunc(marks, replayed+1, func(m mark, p int64) int { return cmp.Compare(m.position, p) })
		if i > 0 && marks[i-1].at.After(b.whole) {
			b.whole = marks[i-1].at
		}
	}
}

// state is what is known of the standby now.
func (b *standby) state() (whole time.Time, problem string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.whole, b.problem
}

// errStandby ends a question that a standby was asked; the primary is asked it
// again from the beginning.
var errStandby = errors.New("the replica failed")

// sitting is one question's use of a standby: all that it reads comes from there.
type sitting struct {
	on *standby

	mu     sync.Mutex
	failed error
}

func (p *sitting) problem() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.failed
}

// read is [Store.read] on the standby. Whatever goes wrong ends the sitting.
func (p *sitting) read(ctx context.Context, query string, args []any, f func(*sql.Rows) error) error {
	if p.problem() != nil {
		return errStandby
	}
	within, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	err := p.on.read(within, query, args, f)
	if err == nil || ctx.Err() != nil {
		return err
	}
	if errors.Is(err, context.DeadlineExceeded) || unreachable(err) {
		p.on.mu.Lock()
		p.on.problem = "can't be reached" // until somebody has looked again
		p.on.mu.Unlock()
	}
	p.mu.Lock()
	p.failed = err
	p.mu.Unlock()
	return fmt.Errorf("%w: %w", errStandby, err)
}

// read reads, and once more over a new connection where the one it had was lost: a
// server that was restarted leaves a pool full of dead ones, which says nothing of
// how it is now.
func (b *standby) read(ctx context.Context, query string, args []any, f func(*sql.Rows) error) error {
	begun, err := b.stmts.read(ctx, b.db, query, args, f)
	if err == nil || begun || ctx.Err() != nil || !lostConnection(err) {
		return err
	}
	b.db.SetMaxIdleConns(-1) // lets go of those
	b.db.SetMaxIdleConns(b.most)
	_, err = b.stmts.read(ctx, b.db, query, args, f)
	return err
}

// unreachable tells whether an error says that a server can't be asked.
func unreachable(err error) bool {
	var connect *pgconn.ConnectError
	return errors.As(err, &connect) || lostConnection(err)
}
