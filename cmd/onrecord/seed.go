package main

import (
	"context"

	"onrecord/store"
)

func seed(ctx context.Context, s *store.Store) error { return nil }
