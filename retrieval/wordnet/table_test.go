package main

import (
	"bufio"
	"strings"
	"testing"
)

// A database of three synsets: begin/commence, beginner derived from begin,
// and end, begin's opposite.
var (
	uses  = []string{"begin%2:30:00:: 1 8", "commence%2:30:00:: 1 2", "beginner%1:11:00:: 1 5", "end%2:30:00:: 1 9"}
	verbs = []string{
		"00000001 30 v 02 begin 0 commence 0 002 + 00000002 n 0101 ! 00000003 v 0101 01 + 01 00 | start",
		"00000003 30 v 01 end 0 001 ! 00000001 v 0101 01 + 01 00 | finish",
	}
	nouns = []string{"00000002 11 n 01 beginner 0 001 + 00000001 v 0101 | the start"}
	forms = []string{"began begin"}
)

func TestTable(t *testing.T) {
	table := newTable()
	feed(t, table.readUse, uses)
	feed(t, table.readSynset, append(append([]string{}, nouns...), verbs...))
	feed(t, table.readIrregular, forms)
	table.relate()
	var b strings.Builder
	out := bufio.NewWriter(&b)
	table.write(out)
	out.Flush()
	want := `began a 9begin
begin e 9began 7beginn 6commenc -end
beginn d 7begin
commenc c 6begin
end e -begin
`
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}

func TestBrokenLines(t *testing.T) {
	table := newTable()
	for _, line := range []string{"begin%2:30:00::", "begin%2:30:00:: 1 x"} {
		if table.readUse(line) == nil {
			t.Errorf("%q was read", line)
		}
	}
}

func feed(t *testing.T, read func(string) error, lines []string) {
	t.Helper()
	for _, l := range lines {
		if err := read(l); err != nil {
			t.Fatalf("%q: %v", l, err)
		}
	}
}
