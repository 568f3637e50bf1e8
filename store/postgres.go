package store

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
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
		steady:  sql.LevelRepeatableRead,
		given:   `OVERRIDING SYSTEM VALUE`,
		listed:  `json_array_elements(CAST(CAST(? AS TEXT) AS JSON)) AS one(value)`,
		among:   `= ANY (ARRAY(SELECT json_array_elements_text(CAST(CAST(? AS TEXT) AS JSON))))`,
		clock:   `CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)`,
		shared:  true,
		goOn:    goOnCounting,
	}
}

func openPostgres(ctx context.Context, address string) (*Store, error) {
	config, err := pgx.ParseConfig(address)
	if err != nil {
		return nil, sentence("The address of the PostgreSQL database can't be read; it should look like postgres://user:password@host:5432/database.", err)
	}
	for name, most := range timeouts {
		if config.RuntimeParams[name] == "" {
			config.RuntimeParams[name] = strconv.FormatInt(most.Milliseconds(), 10)
		}
	}
	most, err := poolSize(config.RuntimeParams)
	if err != nil {
		return nil, err
	}
	if config.ConnectTimeout == 0 {
		config.ConnectTimeout = 5 * time.Second
	}
	d := postgresDialect()
	d.writers = max(1, most/2) // so that writers who wait for each other leave questions room
	s := newStore(d, fmt.Sprintf("PostgreSQL database %q on %s", config.Database, config.Host))
	s.db = stdlib.OpenDB(*config)
	hasty := config.Copy()
	hasty.RuntimeParams["synchronous_commit"] = "off"
	s.claims.open = func() (*sql.DB, error) { return stdlib.OpenDB(*hasty), nil }
	s.look = func() *sql.DB { return stdlib.OpenDB(*config) }
	s.db.SetMaxOpenConns(most)
	s.db.SetMaxIdleConns(most)
	s.db.SetConnMaxIdleTime(5 * time.Minute)
	if err := s.prepareServer(ctx); err != nil {
		s.db.Close()
		return nil, s.failed("open "+s.name, err)
	}
	return s, nil
}

// timeouts are what the server keeps its sessions to, unless the address says
// otherwise: no question waits for ever behind a forgotten transaction, and
// nothing that hangs goes on for ever. The longest statement is a backup's.
var timeouts = map[string]time.Duration{
	"lock_timeout":                        busyTimeout,
	"statement_timeout":                   10 * time.Minute,
	"idle_in_transaction_session_timeout": 2 * time.Minute,
}

// poolSize takes pool_max_conns out of an address's parameters: how many
// connections a process opens at most.
func poolSize(params map[string]string) (int, error) {
	const name = "pool_max_conns"
	text, set := params[name]
	delete(params, name)
	if !set {
		return connections, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 2 || n > 1000 {
		return 0, sentence("pool_max_conns in the address of the PostgreSQL database must be a number from 2 to 1000.", err)
	}
	return n, nil
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

// goOnCounting lets the numbers that the database gives out go on after the
// highest that is there.
func goOnCounting(ctx context.Context, tx *sql.Tx) error {
	type counter struct{ table, column string }
	var counters []counter
	rows, err := tx.QueryContext(ctx, `SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() AND is_identity = 'YES' ORDER BY table_name`)
	if err != nil {
		return err
	}
	if err := each(rows, func() error {
		var c counter
		err := rows.Scan(&c.table, &c.column)
		counters = append(counters, c)
		return err
	}); err != nil {
		return err
	}
	for _, c := range counters {
		if _, err := tx.ExecContext(ctx, `SELECT setval(pg_get_serial_sequence($1, $2), COALESCE(MAX(`+c.column+`), 0) + 1, false) FROM `+c.table, c.table, c.column); err != nil {
			return fmt.Errorf("go on counting in %s: %w", c.table, err)
		}
	}
	return nil
}
