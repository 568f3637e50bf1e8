package main

import (
	"context"
	"strconv"
	"time"

	"onrecord/bot"
	"onrecord/ops"
	"onrecord/store"
)

// overview fills the admin page.
func overview(b *bot.Bot, s *store.Store) func(ctx context.Context) (ops.Overview, error) {
	started := time.Now()
	return func(ctx context.Context) (ops.Overview, error) {
		libraries, err := libraryTable(ctx, s)
		if err != nil {
			return ops.Overview{}, err
		}
		return ops.Overview{
			Title:  "On Record",
			At:     time.Now(),
			Tables: []ops.Table{processTable(b.Status(), started), shardTable(b.Status()), libraries},
		}, nil
	}
}

func processTable(st bot.Status, started time.Time) ops.Table {
	build := thisBuild()
	yesNo := map[bool]string{true: "yes", false: "no"}
	return ops.Table{
		Name: "This process",
		Head: []string{"", ""},
		Rows: [][]string{
			{"version", build.Version + " " + build.Commit},
			{"running for", time.Since(started).Round(time.Second).String()},
			{"commands registered", yesNo[st.Registered]},
			{"questions in hand", strconv.Itoa(st.Questions)},
		},
	}
}

func shardTable(st bot.Status) ops.Table {
	t := ops.Table{Name: "Shards of this process", Head: []string{"shard", "of", "connected", "last word from Discord"}, Empty: "It holds none."}
	for _, s := range st.Shards {
		heard, connected := "never", "no"
		if !s.Heard.IsZero() {
			heard = time.Since(s.Heard).Round(time.Second).String() + " ago"
		}
		if s.Connected {
			connected = "yes"
		}
		t.Rows = append(t.Rows, []string{strconv.Itoa(s.Number), strconv.Itoa(s.Size), connected, heard})
	}
	return t
}

// mostLibraries is how many the page lists: the largest.
const mostLibraries = 100

func libraryTable(ctx context.Context, s *store.Store) (ops.Table, error) {
	sizes, err := s.Sizes(ctx, mostLibraries)
	if err != nil {
		return ops.Table{}, err
	}
	t := ops.Table{Name: "Libraries", Head: []string{"library", "articles", "paragraphs"}, Empty: "There are none yet.", Remark: "The largest, up to " + strconv.Itoa(mostLibraries) + "."}
	for _, l := range sizes {
		t.Rows = append(t.Rows, []string{l.Library, strconv.Itoa(l.Articles), strconv.Itoa(l.Paragraphs)})
	}
	return t, nil
}
