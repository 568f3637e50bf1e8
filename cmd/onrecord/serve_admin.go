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
			Tables: []ops.Table{processTable(b.Status(), started), libraries},
		}, nil
	}
}

func processTable(st bot.Status, started time.Time) ops.Table {
	build := thisBuild()
	yesNo := map[bool]string{true: "yes", false: "no"}
	heard := "never"
	if !st.Heard.IsZero() {
		heard = time.Since(st.Heard).Round(time.Second).String() + " ago"
	}
	return ops.Table{
		Name: "This process",
		Head: []string{"", ""},
		Rows: [][]string{
			{"version", build.Version + " " + build.Commit},
			{"running for", time.Since(started).Round(time.Second).String()},
			{"connected to Discord", yesNo[st.Connected]},
			{"last word from Discord", heard},
			{"commands registered", yesNo[st.Registered]},
			{"questions in hand", strconv.Itoa(st.Questions)},
		},
	}
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
