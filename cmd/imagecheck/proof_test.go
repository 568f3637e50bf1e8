package main

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestRestrained: each right that a process has too many of is a goal missed.
func TestRestrained(t *testing.T) {
	const (
		status = "Name:\tonrecord\nUid:\t65532\t65532\t65532\t65532\nCapEff:\t0000000000000000\nCapBnd:\t0000000000000000\nNoNewPrivs:\t1\n"
		mounts = "22 1 0:20 / / ro,relatime - overlay overlay rw\n23 22 0:21 / /tmp rw,nosuid - tmpfs tmpfs rw\n"
	)
	for _, c := range []struct {
		name           string
		status, mounts string
		missed         string // the row, "" for none
	}{
		{"as it should be", status, mounts, ""},
		{"root", strings.Replace(status, "65532", "0", 1), mounts, "user"},
		{"no user is told", strings.Replace(status, "Uid", "Gid", 1), mounts, "user"},
		{"a capability", strings.Replace(status, "CapEff:\t0000000000000000", "CapEff:\t0000000000000400", 1), mounts, "capabilities"},
		{"a capability to gain", strings.Replace(status, "CapBnd:\t0000000000000000", "CapBnd:\t000001ffffffffff", 1), mounts, "capabilities"},
		{"new privileges", strings.Replace(status, "NoNewPrivs:\t1", "NoNewPrivs:\t0", 1), mounts, "new privileges"},
		{"a root to write to", status, strings.Replace(mounts, "/ ro,", "/ rw,", 1), "root file system"},
		{"a root that is not told", status, "", "root file system"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := &proof{}
			p.restrained(c.status, c.mounts)
			for _, r := range p.rows {
				if (r.verdict != "ok") != (r.what == c.missed) {
					t.Errorf("%+v", r)
				}
			}
			if want := min(len(c.missed), 1); p.short != want || len(p.rows) != 4 {
				t.Errorf("%d goals of %d were missed, want %d", p.short, len(p.rows), want)
			}
		})
	}
}

func TestPrint(t *testing.T) {
	p := &proof{}
	p.note("size", "40.1 MB", "", true)
	p.note("memory, idle", "61.0 MB", "under 60.0 MB", false)
	var out bytes.Buffer
	p.print(&out)
	if want := "size          40.1 MB                 ok\nmemory, idle  61.0 MB  under 60.0 MB  SHORT\n"; out.String() != want || p.short != 1 {
		t.Errorf("printed\n%swant\n%s", out.String(), want)
	}
}

// TestBombPDF: the file that is to take memory is small, and unfolds.
func TestBombPDF(t *testing.T) {
	file := bombPDF()
	if len(file) > 4<<20 || !bytes.HasPrefix(file, []byte("%PDF-1.4\n")) {
		t.Errorf("it has %d bytes and begins with %q", len(file), file[:8])
	}
	_, rest, _ := bytes.Cut(file, []byte("startxref\n"))
	table, err := strconv.Atoi(string(bytes.TrimSuffix(rest, []byte("\n%%EOF"))))
	if err != nil || table > len(file) || !bytes.HasPrefix(file[table:], []byte("xref\n")) {
		t.Errorf("its table is not where it says: %d, %v", table, err)
	}
	_, stream, _ := bytes.Cut(file, []byte("stream\n"))
	z, err := zlib.NewReader(bytes.NewReader(stream))
	if err != nil {
		t.Fatal(err)
	}
	if n, err := io.Copy(io.Discard, z); err != nil || n < 20<<20 {
		t.Errorf("a page unfolds to %d bytes: %v", n, err)
	}
}

// TestNoEngine: where nothing can build an image, that is what is said.
func TestNoEngine(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if e, err := choose(t.Context(), ".", filepath.Join(t.TempDir(), "docker-check")); !errors.Is(err, errNone) {
		t.Errorf("got %v, %v", e, err)
	}
}
