package store_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"onrecord/news"
	"onrecord/store/storetest"
)

// BenchmarkChurn writes again and again what is written again and again in use,
// and tells which share of the changes PostgreSQL made in place (heap-only, so
// that no index grows), and how large the tables have become.
//
//	go test ./store -run '^$' -bench Churn -benchtime 20000x
func BenchmarkChurn(b *testing.B) {
	address := storetest.Postgres(b)(b)
	s := openAt(b, address)
	const libraries = 2000
	library := func(n int) string { return fmt.Sprint("server-", n%libraries) }
	for n := range libraries {
		if err := s.SetSetting(b.Context(), library(n), "x", "y"); err != nil {
			b.Fatal(err)
		}
	}
	if _, err := s.JoinGateway(b.Context(), "app", "process", 64, time.Minute); err != nil {
		b.Fatal(err)
	}
	if _, err := s.TakeShards(b.Context(), "app", 64, "process", 64, time.Minute); err != nil {
		b.Fatal(err)
	}
	n := 0
	for b.Loop() {
		n++
		if err := s.SetSetting(b.Context(), library(n*7919), "x", fmt.Sprint(n)); err != nil {
			b.Fatal(err)
		}
		if err := s.SetPreference(b.Context(), library(n*7919), "x", fmt.Sprint(n)); err != nil {
			b.Fatal(err)
		}
		if _, err := s.RenewShards(b.Context(), "app", 64, "process", time.Minute); err != nil {
			b.Fatal(err)
		}
		if err := s.Spend(b.Context(), "2026-03-01", news.Spending{Calls: 1, Prompt: 1}, news.Account{Kind: news.ServerAccount, ID: library(n * 7919)}); err != nil {
			b.Fatal(err)
		}
	}
	conn, err := pgx.Connect(b.Context(), address)
	if err != nil {
		b.Fatal(err)
	}
	defer conn.Close(context.WithoutCancel(b.Context()))
	if _, err := conn.Exec(b.Context(), `SELECT pg_stat_force_next_flush()`); err != nil {
		b.Fatal(err)
	}
	rows, err := conn.Query(b.Context(), `SELECT relname::text, n_tup_hot_upd::float8 / n_tup_upd * 100, pg_total_relation_size(relid)::float8 / 1024 FROM pg_stat_user_tables WHERE n_tup_upd > 0`)
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var table string
		var share, size float64
		if err := rows.Scan(&table, &share, &size); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(share, table+"-hot-%")
		b.ReportMetric(size, table+"-KB")
	}
}
