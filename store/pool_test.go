package store_test

import (
	"errors"
	"testing"

	"onrecord/news"
	"onrecord/store"
	"onrecord/store/storetest"
)

func TestPoolSize(t *testing.T) {
	address := storetest.Postgres(t)(t)
	for _, c := range []struct {
		name, more string
		want       int // 0 for a refusal
	}{
		{"as usual", "", 8},
		{"chosen", "&pool_max_conns=3", 3},
		{"too small", "&pool_max_conns=1", 0},
		{"no number", "&pool_max_conns=many", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := store.Open(t.Context(), address+c.more)
			if c.want == 0 {
				if !errors.Is(err, news.ErrBadInput) {
					t.Errorf("got %v, want a refusal", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if got := s.Pool().MaxOpenConnections; got != c.want {
				t.Errorf("%d connections, want %d", got, c.want)
			}
		})
	}
}
