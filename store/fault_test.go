package store_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"onrecord/news"
	"onrecord/retrieval"
	"onrecord/store"
	"onrecord/store/storetest"
)

var faultRoom = storetest.Newsroom{Seed: 9}

// childEnv makes the test binary a program that only adds articles, to be
// killed: its value is "NUMBER ADDRESS".
const childEnv = "ONRECORD_TEST_ADD_FROM"

// addForever adds articles from a number on and prints each number when its
// article is acknowledged.
func addForever(first int, address string) error {
	ctx := context.Background()
	s, err := store.Open(ctx, address)
	if err != nil {
		return err
	}
	for n := first; ; n++ {
		a, r := faultRoom.Article(n)
		if _, _, err := s.Add(ctx, "home", a, r); err != nil {
			return err
		}
		fmt.Println(n)
	}
}

// TestKilled kills a process while it adds, again and again. What it had
// acknowledged must be there, whole; the one article in between, whole or not
// at all.
func TestKilled(t *testing.T) {
	rounds := 50
	if testing.Short() {
		rounds = 5
	}
	path := filepath.Join(t.TempDir(), "library.db")
	next := 0
	for range rounds {
		next = killOnce(t, path, next)
		s, err := store.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		a, _ := faultRoom.Article(next)
		if _, _, err := s.Article(t.Context(), "home", a.Ref()); err == nil {
			next++ // committed, and killed before it could say so
		}
		infos, err := s.Articles(t.Context(), "home")
		if err != nil || len(infos) != next {
			t.Fatalf("after a kill there are %d articles, %v; want %d", len(infos), err, next)
		}
		s.Close()
	}
	if next < rounds {
		t.Fatalf("only %d articles in %d rounds: nothing was tested", next, rounds)
	}
	s := openAt(t, path)
	storetest.Whole(t, s, "home", faultRoom, upTo(next))
	t.Logf("%d articles over %d kills", next, rounds)
}

// killOnce starts a process that adds, kills it a moment after its first
// article, and returns the number after the last one acknowledged.
func killOnce(t *testing.T, path string, first int) int {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%d %s", childEnv, first, path))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	next := first
	for lines := bufio.NewScanner(out); lines.Scan(); {
		n, err := strconv.Atoi(lines.Text())
		if err != nil || n != next {
			t.Errorf("the child printed %q, want %d", lines.Text(), next)
		}
		if next == first {
			time.AfterFunc(time.Duration(rand.IntN(40_000))*time.Microsecond, func() { cmd.Process.Kill() })
		}
		next++
	}
	if err := cmd.Wait(); err == nil || !strings.Contains(err.Error(), "killed") {
		t.Fatalf("the child was not killed: %v", err)
	}
	return next
}

func upTo(n int) []int {
	var out []int
	for i := range n {
		out = append(out, i)
	}
	return out
}

// TestServerCrash stops PostgreSQL as a power cut would while questions are
// asked and articles added, and starts it again: nothing acknowledged is lost,
// and questions resume on the same store.
func TestServerCrash(t *testing.T) {
	cluster := storetest.Own(t, "-c", "max_connections=12")
	s := openAt(t, cluster.Fresh(t))
	a, r := faultRoom.Article(0)
	if _, _, err := s.Add(t.Context(), "home", a, r); err != nil {
		t.Fatal(err)
	}

	ctx, stop := context.WithCancel(t.Context())
	var wait sync.WaitGroup
	acknowledged := []int{0}
	wait.Go(func() { // adds each article until it is acknowledged
		for n := 1; ctx.Err() == nil; {
			a, r := faultRoom.Article(n)
			if _, _, err := s.Add(t.Context(), "home", a, r); err == nil {
				acknowledged = append(acknowledged, n)
				n++
			} else if !errors.Is(err, news.ErrBadInput) {
				t.Errorf("adding while the server is away: %v is no sentence for people", err)
			}
			time.Sleep(time.Millisecond)
		}
	})
	var asked, failed atomic.Int64
	for range 3 {
		wait.Go(func() {
			for ctx.Err() == nil {
				found, err := retrieval.Collect(t.Context(), s, retrieval.Scope{Library: "home"}, retrieval.Match{Terms: []string{"harbour", "worth", "crown"}})
				switch {
				case err != nil:
					failed.Add(1)
				case len(found) == 0:
					t.Error("a question was answered with nothing")
				default:
					asked.Add(1)
				}
				time.Sleep(2 * time.Millisecond)
			}
		})
	}
	for range 3 {
		time.Sleep(200 * time.Millisecond)
		if err := cluster.Crash(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(100 * time.Millisecond)
		if err := cluster.Start(); err != nil {
			t.Fatal(err)
		}
		before := asked.Load()
		for deadline := time.Now().Add(2 * time.Minute); asked.Load() < before+20; time.Sleep(time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatal("questions did not resume")
			}
		}
	}
	stop()
	wait.Wait()
	if failed.Load() == 0 {
		t.Error("no question failed: the server was never away")
	}
	// The last article may have been stored without being acknowledged.
	last := acknowledged[len(acknowledged)-1] + 1
	unsure, _ := faultRoom.Article(last)
	if _, _, err := s.Article(t.Context(), "home", unsure.Ref()); err == nil {
		acknowledged = append(acknowledged, last)
	}
	storetest.Whole(t, s, "home", faultRoom, acknowledged)
	t.Logf("%d articles, %d questions answered and %d refused over 3 crashes", len(acknowledged), asked.Load(), failed.Load())
}

// TestServerFull: the server takes no further connections. Opening says so, and
// works when there is room again.
func TestServerFull(t *testing.T) {
	cluster := storetest.Own(t, "-c", "max_connections=6", "-c", "fsync=off")
	address := cluster.Fresh(t)
	var held []*store.Store
	for range 6 { // each keeps the one connection that opening took
		s, err := store.Open(t.Context(), address)
		if err != nil {
			t.Fatal(err)
		}
		held = append(held, s)
	}
	_, err := store.Open(t.Context(), address)
	if !errors.Is(err, news.ErrBadInput) || !strings.Contains(err.Error(), "no further connections") {
		t.Errorf("opening one more: %v", err)
	}
	for _, s := range slices.Backward(held) {
		s.Close()
	}
	time.Sleep(100 * time.Millisecond)
	openAt(t, address)
}
