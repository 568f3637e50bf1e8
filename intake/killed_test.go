package intake_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"onrecord/ingest"
	"onrecord/intake"
	"onrecord/news"
	"onrecord/store"
)

// childEnv makes the test binary a program that adds files, to be killed: its
// value is "ARTICLES FOLDER".
const childEnv = "ONRECORD_TEST_INTAKE"

func TestMain(m *testing.M) {
	if number, folder, ok := strings.Cut(os.Getenv(childEnv), " "); ok {
		n, err := strconv.Atoi(number)
		if err == nil {
			err = addAll(n, folder)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// addAll queues the files of a folder, once, and works until all jobs have ended.
func addAll(n int, folder string) error {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	s, err := store.Open(ctx, filepath.Join(folder, "library.db"))
	if err != nil {
		return err
	}
	defer s.Close()
	d := intake.New(intake.Config{Store: s, Getter: ingest.Getter{Read: ingest.Here{}}, Lease: 300 * time.Millisecond, Look: 20 * time.Millisecond})
	if queued, err := s.Setting(ctx, "home", "queued"); err != nil || queued == "" {
		var jobs []news.Job
		for i := range n {
			jobs = append(jobs, d.Path("home", filepath.Join(folder, fmt.Sprintf("%d.txt", i))))
		}
		if err := d.Put(ctx, jobs...); err != nil {
			return err
		}
		if err := s.SetSetting(ctx, "home", "queued", "yes"); err != nil {
			return err
		}
	}
	fmt.Println("queued")
	done := make(chan struct{})
	go func() { defer close(done); d.Run(ctx) }()
	for {
		open, err := s.OpenJobs(ctx, "", time.Now())
		if err != nil {
			return err
		}
		if open == 0 {
			stop()
			<-done
			return nil
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// TestKilled kills a process that adds many articles, at a moment that chance
// chooses, lets another finish, and looks for articles that are there twice,
// lost or half stored. With ONRECORD_LONG_TESTS it does so fifty times with 500.
func TestKilled(t *testing.T) {
	rounds, articles := 3, 40
	if os.Getenv("ONRECORD_LONG_TESTS") != "" {
		rounds, articles = 50, 500
	} else if testing.Short() {
		rounds = 1
	}
	kills, early, taken := 0, 0, 0
	for round := range rounds {
		folder := t.TempDir()
		want := map[string]string{} // paragraphs by ID
		for i := range articles {
			text := fmt.Sprintf("Title: Ferry number %d of round %d\n\nThe ferry %d was late on Monday, said Lee Moss, the harbour master of Kelmar, who counted %d passengers.\n\n“We will pay for ship %d,” Moss said.", i, round, i, i*7, i)
			name := fmt.Sprintf("%d.txt", i)
			if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			a, err := ingest.File(name, []byte(text))
			if err != nil {
				t.Fatal(err)
			}
			want[a.ID] = fmt.Sprint(a.Paragraphs)
		}
		// Within the time that a run takes, so that kills meet all of its parts.
		killed := child(t, articles, folder, time.Duration(rand.IntN(articles*1800))*time.Microsecond)
		if killed {
			kills++
		}
		if n := stored(t, folder); killed && n < articles {
			early++
		}
		if child(t, articles, folder, 0) {
			t.Fatal("the second process was killed")
		}
		taken += check(t, folder, want)
	}
	t.Logf("%d rounds of %d articles: %d kills, %d of them before the last article; %d jobs were begun twice; none lost, doubled or half stored",
		rounds, articles, kills, early, taken)
}

// child runs a process that adds, killed after that long once it has queued its
// jobs; 0 lets it end.
func child(t *testing.T, articles int, folder string, after time.Duration) (killed bool) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%d %s", childEnv, articles, folder))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if after > 0 {
			time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
		}
	}
	err = cmd.Wait()
	if err != nil && (after == 0 || !strings.Contains(err.Error(), "killed")) {
		t.Fatal(err)
	}
	return err != nil
}

func stored(t *testing.T, folder string) int {
	t.Helper()
	s, err := store.Open(t.Context(), filepath.Join(folder, "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	infos, err := s.Articles(t.Context(), "home")
	if err != nil {
		t.Fatal(err)
	}
	return len(infos)
}

// check compares the library with what was to be added, and returns how many
// jobs were begun more than once.
func check(t *testing.T, folder string, want map[string]string) (again int) {
	t.Helper()
	s, err := store.Open(t.Context(), filepath.Join(folder, "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	infos, err := s.Articles(t.Context(), "home")
	if err != nil || len(infos) != len(want) {
		t.Fatalf("%d articles, %v; want %d", len(infos), err, len(want))
	}
	whole, err := s.Tally(t.Context(), "home")
	if err != nil {
		t.Fatal(err)
	}
	// The same articles in a fresh library give the same tally: index, counts
	// and credits are whole.
	fresh := openStore(t)
	for _, info := range infos {
		a, r, err := s.Article(t.Context(), "home", info.Ref)
		if err != nil || a.Version != 1 || fmt.Sprint(a.Paragraphs) != want[a.ID] {
			t.Fatalf("article %s version %d: %v", info.ID, info.Version, err)
		}
		if _, _, err := fresh.Add(t.Context(), "home", a, r); err != nil {
			t.Fatal(err)
		}
		if _, ok, err := s.Shelved(t.Context(), "home", info.ID); !ok || err != nil {
			t.Fatalf("article %s is not on the shelf: %v", info.ID, err)
		}
	}
	if err := fresh.SetSetting(t.Context(), "home", "queued", "yes"); err != nil {
		t.Fatal(err)
	}
	if got, err := fresh.Tally(t.Context(), "home"); err != nil || got != whole {
		t.Fatalf("the library's tally is %v, want %v (%v)", whole, got, err)
	}
	for i := range len(want) {
		d := intake.New(intake.Config{Store: s})
		j := d.Path("home", filepath.Join(folder, fmt.Sprintf("%d.txt", i)))
		got, err := s.Job(t.Context(), "home", j.ID)
		if err != nil || got.State != news.Done {
			t.Fatalf("job %d ended as %+v, %v", i, got, err)
		}
		if got.Attempts > 1 {
			again++
		}
	}
	return again
}
