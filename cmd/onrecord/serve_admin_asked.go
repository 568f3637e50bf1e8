package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/news"
	"onrecord/ops"
)

// endings say how a question ended.
var endings = map[string]string{
	"answered":                      "answered",
	bot.Failed:                      "something went wrong",
	string(answer.UnknownSpeaker):   "no article has that speaker",
	string(answer.NotByThisSpeaker): "said, but not by that speaker",
	string(answer.NotOnThisTopic):   "that speaker, but not on this",
	string(answer.NothingFound):     "nothing found",
	string(answer.NoQuestion):       "not a question",
}

func (b board) questions(ctx context.Context) ([]ops.Table, error) {
	outcomes, err := b.store.Outcomes(ctx, b.today())
	if err != nil {
		return nil, err
	}
	all := 0
	for _, o := range outcomes {
		all += o.N
	}
	t := ops.Table{
		Caption: fmt.Sprintf("%s today, over all processes", several(all, "question", "questions")), Head: []string{"outcome", "questions", "share"},
		Empty: "Nobody has asked anything today.", Remark: "Counts are a few seconds old.",
	}
	for _, o := range outcomes {
		name := ops.Text(cmp.Or(endings[o.Name], o.Name))
		name.Wrong = o.Name == bot.Failed
		share := ops.Cell{Text: fmt.Sprintf("%.1f %%", 100*float64(o.N)/float64(all)), Number: true}
		t.Rows = append(t.Rows, ops.Cells(name, ops.Number(o.N), share))
	}
	return []ops.Table{t}, nil
}

func (b board) servers(ctx context.Context) ([]ops.Table, error) {
	processes, err := b.present(ctx)
	if err != nil {
		return nil, err
	}
	servers := 0
	for _, p := range processes {
		for _, s := range p.Shards {
			servers += s.Servers
		}
	}
	most, asking, err := b.store.Active(ctx, b.today(), mostServers)
	if err != nil {
		return nil, err
	}
	largest, err := b.store.Largest(ctx, mostLibraries)
	if err != nil {
		return nil, err
	}
	t := ops.Table{
		Caption: fmt.Sprintf("%s; %s today, the most active first", several(servers, "server", "servers"), haveAsked(asking)),
		Head:    []string{"server", "questions today", "library"}, Empty: "No server has asked anything today.",
		Remark: fmt.Sprintf("Up to %d. Servers are counted when a shard's session begins.", mostServers),
	}
	for _, s := range most {
		name, library := ops.Text(s.Name), ops.Text("small, or shared alone")
		switch own := news.ServerLibrary(s.Name); {
		case s.Name == "":
			name, library = ops.Text("direct messages"), ops.Text("")
		case slices.Contains(largest, own):
			library = ops.Link(own, anchor(own))
		}
		t.Rows = append(t.Rows, ops.Cells(name, ops.Number(s.N), library))
	}
	return []ops.Table{t}, nil
}

// haveAsked says how many servers did.
func haveAsked(n int) string {
	if n == 1 {
		return "1 has asked"
	}
	return ops.Number(n).Text + " have asked"
}

// anchor is the ID of a library's row, "" for a name that can't be one.
func anchor(library string) string {
	if strings.Trim(library, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		return ""
	}
	return "library-" + library
}

func (b board) libraries(ctx context.Context) ([]ops.Table, error) {
	all, paragraphs, err := b.store.Reach(ctx)
	if err != nil {
		return nil, err
	}
	largest, err := b.store.Sizes(ctx, mostLibraries)
	if err != nil {
		return nil, err
	}
	t := ops.Table{
		Caption: fmt.Sprintf("%s with %s; the largest first", several(all, "library", "libraries"), several(paragraphs, "paragraph", "paragraphs")),
		Head:    []string{"library", "articles", "paragraphs"}, Empty: "There are none yet.", Remark: fmt.Sprintf("Up to %d.", mostLibraries),
	}
	for _, l := range largest {
		t.Rows = append(t.Rows, ops.Row{ID: anchor(l.Library), Cells: []ops.Cell{ops.Text(l.Library), ops.Number(l.Articles), ops.Number(l.Paragraphs)}})
	}
	return []ops.Table{t}, nil
}
