package main

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"onrecord/bot/discordtest"
)

// busy asks at a steady rate while somebody uploads files that are made to take
// memory, and holds the container to its limit.
func (p *proof) busy(ctx context.Context, s *serving) error {
	const servers = 200 // each may ask only so often
	for i := range servers {
		s.discord.AddServer(discordtest.Guild{ID: serverID(i), Name: fmt.Sprint("Server ", i), Permissions: discordtest.Usual})
	}
	var right atomic.Int64
	var people sync.WaitGroup
	asked, every := 0, time.NewTicker(time.Second/time.Duration(p.rate))
	defer every.Stop()
	told := make(chan []string, 1)
	go func() { told <- upload(ctx, s.discord) }()
	most := int64(0)
	for end := time.Now().Add(p.load); time.Now().Before(end); asked++ {
		select {
		case <-every.C:
		case <-ctx.Done():
			return ctx.Err()
		}
		m := s.discord.Send(discordtest.Post{Content: "@bot " + question, User: fmt.Sprint(610000000000000000 + asked), Server: serverID(asked % servers)})
		people.Go(func() {
			if text, err := answerTo(ctx, s.discord, m); err == nil && strings.Contains(text, expected) {
				right.Add(1)
			}
		})
		if n, err := resident(s.c.pid()); err == nil {
			most = max(most, n)
		}
	}
	people.Wait()
	said := <-told
	p.note(fmt.Sprintf("%d questions a second in %d MB", p.rate, p.memory), fmt.Sprintf("%d of %d answered, at most %s resident", right.Load(), asked, mb(most)), "all", int(right.Load()) == asked)
	for _, what := range said {
		p.note("meanwhile a file", what, "", true)
	}
	killed, peak := s.c.killed()
	found := fmt.Sprintf("%d times", killed)
	if peak >= 0 {
		found += ", at most " + mb(peak) + " with files' pages"
	}
	_, err := resident(s.c.pid())
	p.note("ended by the kernel", found, "never", killed == 0 && err == nil)
	return nil
}

func serverID(i int) string { return fmt.Sprint(620000000000000000 + i) }

// upload adds files that are large beyond reason, one after another, and returns
// what was said about each.
func upload(ctx context.Context, discord *discordtest.Server) []string {
	manager := discordtest.Use{Permissions: discordtest.ManageServer | discordtest.ViewChannel | discordtest.SendMessages}
	var said []string
	for _, f := range []struct {
		name, kind string
		data       []byte
	}{
		{"nested.html", "text/html", []byte("<!DOCTYPE html><title>Rain</title><article>" + strings.Repeat("<p>The office said that <b>it would rain</b> again.", 60_000))},
		{"bomb.pdf", "application/pdf", bombPDF()},
	} {
		ctx, cancel := context.WithTimeout(ctx, time.Minute)
		text := "no answer"
		pending, err := discord.Command(manager, "article add", "file", discord.Attach(f.name, f.kind, f.data).ID)
		if err == nil {
			text = outcome(ctx, pending)
		}
		cancel()
		said = append(said, f.name+": "+strings.Join(strings.Fields(text), " "))
	}
	return said
}

// outcome waits until what the bot says is more than that it reads.
func outcome(ctx context.Context, p *discordtest.Pending) string {
	for {
		m, err := p.Message(ctx)
		if err != nil {
			return "no answer"
		}
		if text := m.Text(); !strings.Contains(text, "Reading …") {
			return text
		}
		select {
		case <-ctx.Done():
			return "no answer in time"
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// bombPDF is a small file whose three pages unfold to some ninety megabytes.
func bombPDF() []byte {
	var page bytes.Buffer
	z := zlib.NewWriter(&page)
	fmt.Fprint(z, "BT /F1 10 Tf 14 TL 50 780 Td ")
	for i := range 400_000 {
		fmt.Fprintf(z, "(The office for weather said on day %d that it would rain again.) Tj T* ", i)
	}
	fmt.Fprint(z, "ET")
	_ = z.Close() // into memory
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 3 /Kids [4 0 R 5 0 R 6 0 R] >>", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"}
	for range 3 {
		objects = append(objects, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 7 0 R >>")
	}
	objects = append(objects, fmt.Sprintf("<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream", page.Len(), page.Bytes()))
	var b bytes.Buffer
	var places []int
	b.WriteString("%PDF-1.4\n")
	for i, o := range objects {
		places = append(places, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF", len(objects)+1, table)
	return b.Bytes()
}
