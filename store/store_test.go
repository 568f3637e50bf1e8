package store_test

import (
	"os"
	"path/filepath"
	"testing"

	"onrecord/store/storetest"
)

func TestSQLite(t *testing.T) {
	storetest.Run(t, func(t testing.TB) string { return filepath.Join(t.TempDir(), "library.db") })
}

func TestPostgres(t *testing.T) { storetest.Run(t, storetest.Postgres(t)) }

func TestMain(m *testing.M) {
	code := m.Run()
	storetest.StopPostgres()
	os.Exit(code)
}
