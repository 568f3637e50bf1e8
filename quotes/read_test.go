package quotes

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"onrecord/articles"
	"onrecord/ingest"
	"onrecord/news"
)

// The article that ships in the binary: every statement of it.
func TestBuiltInArticle(t *testing.T) {
	const name = "2016-09-29-russia-syria-aleppo.txt"
	file, err := articles.Files.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	a, err := ingest.Read(name, file)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"Russian diplomats | reported | said | that the country will continue to assist the Syrian government in its assault on rebel strongholds, particularly in the city of Aleppo",
		"Dmitry Peskov | mixed | said | that Russia's “war on terror” would continue",
		"United States | reported | held | Russia",
		"United States | reported | said | that both Russia and the Syrian government have blood on their hands and are not facilitating peace",
		"John Kerry | reported | demanded | that Russia grounds its aircraft",
		"John Kerry | reported | said | to cut diplomacy with Russia over Syria",
		"John Kirby | mixed | said | that Russia has a vested interest in stopping the violence in Syria because extremists could use the ensuing power vacuum to launch attacks “against Russian interests, perhaps even Russian cities.”",
		"Dmitry Peskov | reported | denied | the comments as clumsy and unhelpful",
		"Dmitry Peskov | reported | said | that Russia was interested in trying to resolve the continuing crisis",
		"Sergei Ryabkov | mixed | said | Kirby’s comments as “thinly disguised invitations to use terrorism as a weapon against Russia show(ing) the political depths the current U.S. administration has stooped to in its approach to the Middle East and specifically to Syria.\"",
		"Sergei Ryabkov | direct | said | \"We cannot interpret this as anything else apart from the current U.S. administration's de facto support for terrorism,\"",
		"Sergei Ryabkov | reported | said | that Russia had no alternative to the original U.S. plan of a ceasefire",
		"Sergei Ryabkov | reported | said | that Russia would support a 48-hour ceasefire to allow aid into Aleppo",
		"Sergei Ryabkov | reported | said | that any longer would allow rebel troops in the region to regroup",
		"Russia and United States | reported | said | each other for the ceasefires breakdown",
		"Syria | mixed | said | the U.S., along with Israel, for being “complicit” with terrorist organizations",
		"Syria | reported | said | recent airstrikes by U.S. forces",
	}
	if d := cmp.Diff(want, lines(t, a, Read(a)), cmp.Comparer(sameLine)); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

// Nothing but citable paragraphs is read.
func TestFurnitureSaysNothing(t *testing.T) {
	a := page("The bridge closed on Monday.")
	a.Paragraphs = append(a.Paragraphs, news.Paragraph{Kind: news.Related, Text: "Hartog said the bridge was safe."})
	news.NumberParagraphs(a.Paragraphs)
	if got := Read(a).Statements; len(got) != 0 {
		t.Errorf("Read gave %v, want nothing", got)
	}
}

// Whatever the text: no panic, every span valid, contents in order and apart,
// the passage over the first of them, the speaker known.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"“We won,” said Lee Moss, who left. “It's over.\n“Really.",
		"According to Moss, \"it ''is'' «so»: ‘he said that he said",
		"Moss: “…” — and, asked whether (he) said, said said said.",
		"\xff“\xc3” said\xa0by \xe2\x80 that's 's ' '' ''' \"",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<16 {
			t.Skip()
		}
		text = strings.ToValidUTF8(text, "�")
		a := page(strings.Split(text, "\n")...)
		checkReading(t, a, Read(a))
	})
}

func checkReading(t *testing.T, a *news.Article, r *news.Reading) {
	t.Helper()
	known := map[string]bool{"": true}
	for _, s := range r.Speakers {
		if known[s.ID] {
			t.Fatalf("speaker %q listed twice", s.ID)
		}
		known[s.ID] = true
	}
	for n, st := range r.Statements {
		if n > 0 && len(st.Content) > 0 {
			a, b := r.Statements[n-1].Content[0], st.Content[0]
			if b.Paragraph < a.Paragraph || b.Paragraph == a.Paragraph && b.Start < a.Start {
				t.Fatalf("statement at %v behind one at %v", b, a)
			}
		}
		if !known[st.Speaker] {
			t.Fatalf("speaker %q is not listed", st.Speaker)
		}
		if len(st.Content) == 0 || !st.Passage.Contains(st.Content[0]) {
			t.Fatalf("passage %v does not cover %v", st.Passage, st.Content)
		}
		for i, c := range st.Content {
			if i > 0 {
				p := st.Content[i-1]
				if c.Paragraph < p.Paragraph || c.Paragraph == p.Paragraph && c.Start < p.End {
					t.Fatalf("contents out of order: %v", st.Content)
				}
			}
		}
		for _, s := range append([]news.Span{st.Passage, st.Source, st.Cue}, st.Content...) {
			if s.Zero() {
				continue
			}
			if text, err := a.Text(s); err != nil || !utf8.ValidString(text) {
				t.Fatalf("%q: %v", text, err)
			}
		}
		if st.Certainty <= 0 || st.Certainty > 1 || st.Rule == "" {
			t.Fatalf("certainty %v, rule %q", st.Certainty, st.Rule)
		}
	}
}
