package store

import (
	"context"
	"strconv"
)

// besidePool is how many connections a process opens beside its pool: one for
// claims, one to look at the primary where there are replicas.
const besidePool = 2

// Connections tells how many connections a database's server takes.
type Connections struct {
	// Version is the server's, such as "17.2".
	Version string
	// Most is how many it takes in all, those kept for its administrators not
	// counted; Used is how many there are now, ours included.
	Most, Used int
	// Process is how many one process of ours may open.
	Process int
}

// Connections asks a PostgreSQL server how many connections it takes. It is false
// for SQLite, which has no such bound.
func (s *Store) Connections(ctx context.Context) (Connections, bool, error) {
	if !s.d.shared {
		return Connections{}, false, nil
	}
	var c Connections
	var most, reserved string
	err := s.db.QueryRowContext(ctx, `SELECT current_setting('server_version'), current_setting('max_connections'), current_setting('superuser_reserved_connections'),
		(SELECT COUNT(*) FROM pg_stat_activity WHERE backend_type = 'client backend')`).Scan(&c.Version, &most, &reserved, &c.Used)
	if err != nil {
		return Connections{}, true, s.failed("ask how many connections the server takes", err)
	}
	all, err1 := strconv.Atoi(most)
	kept, err2 := strconv.Atoi(reserved)
	if err1 == nil && err2 == nil {
		c.Most = all - kept
	}
	c.Process = s.Pool().MaxOpenConnections + besidePool
	return c, true, nil
}
