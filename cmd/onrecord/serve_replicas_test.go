package main

import (
	"log/slog"
	"strings"
	"testing"
	"time"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/store"
	"onrecord/store/storetest"
)

// TestServeReplicas: everything that a bot asks about libraries is read from a
// real replica, each of it once, and what places choose from the primary.
func TestServeReplicas(t *testing.T) {
	primary := storetest.Own(t, "-c", "fsync=off")
	standby := primary.Standby(t)
	ctx := t.Context()
	lib, err := openAt(ctx, primary.Address("postgres"), answer.Balanced)
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	set := &settings{getenv: env("DATABASE_REPLICA_URLS", standby.Address("postgres"), "ONRECORD_REPLICA_LAG", "5s")}
	log := &syncBuffer{}
	logger := slog.New(slog.NewTextHandler(log, nil))
	w := newWatch(opsConfig{}, logger)
	end, err := (&program{settings: set}).replicate(ctx, lib.Store, w, logger)
	if err != nil {
		t.Fatal(err)
	}
	defer end()
	for wait := time.Now().Add(patience); lib.Replicas()[0].Problem != "" || !strings.Contains(log.String(), "are read from a replica"); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(wait) {
			t.Fatalf("the replica is not used: %+v\n%s", lib.Replicas(), log)
		}
	}
	n, pages := near{lib.engine, lib.Store}, nearPages{lib.shelf, lib.Store}
	places := servers{lib.Store, lib.shelf}
	const home = news.HomeLibrary
	infos, err := lib.Articles(ctx, home)
	if err != nil || len(infos) == 0 {
		t.Fatalf("%v, %v", infos, err)
	}
	asks := map[string]func() error{
		"Ask": func() error {
			_, err := n.Ask(ctx, news.Question{Text: "What did Ryabkov say?", Library: home})
			return err
		},
		"Speaker":  func() error { _, err := n.Speaker(ctx, answer.LookUp{Library: home, Name: "Ryabkov"}); return err },
		"Suggest":  func() error { _, err := n.Suggest(ctx, home, "Ry", 5); return err },
		"Speakers": func() error { _, err := n.Speakers(ctx, home, ""); return err },
		"Check": func() error {
			_, err := n.Check(ctx, answer.Claim{Library: home, Words: "thinly disguised invitations"})
			return err
		},
		"Timeline": func() error { _, err := n.Timeline(ctx, answer.LookUp{Library: home, Name: "Ryabkov"}); return err },
		"Sides":    func() error { _, err := n.Sides(ctx, news.Question{Text: "ceasefire", Library: home}); return err },
		"FollowUp": func() error {
			_, err := n.FollowUp(ctx, news.Question{Text: "and Kerry?", Library: home}, answer.Before{})
			return err
		},
		"Articles": func() error { _, err := pages.Articles(ctx, home); return err },
		"Article":  func() error { _, _, err := pages.Article(ctx, home, infos[0].Ref); return err },
		"Library":  func() error { _, err := places.Library(ctx, "discord-server-1", false); return err },
	}
	for name, ask := range asks {
		before := lib.ReplicaCounts()
		if err := ask(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		after := lib.ReplicaCounts()
		before.Replica++
		if after != before {
			t.Errorf("%s is read %+v, want one question more of the replica: %+v", name, after, before)
		}
	}
	before := lib.ReplicaCounts()
	if err := places.SetPreference(ctx, "discord-server-1", "language", "fr"); err != nil {
		t.Fatal(err)
	}
	chosen, err := places.Preferences(ctx, "discord-server-1", "language")
	if err != nil || chosen["language"] != "fr" || lib.ReplicaCounts() != before {
		t.Errorf("what was just chosen: %v, %v, %+v", chosen, err, lib.ReplicaCounts())
	}
	if strings.Contains(log.String(), "WARN") {
		t.Errorf("the log complains: %s", log)
	}
	file, err := store.Open(ctx, inMemory)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, err := (&program{settings: set}).replicate(ctx, file, w, logger); err == nil || !strings.Contains(err.Error(), "set DATABASE_URL too") {
		t.Errorf("replicas of a SQLite library: %v", err)
	}
}
