package answer

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"onrecord/news"
	"onrecord/quotes"
)

// quarry is a row over a quarry in three articles of different days, and one
// without a date.
func quarry(t testing.TB) *shelf {
	t.Helper()
	s := &shelf{}
	for i, page := range []struct {
		date string
		text []string
	}{
		{"2024-05-02", []string{
			"Mayor Ilka Thorne said that the quarry at Dunmoor would close by the end of the year.",
			"“The dust has made our children ill,” said Ravi Aldous, a teacher in the village.",
		}},
		{"2024-03-11", []string{
			"Mayor Ilka Thorne said that the quarry was the biggest employer in Dunmoor.",
			"Company director Pavel Brandt told reporters that the quarry met every limit on dust.",
		}},
		{"", []string{"“I have never liked the quarry,” said Mayor Ilka Thorne."}},
		{"2024-06-20", []string{
			"Pavel Brandt denied that the quarry had been sold.",
			"Mayor Ilka Thorne said that the new library would open in spring.",
		}},
	} {
		a := &news.Article{Version: 1, Title: fmt.Sprintf("Dunmoor report %d", i+1)}
		if page.date != "" {
			a.Published, _ = time.Parse(time.DateOnly, page.date)
		}
		for _, text := range page.text {
			a.Paragraphs = append(a.Paragraphs, news.Paragraph{Kind: news.Body, Text: text})
		}
		news.NumberParagraphs(a.Paragraphs)
		a.ID = news.ArticleID(a)
		s.add(a, quotes.Read(a))
	}
	return s
}

func TestTimeline(t *testing.T) {
	e := New(quarry(t))
	for _, c := range []struct {
		name, who, about string
		want             []string // a stretch of each quotation, in order
	}{
		{"everything", "Thorne", "", []string{"biggest employer", "would close", "new library", "never liked"}},
		{"on a topic", "Ilka Thorne", "the quarry", []string{"biggest employer", "would close", "never liked"}},
		{"a denial is part of it", "Brandt", "", []string{"every limit", "had been sold"}},
		{"nothing on it", "Brandt", "the library", nil},
		{"nobody", "Zebedee", "", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := e.Timeline(t.Context(), LookUp{Library: news.HomeLibrary, Name: c.who, About: c.about})
			if err != nil {
				t.Fatal(err)
			}
			if len(got.Quotes()) != len(c.want) {
				t.Fatalf("%d quotations, want %d: %v", len(got.Quotes()), len(c.want), got.Quotes())
			}
			for i, q := range got.Quotes() {
				if !strings.Contains(q.Text(), c.want[i]) {
					t.Errorf("number %d is %q, want %q", i+1, q.Text(), c.want[i])
				}
			}
		})
	}
}

func TestSides(t *testing.T) {
	e := New(quarry(t))
	for _, c := range []struct {
		topic string
		want  map[string]int // by speaker, how many quotations
	}{
		{"the quarry", map[string]int{"Ilka Thorne": 3, "Pavel Brandt": 2}},
		{"dust", map[string]int{"Ravi Aldous": 1, "Pavel Brandt": 1}},
		{"about the new library?", map[string]int{"Ilka Thorne": 1}},
		{"a treaty with the moon", map[string]int{}},
	} {
		t.Run(c.topic, func(t *testing.T) {
			got, err := e.Sides(t.Context(), news.Question{Library: news.HomeLibrary, Text: c.topic})
			if err != nil {
				t.Fatal(err)
			}
			found := map[string]int{}
			for _, side := range got.Sides() {
				found[side.Speaker.Name] += len(side.Quotes)
				for _, q := range side.Quotes {
					if q.Speaker().ID != side.Speaker.ID {
						t.Errorf("%s is given words of %s: %q", side.Speaker.Name, q.Speaker().Name, q.Text())
					}
				}
			}
			if fmt.Sprint(found) != fmt.Sprint(c.want) {
				t.Errorf("found %v, want %v", found, c.want)
			}
			b, err := json.Marshal(got)
			if err != nil {
				t.Fatal(err)
			}
			var object struct {
				Topic          string
				Sides, Nearest []any
			}
			if err := json.Unmarshal(b, &object); err != nil || object.Sides == nil || object.Nearest == nil || len(object.Sides) != len(c.want) {
				t.Errorf("%v: %s", err, b)
			}
		})
	}
	for _, topic := range []string{"", "  ", "?!", "it", strings.Repeat("quarry ", 500), "\xff"} {
		if _, err := e.Sides(t.Context(), news.Question{Library: news.HomeLibrary, Text: topic}); !errors.Is(err, news.ErrBadInput) {
			t.Errorf("the topic %.20q is accepted: %v", topic, err)
		}
	}
}
