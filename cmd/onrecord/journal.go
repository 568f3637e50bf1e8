package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"

	"onrecord/bot"
)

// journal is a file that the bot's questions in hand stand in. What is written
// there outlives the process, though not the machine: nothing waits for the disk.
// It holds no words of a question, and nothing once nothing is in hand.
type journal struct {
	path string
	log  *slog.Logger

	mu    sync.Mutex
	file  *os.File
	open  map[string]bot.InHand // begun and not ended, by event
	bytes int                   // written since it was last empty
}

// journalLine is one line of the file.
type journalLine struct {
	bot.InHand
	Ended bool `json:"ended,omitempty"`
}

// openJournal makes this process's journal in a folder, and reads and deletes
// those of processes on this machine that are no more.
func openJournal(dir string, log *slog.Logger) (*journal, []bot.InHand, error) {
	host, err := os.Hostname()
	if err != nil {
		host = "here"
	}
	prefix := filepath.Join(dir, "in-hand-"+strings.ReplaceAll(host, string(filepath.Separator), "_")+"-")
	paths, err := filepath.Glob(escapeGlob(prefix) + "*.jsonl")
	if err != nil {
		return nil, nil, fmt.Errorf("look for journals: %w", err)
	}
	var left []bot.InHand
	for _, path := range paths {
		var pid int
		if _, err := fmt.Sscanf(strings.TrimPrefix(path, prefix), "%d.jsonl", &pid); err != nil || pid != os.Getpid() && running(pid) {
			continue
		}
		left = append(left, readJournal(path)...)
		if err := os.Remove(path); err != nil {
			return nil, nil, fmt.Errorf("delete a journal: %w", err)
		}
	}
	j := &journal{path: fmt.Sprintf("%s%d.jsonl", prefix, os.Getpid()), log: log, open: map[string]bot.InHand{}}
	j.file, err = os.OpenFile(j.path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, nil, fmt.Errorf("begin a journal: %w", err)
	}
	return j, left, nil
}

// escapeGlob takes the meaning from what a folder's name may hold.
func escapeGlob(path string) string {
	return strings.NewReplacer(`*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(path)
}

// running tells whether a process is there.
func running(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil || runtime.GOOS == "windows" { // where finding is enough
		return err == nil
	}
	err = p.Signal(syscall.Signal(0))
	return err == nil || errors.Is(err, os.ErrPermission)
}

// readJournal returns what was begun and not ended. A line that was cut off is
// nothing.
func readJournal(path string) []bot.InHand {
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	begun := map[string]bool{}
	var all []bot.InHand
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var l journalLine
		if json.Unmarshal(lines.Bytes(), &l) != nil {
			continue
		}
		begun[l.Event] = !l.Ended
		if !l.Ended {
			all = append(all, l.InHand)
		}
	}
	var left []bot.InHand
	for _, q := range all {
		if begun[q.Event] {
			left = append(left, q)
		}
	}
	return left
}

// Begin implements bot.Journal.
func (j *journal) Begin(q bot.InHand) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.open[q.Event] = q
	j.write(journalLine{InHand: q})
}

// maxJournal is the size at which the file is written anew with what is still in
// hand.
const maxJournal = 1 << 20

// End implements bot.Journal. With nothing in hand the file is empty again, so
// that it keeps no token.
func (j *journal) End(event string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	delete(j.open, event)
	if len(j.open) > 0 && j.bytes < maxJournal {
		j.write(journalLine{InHand: bot.InHand{Event: event}, Ended: true})
		return
	}
	if err := j.file.Truncate(0); err != nil {
		j.log.Warn("the journal could not be emptied", "error", err)
	}
	j.bytes = 0
	var all []journalLine
	for _, q := range j.open {
		all = append(all, journalLine{InHand: q})
	}
	j.write(all...)
}

// write appends lines in one go.
func (j *journal) write(lines ...journalLine) {
	var b bytes.Buffer
	for _, l := range lines {
		data, err := json.Marshal(l)
		if err != nil {
			panic(err) // texts and a time
		}
		b.Write(append(data, '\n'))
	}
	n, err := j.file.Write(b.Bytes())
	j.bytes += n
	if err != nil {
		j.log.Warn("the journal could not be written", "error", err)
	}
}

// close ends the journal of a process that has finished.
func (j *journal) close() {
	j.mu.Lock()
	defer j.mu.Unlock()
	_ = j.file.Close()
	if len(j.open) == 0 {
		_ = os.Remove(j.path)
	}
}

// journalIn gives a bot a journal beside the library's file, or in the user's
// data directory. Without a place for it there is none.
func (p *program) journalIn(c *bot.Config) (end func()) {
	nothing := func() {}
	set, err := p.settings.library(p.db)
	if err != nil {
		return nothing
	}
	dir, address := p.home.dataDir, set.db.reveal()
	if address != "" && !isServer(address) {
		dir = filepath.Dir(address)
	}
	if dir == "" || address == inMemory {
		return nothing
	}
	j, left, err := openJournal(dir, c.Logger)
	if err != nil {
		c.Logger.Info("there is no journal: if this process is killed, nobody is told", "error", err)
		return nothing
	}
	c.Journal, c.Left = j, left
	return j.close
}
