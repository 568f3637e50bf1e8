package answer

import (
	"context"
	"html"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"onrecord/ingest"
	"onrecord/news"
)

// TestLinksLandInABrowser opens links in a real browser and looks at the
// picture: the words of the quotation are highlighted, and no others.
func TestLinksLandInABrowser(t *testing.T) {
	b := startBrowser(t)
	pages := map[string]string{}
	s := httptest.NewServer(saved(pages))
	defer s.Close()
	for name, c := range landings {
		t.Run(name, func(t *testing.T) {
			path := "/" + strings.ReplaceAll(name, " ", "-")
			a := &news.Article{ID: "land", Version: 1, Title: "Rain ahead", URL: s.URL + path}
			var page strings.Builder
			page.WriteString("<!DOCTYPE html><meta charset=utf-8><body style='font:18px serif;width:800px'><h1>Rain ahead</h1>")
			for i, text := range c.paragraphs {
				a.Paragraphs = append(a.Paragraphs, news.Paragraph{Number: i + 1, Kind: news.Body, Text: text})
				page.WriteString("<p>" + markedUp(text) + "</p>")
			}
			page.WriteString("<div style='height:3000px'></div>")
			pages[path] = page.String()
			text := c.paragraphs[c.in]
			at := strings.LastIndex(text, c.words)
			if c.first {
				at = strings.Index(text, c.words)
			}
			q, err := news.Cut(a, news.Span{Article: a.Ref(), Paragraph: c.in + 1, Start: at, End: at + len(c.words)}, nil, nil)
			if err != nil {
				t.Fatal(err)
			}
			link := Link(q)
			if !strings.Contains(link, "#:~:text=") {
				t.Fatalf("the link names no words: %s", link)
			}
			if got, want := b.highlighted(link), onlyWords(c.words); got != want {
				t.Errorf("%s\nhighlights %q\nwant       %q", link, got, want)
			}
		})
	}
}

// TestLinksLandOnSavedPages does the same on whole pages in the layouts of real
// outlets, with paragraphs as they were read from them: the first of one page, one
// from the middle of the next, the last of the third.
func TestLinksLandOnSavedPages(t *testing.T) {
	if testing.Short() {
		t.Skip("ten seconds of a browser")
	}
	b := startBrowser(t)
	pages := map[string]string{}
	s := httptest.NewServer(saved(pages))
	defer s.Close()
	files, err := filepath.Glob("../ingest/testdata/pages/*.html")
	if err != nil || len(files) == 0 {
		t.Fatalf("no saved pages: %v", err)
	}
	tried, plain := 0, 0
	for n, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !utf8.Valid(data) {
			continue // the same pages in other character sets
		}
		path := "/" + filepath.Base(file)
		a, err := ingest.Here{}.Read(context.Background(), ingest.Document{Address: s.URL + path, Type: "text/html", Data: data})
		if err != nil {
			continue // no article
		}
		a.URL = s.URL + path
		pages[path] = string(data)
		shown := a.Citable()
		p := []news.Paragraph{shown[0], shown[len(shown)/2], shown[len(shown)-1]}[n%3]
		q, err := news.Cut(a, news.Span{Article: a.Ref(), Paragraph: p.Number, Start: 0, End: len(p.Text)}, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		link := Link(q)
		if !strings.Contains(link, "#:~:text=") {
			plain++ // nothing short enough names the words alone
			continue
		}
		tried++
		// How a word is read is highlighted with it, but is no part of the text.
		got := strings.ReplaceAll(b.highlighted(link), " りょうきん ", "")
		if want := onlyWords(p.Text); got != want {
			t.Errorf("%s\nhighlights %q\nwant       %q", link, got, want)
		}
	}
	if tried < 15 || plain > 1 {
		t.Errorf("%d links were tried, and %d named no words", tried, plain)
	}
}

// markedUp writes text as a page might: some of it set apart, quotation marks
// and all.
func markedUp(text string) string {
	words := strings.Split(text, " ")
	for i, w := range words {
		w = html.EscapeString(w)
		switch {
		case i%7 == 3:
			w = "<em>" + w + "</em>"
		case i%11 == 5:
			w = `<a href="#">` + w + "</a>"
		}
		words[i] = w
	}
	return strings.Join(words, " ")
}

// onlyWords is text as the browser's words: letters, figures and marks.
func onlyWords(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }), " ")
}

var landings = map[string]struct {
	paragraphs []string
	in         int    // the paragraph, from 0
	words      string // of the quotation
	first      bool   // the first place of these words, not the last
}{
	"short words":        {[]string{"It will rain, she said.", "Nobody listened to her."}, 1, "Nobody listened", false},
	"commas and hyphens": {[]string{"It is a two-way, well-known, hand-to-hand thing, he said."}, 0, "a two-way, well-known, hand-to-hand thing", false},
	"an ampersand":       {[]string{"Shares of Brack & Sons fell by 7% & more."}, 0, "Brack & Sons fell by 7%", false},
	"curly marks":        {[]string{"“We can’t ‘wait’ for ever,” said Ada Lark. “Don’t ask.”"}, 0, "“We can’t ‘wait’ for ever,”", false},
	"a plus and a slash": {[]string{"The C++ and/or Go question: #1 of 50% + tax?"}, 0, "C++ and/or Go question: #1 of 50% + tax", false},
	"a long passage":     {[]string{"Before it.", "The bridge would be closed on Monday, the mayor said, and whoever wanted to cross the river would have to take the ferry, which runs every twenty minutes until ten.", "After it."}, 1, "The bridge would be closed on Monday, the mayor said, and whoever wanted to cross the river would have to take the ferry, which runs every twenty minutes until ten.", false},
	"said twice, second": {[]string{"The mayor said no.", "Asked again, the mayor said no."}, 1, "the mayor said no", false},
	"said twice, first":  {[]string{"At first the mayor said no.", "Asked again, the mayor said no."}, 0, "the mayor said no", false},
	"in the title too":   {[]string{"Rain ahead, the office says.", "Some rain ahead."}, 0, "Rain ahead", false},
	"same ends":          {[]string{"The old bridge is closed because the river rises and the wind is strong, so take the ferry.", "The old bridge is closed because the mayor says so and nobody knows better, so take the ferry."}, 1, "The old bridge is closed because the mayor says so and nobody knows better, so take the ferry.", false},
	"inside a sentence":  {[]string{"He said that any longer would allow rebel troops in the region to regroup, and left."}, 0, "any longer would allow rebel troops in the region to regroup", false},
	"Cyrillic":           {[]string{"Мэр сказала: «Мост закроют в понедельник», и ушла.", "Мост стоит."}, 0, "«Мост закроют в понедельник»", false},
	"Arabic":             {[]string{"قالت رئيسة البلدية إن الجسر سيغلق يوم الاثنين بسبب الفيضان.", "الجسر قديم."}, 0, "الجسر سيغلق يوم الاثنين", false},
	"Japanese":           {[]string{"市長は「橋は月曜日に閉鎖される」と述べた。", "橋は古い。"}, 0, "橋は月曜日に閉鎖される", false},
	"Japanese, long":     {[]string{"雨が降る。", "市長は記者会見で、橋は月曜日から閉鎖され、川を渡りたい人は渡し船に乗らなければならないと述べた。船は二十分ごとに出る。料金は無料で、夜十時まで運航されるという。"}, 1, "市長は記者会見で、橋は月曜日から閉鎖され、川を渡りたい人は渡し船に乗らなければならないと述べた。船は二十分ごとに出る。料金は無料で、夜十時まで運航されるという。", false},
	"Hindi":              {[]string{"महापौर ने कहा कि पुल सोमवार को बंद रहेगा।"}, 0, "पुल सोमवार को बंद रहेगा", false},
	"German":             {[]string{"„Die Brücke ist für Fußgänger gesperrt“, sagte Jörg Müller-Lüdenscheidt am Dienstag."}, 0, "„Die Brücke ist für Fußgänger gesperrt“", false},
	"French spaces":      {[]string{"Elle a dit : « Le pont sera fermé lundi ! » avant de partir."}, 0, "« Le pont sera fermé lundi ! »", false},
	"an apostrophe":      {[]string{"L'homme d'affaires n'a rien dit aujourd'hui."}, 0, "n'a rien dit aujourd'hui", false},
	"figures":            {[]string{"It cost $1,234.56 in 2026, up 3.5% from €1,000."}, 0, "$1,234.56 in 2026, up 3.5%", false},
	"one word":           {[]string{"Never. Never again. He said: never."}, 0, "never", false},
}
