package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"io"
	"testing"
	"time"
)

// server is a database that replies to every statement with one row, or hangs.
type server struct {
	row      []driver.Value
	hangs    bool
	restarts int // connections from before are dead
}

func (s *server) open(t *testing.T) *sql.DB {
	db := sql.OpenDB(s)
	t.Cleanup(func() { db.Close() })
	return db
}

func (s *server) Connect(context.Context) (driver.Conn, error) { return session{s, s.restarts}, nil }
func (s *server) Driver() driver.Driver                        { return nil }

type session struct {
	*server
	since int // so many restarts
}

func (s session) Prepare(string) (driver.Stmt, error) { return prepared{s}, s.lost() }
func (session) Begin() (driver.Tx, error)             { panic("not used") }
func (session) Close() error                          { return nil }

func (s session) lost() error {
	if s.since < s.restarts {
		return io.ErrUnexpectedEOF
	}
	return nil
}

func (s session) QueryContext(ctx context.Context, _ string, _ []driver.NamedValue) (driver.Rows, error) {
	if s.hangs {
		<-ctx.Done()
		return nil, ctx.Err()
	}
	return &oneRow{values: s.row}, s.lost()
}

type prepared struct{ session }

func (prepared) NumInput() int                              { return -1 }
func (prepared) Exec([]driver.Value) (driver.Result, error) { panic("not used") }
func (p prepared) Query([]driver.Value) (driver.Rows, error) {
	return &oneRow{values: p.row}, p.lost()
}

type oneRow struct {
	values []driver.Value
	read   bool
}

func (r *oneRow) Columns() []string { return make([]string, len(r.values)) }
func (r *oneRow) Close() error      { return nil }

func (r *oneRow) Next(into []driver.Value) error {
	if r.read {
		return io.EOF
	}
	r.read = true
	copy(into, r.values)
	return nil
}

// TestPrimaryHangs: while the primary takes statements and never replies, the
// standbys are looked at all the same, and asked.
func TestPrimaryHangs(t *testing.T) {
	t.Parallel()
	primary := &server{row: []driver.Value{int64(700), "us"}}
	near := &standby{name: "replica", looks: (&server{row: []driver.Value{true, int64(700), "us"}}).open(t), problem: unseen}
	r := &replicas{within: time.Hour, primary: primary.open(t), standbys: []*standby{near}, changed: map[string]time.Time{}}
	r.look(t.Context())
	if _, problem := near.state(); problem != "" || r.lost() {
		t.Fatalf("at first: %q, lost %v", problem, r.lost())
	}
	primary.hangs = true
	r.look(t.Context())
	r.look(t.Context())
	if _, problem := near.state(); problem != "" || !r.lost() {
		t.Errorf("while the primary hangs: %q, lost %v", problem, r.lost())
	}
	if r.choose([]string{"home"}, r.lost()) != near {
		t.Error("the standby is not asked")
	}
}

// TestReplicaRestarts: a standby that was restarted is asked again at once, however
// many of its connections are dead.
func TestReplicaRestarts(t *testing.T) {
	t.Parallel()
	far := &server{row: []driver.Value{int64(1)}}
	b := &standby{db: far.open(t), most: 8, stmts: &statements{byText: map[string]*sql.Stmt{}}}
	b.db.SetMaxIdleConns(b.most)
	var open []*sql.Conn
	for range b.most {
		c, err := b.db.Conn(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		open = append(open, c)
	}
	for _, c := range open {
		c.Close()
	}
	for range 2 {
		rows := 0
		if err := b.read(t.Context(), "SELECT 1", nil, func(*sql.Rows) error { rows++; return nil }); err != nil || rows != 1 {
			t.Errorf("%d rows, %v", rows, err)
		}
		far.restarts++
	}
}
