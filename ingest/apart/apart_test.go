package apart

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/ingest"
	"onrecord/news"
)

// TestMain is the child process as well.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == Argument {
		if os.Getenv("SECRET") != "" {
			os.Exit(3) // it must not see our environment
		}
		if err := Serve(os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// story is a page with n paragraphs.
func story(n int) []byte {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html lang=en><title>Rain ahead</title><article><h1>Rain ahead</h1>")
	for i := range n {
		fmt.Fprintf(&b, "<p>The office for weather said on day %d that it would rain again, and that nobody should be surprised by it.</p>", i)
	}
	b.WriteString("</article></html>")
	return []byte(b.String())
}

func TestAChildReadsWhatWeWouldRead(t *testing.T) {
	t.Setenv("SECRET", "token")
	d := ingest.Document{Address: "https://lark.example/rain", Type: "text/html", Data: story(5)}
	want, err := ingest.Here{}.Read(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Reader{}.Read(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-here +apart:\n%s", diff)
	}
}

func TestWhatAChildCantRead(t *testing.T) {
	nested := []byte("<html>" + strings.Repeat("<div>", 20_000) + "x")
	for name, c := range map[string]struct {
		reader Reader
		doc    ingest.Document
		want   string
	}{
		"a complaint":         {Reader{}, ingest.Document{Name: "menu.html", Data: []byte("<html><p>Menu</p>")}, "menu.html shows no article"},
		"deep nesting":        {Reader{}, ingest.Document{Name: "deep.html", Data: nested}, "deep.html is not a page that can be read"},
		"many elements":       {Reader{}, ingest.Document{Name: "many.html", Data: []byte("<html>" + strings.Repeat("<b>", 1_000_000))}, "many.html has more than"},
		"longer than allowed": {Reader{Time: time.Millisecond}, ingest.Document{Name: "slow.html", Data: story(5)}, "took longer than"},
	} {
		a, err := c.reader.Read(context.Background(), c.doc)
		if a != nil || !errors.Is(err, news.ErrBadInput) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, %v; want %q", name, a, err, c.want)
		}
	}
}

func TestAChildThatTakesTooMuchMemoryCostsOneError(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("memory is limited on Linux alone")
	}
	const little = 20 << 20
	_, err := Reader{Memory: little}.Read(context.Background(), ingest.Document{Name: "large.html", Data: story(20_000)})
	if !errors.Is(err, news.ErrBadInput) || !strings.Contains(err.Error(), "more memory") {
		t.Errorf("got %v", err)
	}
}

func TestReadEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := (Reader{}).Read(ctx, ingest.Document{Name: "x.html", Data: story(3)}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the context's own error", err)
	}
}

// TestLittleIsEnough: a long story can be read with what a container of 128 MB
// leaves for it.
func TestLittleIsEnough(t *testing.T) {
	if _, err := (Reader{Memory: raceCosts * 48 << 20}).Read(context.Background(), ingest.Document{Name: "story.html", Data: story(500)}); err != nil {
		t.Error(err)
	}
}

// TestTurns: where there is room for one child, the next waits, and no longer than
// its context does.
func TestTurns(t *testing.T) {
	r := Reader{Turns: make(chan struct{}, 1)}
	doc := ingest.Document{Name: "x.html", Data: story(3)}
	r.Turns <- struct{}{} // somebody reads
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := r.Read(ctx, doc); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v while another reads", err)
	}
	<-r.Turns
	for range 2 {
		if _, err := r.Read(context.Background(), doc); err != nil {
			t.Error(err)
		}
	}
}

func TestAProgramThatIsNotThereIsNoFaultOfTheDocument(t *testing.T) {
	_, err := Reader{Program: "/nowhere/onrecord"}.Read(context.Background(), ingest.Document{Name: "x.html", Data: story(3)})
	if err == nil || errors.Is(err, news.ErrBadInput) {
		t.Errorf("got %v", err)
	}
}

func BenchmarkRead(b *testing.B) {
	d := ingest.Document{Name: "story.html", Data: story(30)}
	for b.Loop() {
		if _, err := (Reader{}).Read(context.Background(), d); err != nil {
			b.Fatal(err)
		}
	}
}
