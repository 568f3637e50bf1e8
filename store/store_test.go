package store_test

import (
	"path/filepath"
	"testing"

	"onrecord/store/storetest"
)

func TestSQLite(t *testing.T) {
	storetest.Run(t, func(t testing.TB) string { return filepath.Join(t.TempDir(), "library.db") })
}
