package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"onrecord/news"
)

type exportCommand struct {
	Server  string `placeholder:"ID" help:"The Discord server whose library to export: the one of the command line unless named."`
	Version bool   `name:"all-versions" help:"Older versions of changed articles too."`
}

func (exportCommand) Help() string {
	return `Prints a library as JSON Lines: one article a line, newest first, with its paragraphs and what it credits to whom. Places are counted in Unicode code points.

Example:

    onrecord export > library.jsonl
    onrecord export --server 81384788765712384`
}

// exportedArticle is a line of an export.
type exportedArticle struct {
	articleJSON
	Authors    []string            `json:"authors"`
	Language   string              `json:"language"`
	Paragraphs []exportedParagraph `json:"paragraphs"`
	Speakers   []exportedSpeaker   `json:"speakers"`
	Statements []exportedStatement `json:"statements"`
}

type exportedParagraph struct {
	Number int                `json:"number"` // 0 for what can't be cited
	Kind   news.ParagraphKind `json:"kind"`
	Text   string             `json:"text"`
}

type exportedSpeaker struct {
	ID   string           `json:"id"`
	Name string           `json:"name"`
	Role string           `json:"role"`
	Kind news.SpeakerKind `json:"kind"`
}

type exportedStatement struct {
	Speaker   string         `json:"speaker"` // an ID, "" where the article leaves it open
	Kind      news.Kind      `json:"kind"`
	Stance    news.Stance    `json:"stance"`
	Verb      string         `json:"verb"`
	Certainty float64        `json:"certainty"`
	Words     []exportedSpan `json:"words"`
}

type exportedSpan struct {
	Paragraph int    `json:"paragraph"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Text      string `json:"text"`
}

func (c *exportCommand) Run(ctx context.Context, p *program) (err error) {
	s, err := p.bare(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	library := news.HomeLibrary
	if c.Server != "" {
		library = news.ServerLibrary(c.Server)
	}
	infos, err := s.Articles(ctx, library)
	if err != nil {
		return err
	}
	if len(infos) == 0 {
		return fmt.Errorf("there is nothing to export: library %q has no articles", library)
	}
	out := bufio.NewWriter(p.out)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for _, info := range infos {
		first := info.Version
		if c.Version {
			first = 1
		}
		for v := info.Version; v >= first; v-- {
			a, r, err := s.Article(ctx, library, news.Ref{ID: info.ID, Version: v})
			if errors.Is(err, news.ErrNotFound) {
				continue // removed, and added again later
			}
			if err != nil {
				return err
			}
			if err := enc.Encode(exported(a, r)); err != nil {
				return fmt.Errorf("write the export: %w", err)
			}
		}
	}
	return out.Flush()
}

func exported(a *news.Article, r *news.Reading) exportedArticle {
	e := exportedArticle{
		articleJSON: asJSON(a.Info()), Authors: append([]string{}, a.Authors...), Language: a.Language,
		Paragraphs: []exportedParagraph{}, Speakers: []exportedSpeaker{}, Statements: []exportedStatement{},
	}
	for _, p := range a.Paragraphs {
		e.Paragraphs = append(e.Paragraphs, exportedParagraph(p))
	}
	for _, s := range r.Speakers {
		e.Speakers = append(e.Speakers, exportedSpeaker{s.ID, s.Name, s.Role, s.Kind})
	}
	for _, st := range r.Statements {
		words := []exportedSpan{}
		for _, span := range st.Content {
			text := a.Paragraph(span.Paragraph).Text
			start := utf8.RuneCountInString(text[:span.Start])
			cut := text[span.Start:span.End]
			words = append(words, exportedSpan{span.Paragraph, start, start + utf8.RuneCountInString(cut), cut})
		}
		e.Statements = append(e.Statements, exportedStatement{st.Speaker, st.Kind, st.Stance, st.Verb, st.Certainty, words})
	}
	return e
}
