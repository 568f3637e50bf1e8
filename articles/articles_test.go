package articles_test

import (
	"strings"
	"testing"
	"time"

	"onrecord/articles"
	"onrecord/news"
)

// The built-in page, paragraph by paragraph as a person reads it.
var page = []struct {
	number  int
	kind    news.ParagraphKind
	opening string
}{
	{0, news.Furniture, "Live"},
	{0, news.Furniture, "Audio Only"},
	{0, news.Furniture, "google plus"},
	{0, news.Furniture, "facebook"},
	{0, news.Furniture, "twitter"},
	{0, news.Furniture, "Russia"},
	{1, news.Caption, "Russia's Deputy Foreign Minister Sergei Ryabkov speaks"},
	{0, news.Furniture, "Published 29 September 2016"},
	{2, news.Body, "Recent multilateral"},
	{3, news.Body, "Despite growing criticism"},
	{0, news.Related, "Airstrikes Hit Two Hospitals"},
	{4, news.Body, "In a swipe"},
	{5, news.Body, "The U.S. has grown"},
	{0, news.Related, "WATCH: Syria"},
	{6, news.Body, "U.S. State Department spokesman"},
	{0, news.Related, "U.S. Building Drone Base"},
	{7, news.Body, "Russian Deputy Foreign Minister"},
	{8, news.Body, `"We cannot interpret this`},
	{9, news.Body, "On Sept. 19"},
	{0, news.Furniture, "Post with no comments."},
}

func TestLibrary(t *testing.T) {
	library, err := articles.Library()
	if err != nil {
		t.Fatal(err)
	}
	if len(library) != 1 {
		t.Fatalf("%d articles, want 1", len(library))
	}
	a := library[0]
	if len(a.Paragraphs) != len(page) {
		t.Errorf("%d paragraphs, want %d", len(a.Paragraphs), len(page))
	}
	for i, p := range a.Paragraphs[:min(len(a.Paragraphs), len(page))] {
		want := page[i]
		if p.Kind != want.kind || p.Number != want.number || !strings.HasPrefix(p.Text, want.opening) {
			t.Errorf("paragraph %d is %s %d %.60q, want %s %d %q", i, p.Kind, p.Number, p.Text, want.kind, want.number, want.opening)
		}
	}
	if want := time.Date(2016, 9, 29, 0, 0, 0, 0, time.UTC); !a.Published.Equal(want) {
		t.Errorf("published %v, want %v", a.Published, want)
	}
	if want := "Untitled article (“Recent multilateral peace talks have fallen apart…”)"; a.Title != want || !a.Untitled {
		t.Errorf("title %q (untitled %v), want %q", a.Title, a.Untitled, want)
	}
	if a.Outlet != "" || a.URL != "" || a.Authors != nil {
		t.Errorf("the page names no outlet, address or author; got %q, %q, %q", a.Outlet, a.URL, a.Authors)
	}
	if a.Language != "en" || a.Version != 1 || a.ID != news.ArticleID(a) {
		t.Errorf("language %q, version %d, ID %q", a.Language, a.Version, a.ID)
	}
}
