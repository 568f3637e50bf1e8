package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
)

// postgresDialect makes the dialect of PostgreSQL. Everything that must agree
// with SQLite is in the schema: times are integers and text compares by bytes.
func postgresDialect() dialect {
	return dialect{
		schema:  "postgres",
		rebind:  numbered(),
		lock:    `SELECT pg_advisory_xact_lock(7021796)`, // any number, but always this one
		tables:  `SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = current_schema()`,
		join:    `posting.data || excluded.data`,
		again:   lostConnection,
		explain: explainPostgres,
	}
}

func openPostgres(ctx context.Context, address string) (*Store, error) {
	config, err := pgx.ParseConfig(address)
	if err != nil {
		return nil, sentence("The address of the PostgreSQL database can't be read; it should look like postgres://user:password@host:5432/database.", err)
	}
	// A question never waits behind a forgotten transaction for ever.
	if config.RuntimeParams["lock_timeout"] == "" {
		config.RuntimeParams["lock_timeout"] = strconv.FormatInt(busyTimeout.Milliseconds(), 10)
	}
	if config.ConnectTimeout == 0 {
		config.ConnectTimeout = 5 * time.Second
	}
	s := newStore(postgresDialect(), fmt.Sprintf("PostgreSQL database %q on %s", config.Database, config.Host))
	s.db = stdlib.OpenDB(*config)
	s.db.SetMaxOpenConns(8)
	s.db.SetMaxIdleConns(8)
	s.db.SetConnMaxIdleTime(5 * time.Minute)
	if err := s.prepareServer(ctx); err != nil {
		s.db.Close()
		return nil, s.failed("open "+s.name, err)
	}
	return s, nil
}

// prepareServer finds out what the database is before anything in it is
// touched, and brings it up to date.
func (s *Store) prepareServer(ctx context.Context) error {
	var number, encoding string
	if err := s.db.QueryRowContext(ctx, `SELECT current_setting('server_version_num'), current_setting('server_encoding')`).Scan(&number, &encoding); err != nil {
		return err
	}
	if n, _ := strconv.Atoi(number); n < 150000 {
		return sentence(fmt.Sprintf("The %s is PostgreSQL %d; version 15 or later is needed.", s.name, n/10000), nil)
	}
	if encoding != "UTF8" {
		return sentence(fmt.Sprintf("The %s stores text as %s; make one with ENCODING 'UTF8'.", s.name, encoding), nil)
	}
	st, err := s.d.look(ctx, s.db)
	if err != nil {
		return err
	}
	if done, err := s.d.current(st); done || err != nil {
		return err
	}
	return s.d.migrate(ctx, s.db)
}

// numbered turns ? into $1, $2 …, and remembers: the statements are few.
func numbered() func(string) string {
	var known sync.Map
	return func(query string) string {
		if q, ok := known.Load(query); ok {
			return q.(string)
		}
		var b strings.Builder
		n := 0
		for part := range strings.SplitSeq(query, "?") {
			if n > 0 {
				b.WriteString("$" + strconv.Itoa(n))
			}
			b.WriteString(part)
			n++
		}
		known.Store(query, b.String())
		return b.String()
	}
}

// lostConnection tells whether an error says that the connection is gone, and
// nothing about the statement.
func lostConnection(err error) bool {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code == "57P01" || pg.Code == "57P02" // the server is being stopped
	}
	var n net.Error
	return errors.Is(err, driver.ErrBadConn) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.Is(err, sql.ErrConnDone) || pgconn.SafeToRetry(err) || errors.As(err, &n) && !n.Timeout()
}

func explainPostgres(name string, err error) string {
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return ""
	case errors.Is(err, errNewer):
		return fmt.Sprintf("The %s was written by a newer version of onrecord; nothing in it was changed. Update onrecord, or name another database.", name)
	case errors.Is(err, errForeign):
		return fmt.Sprintf("The %s holds tables of another program; nothing in it was changed. Name an empty database, or a schema of its own with ?search_path=.", name)
	}
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		switch {
		case pg.Code == "3D000":
			return fmt.Sprintf("There is no %s; make it with createdb, or name another.", name)
		case strings.HasPrefix(pg.Code, "28"):
			return fmt.Sprintf("The %s refuses this user or password; check DATABASE_URL.", name)
		case pg.Code == "42501", pg.Code == "3F000":
			return fmt.Sprintf("The user of the %s may not do this (%s); nothing was changed. Give it the right to create tables in its schema.", name, pg.Message)
		case pg.Code == "25006":
			return fmt.Sprintf("The %s can only be read; nothing was changed.", name)
		case pg.Code == "53100":
			return fmt.Sprintf("The disk that holds the %s is full; nothing was changed. Make room and try again.", name)
		case pg.Code == "53300":
			return fmt.Sprintf("The %s takes no further connections; try again in a moment.", name)
		case pg.Code == "55P03":
			return fmt.Sprintf("The %s is being written by another program and did not become free; nothing was changed. Try again when that has ended.", name)
		case strings.HasPrefix(pg.Code, "57P"):
			return fmt.Sprintf("The %s is being stopped or started; try again in a moment.", name)
		}
		return ""
	}
	var connect *pgconn.ConnectError
	if errors.As(err, &connect) || lostConnection(err) {
		return fmt.Sprintf("The %s can't be reached; check DATABASE_URL and that the server runs.", name)
	}
	return ""
}
