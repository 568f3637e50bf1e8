package store

import "testing"

// TakeConnections takes every connection of a store's pool until the function
// it returns is called.
func TakeConnections(t *testing.T, s *Store) (free func()) {
	t.Helper()
	var frees []func() error
	for range s.db.Stats().MaxOpenConnections {
		c, err := s.db.Conn(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		frees = append(frees, c.Close)
	}
	return func() {
		for _, free := range frees {
			if err := free(); err != nil {
				t.Error(err)
			}
		}
	}
}

// InUse is how many connections are in use.
func InUse(s *Store) int { return s.db.Stats().InUse }
