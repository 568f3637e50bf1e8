package store_test

import (
	"path/filepath"
	"testing"

	"onrecord/store"
	"onrecord/store/storetest"
)

func TestConnections(t *testing.T) {
	t.Run("SQLite has no such bound", func(t *testing.T) {
		s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "my.db"))
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		if _, has, err := s.Connections(t.Context()); has || err != nil {
			t.Errorf("%v, %v", has, err)
		}
	})
	t.Run("PostgreSQL", func(t *testing.T) {
		s, err := store.Open(t.Context(), storetest.Postgres(t)(t)+"&pool_max_conns=5")
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		c, has, err := s.Connections(t.Context())
		if err != nil || !has || c.Version == "" || c.Process != 7 || c.Used < 1 || c.Most < c.Used {
			t.Errorf("%+v, %v, %v", c, has, err)
		}
	})
}
