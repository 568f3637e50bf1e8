package answer

import (
	"testing"

	"onrecord/news"
)

func TestPresents(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a relative clause", "It rained. Ada Renn, who led the study, spoke. She left.", "Ada Renn, who led the study, spoke."},
		{"an age", "Ada Renn, 52, a teacher, spoke.", "Ada Renn, 52, a teacher, spoke."},
		{"a list", "Ada Renn, Tom Dahl and others spoke.", ""},
		{"a place", "Ada Renn, Oslo", ""},
		{"somebody else", "Tom Dahl, who led the study, spoke.", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := &news.Article{Version: 1, Paragraphs: []news.Paragraph{{Kind: news.Body, Text: tt.text}}}
			news.NumberParagraphs(a.Paragraphs)
			a.ID = news.ArticleID(a)
			got := ""
			if span, ok := newView(a, nil).presents("Ada Renn"); ok {
				got = tt.text[span.Start:span.End]
			}
			if got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}
