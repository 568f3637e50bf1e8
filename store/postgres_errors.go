package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
)

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
