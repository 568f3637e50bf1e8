package answer

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord/news"
)

func TestCompletes(t *testing.T) {
	varga := news.Card{Speaker: news.Speaker{Name: "Elisabeth Várga-Oduya", Kind: news.Person, Role: "Mayor", Aliases: []string{"Lisbeth"}}}
	spokes := news.Card{Speaker: news.Speaker{Name: "Dmitry Peskov", Kind: news.Person}, Roles: []news.RoleAt{{Role: "Kremlin spokesperson"}}}
	for _, c := range []struct {
		typed string
		card  news.Card
		want  int
	}{
		{"", varga, 1},
		{"Elis", varga, 6},
		{"elisabeth va", varga, 6},
		{"Varga", varga, 5},
		{"várga elis", varga, 5},
		{"oduya, el", varga, 5},
		{"ODUYÁ", varga, 5},
		{"lisb", varga, 4},
		{"liz", varga, 3},
		{"betty varg", varga, 3},
		{"may", varga, 2},
		{"mayor varga", varga, 2},
		{"spokesman", spokes, 2},
		{"spokeswo", spokes, 2},
		{"kremlin spokesman", spokes, 2},
		{"peskov spokes", spokes, 2},
		{"spokesmen", spokes, 0},
		{"spokesman for the moon", spokes, 0},
		{"arga", varga, 0},
		{"elisabeth elisabeth", varga, 0},
	} {
		if got := completes(foldedWords(c.typed), c.card); got != c.want {
			t.Errorf("%q for %s: %d, want %d", c.typed, c.card.Name, got, c.want)
		}
	}
}

// TestSuggestInTheLibraries types as people do over the article that ships and
// the invented newsroom.
func TestSuggestInTheLibraries(t *testing.T) {
	aleppo, newsroom := suggestions(t, "aleppo"), suggestions(t, "newsroom")
	for _, c := range []struct {
		in    func(typed string) []string
		typed string
		want  []string // among those suggested; the first is the first
	}{
		{aleppo, "kir", []string{"John Kirby"}},
		{aleppo, "kirby john", []string{"John Kirby"}},
		{aleppo, "Ryabkov, Ser", []string{"Sergei Ryabkov"}},
		{aleppo, "jack kirby", []string{"John Kirby"}},
		{aleppo, "spokesman", []string{"John Kirby", "Dmitry Peskov"}},
		{aleppo, "kremlin", []string{"Dmitry Peskov"}},
		{aleppo, "secretary of state", []string{"John Kerry"}},
		{aleppo, "joh", []string{"John Kirby", "John Kerry"}},
		{aleppo, "riabkov", []string{"Sergei Ryabkov"}},
		{newsroom, "quist hal", []string{"Halvard Quist"}},
		{newsroom, "PETRÉSCU", []string{"Ngaio Petrescu"}},
		{newsroom, "chairman", []string{"Alistair Brough", "Perpetua Lind"}},
		{newsroom, "renn", []string{"Tobias Renn"}},
	} {
		got := c.in(c.typed)
		for _, want := range c.want {
			if !slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, want) }) {
				t.Errorf("%q suggests %q, want %s among them", c.typed, got, want)
			}
		}
		if len(got) > 0 && len(c.want) == 1 && !strings.Contains(got[0], c.want[0]) {
			t.Errorf("%q suggests %q first, want %s", c.typed, got[0], c.want[0])
		}
	}
}

// suggestions returns what types into a library.
func suggestions(t *testing.T, name string) func(typed string) []string {
	t.Helper()
	lib := builtIn(t)
	if name == "newsroom" {
		lib = newsroom(t)
	}
	e := New(lib)
	return func(typed string) []string {
		cards, err := e.Suggest(t.Context(), news.HomeLibrary, typed, 25)
		if err != nil {
			t.Fatal(err)
		}
		return names(cards)
	}
}

// newsroom is a library of the invented articles.
func newsroom(t *testing.T) *shelf {
	t.Helper()
	paths, err := filepath.Glob("../testdata/news/*.questions.jsonl")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	s := &shelf{}
	for _, path := range paths {
		s.addFile(t, strings.TrimSuffix(path, ".questions.jsonl"))
	}
	return s
}
