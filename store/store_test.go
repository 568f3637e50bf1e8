package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"onrecord/store/storetest"
)

func TestSQLite(t *testing.T) {
	storetest.Run(t, func(t testing.TB) string { return filepath.Join(t.TempDir(), "library.db") })
}

func TestPostgres(t *testing.T) { storetest.Run(t, storetest.Postgres(t)) }

func TestMain(m *testing.M) {
	if number, address, ok := strings.Cut(os.Getenv(childEnv), " "); ok {
		first, err := strconv.Atoi(number)
		if err == nil {
			err = addForever(first, address)
		}
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	storetest.StopPostgres()
	os.Exit(code)
}
