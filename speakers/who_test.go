package speakers

import (
	"strings"
	"testing"

	"onrecord/news"
)

// marked makes an article of a text with one [mention] and returns its place.
// Paragraphs are parted by "|".
func marked(t testing.TB, text string) (*news.Article, news.Span) {
	t.Helper()
	var s news.Span
	ps := strings.Split(text, "|")
	for i := range ps {
		ps[i] = strings.TrimSpace(ps[i])
		if from := strings.IndexByte(ps[i], '['); from >= 0 {
			to := strings.IndexByte(ps[i], ']') - 1
			ps[i] = strings.NewReplacer("[", "", "]", "").Replace(ps[i])
			s.Paragraph, s.Start, s.End = i+1, from, to
		}
	}
	a := article(ps...)
	s.Article = a.Ref()
	if _, err := a.Text(s); err != nil {
		t.Fatal(err)
	}
	return a, s
}

func TestWho(t *testing.T) {
	for _, tc := range []struct{ name, text, want string }{
		// Names.
		{"full name", "[Ana Brandt] said no.", "Ana Brandt"},
		{"name with its title", "[Harbour Minister Ana Brandt] said no.", "Ana Brandt"},
		{"title in small letters", "[former harbour minister Ana Brandt] said no.", "Ana Brandt"},
		{"title with a country", "[Norwegian Deputy Foreign Minister Lars Holm] said no.", "Lars Holm"},
		{"abbreviated title and party", "[Sen. Ted Olmsted (R-Ohio)] said no.", "Ted Olmsted"},
		{"possessive title", "[Norway’s deputy foreign minister, Lars Holm,] said no.", "Lars Holm"},
		{"institution's spokesperson", "[Castle spokesperson Dora Pesk] said no.", "Dora Pesk"},
		{"surname", "Ana Brandt arrived. “No,” said [Brandt].", "Ana Brandt"},
		{"surname before the full name", "[Brandt] said no. Ana Brandt is a minister.", "Ana Brandt"},
		{"honorific", "Ana Brandt arrived. [Ms. Brandt] said no.", "Ana Brandt"},
		{"given name", "Ana Brandt arrived. [Ana] said no.", "Ana Brandt"},
		{"nickname", "Edward Olmsted arrived. [Ted Olmsted] said no.", "Edward Olmsted"},
		{"middle initial", "Peter Okoro arrived. [Peter J. Okoro] said no.", "Peter J. Okoro"},
		{"initial for a given name", "Peter Okoro arrived. [P. Okoro] said no.", "Peter Okoro"},
		{"possessive name", "Ana Brandt spoke. [Brandt’s] claim was denied.", "Ana Brandt"},
		{"hyphens", "Maria Lopez-Green arrived. [Lopez-Green] said no.", "Maria Lopez-Green"},
		{"two surnames", "Jane Wagner Stoltz arrived. [Wagner Stoltz] said no.", "Jane Wagner Stoltz"},
		{"particle in small letters", "[Mayor Bill de Groot] said no.", "Bill de Groot"},
		{"surname with particle", "Mayor Bill de Groot arrived. [De Groot] said no.", "Bill de Groot"},
		{"Arabic article", "Nasser al-Hamdi arrived. [Hamdi] said no.", "Nasser al-Hamdi"},
		{"son of", "[Prince Faisal bin Talal] said no.", "Faisal bin Talal"},
		{"accents", "José Ibáñez arrived. [Ibanez] said no.", "José Ibáñez"},
		{"suffix", "[Martin Kroll Jr.], the owner, said no.", "Martin Kroll Jr."},
		{"capitals throughout", "Ana Brandt said no. [BRANDT] shouted again.", "Ana Brandt"},
		{"headline in capitals", "BRANDT LEAVES THE HARBOUR TALKS IN ANGER|Ana Brandt left. [She] said no.", "Ana Brandt"},
		{"name in a headline", "[Brandt] Leaves Harbour Talks Over Ferry Fares|Ana Brandt left.", "Ana Brandt"},
		{"full name in capitals", "[ANA BRANDT] LEAVES HARBOUR TALKS|Ana Brandt left.", "Ana Brandt"},
		{"built name", "[DeShawn McAllister] said no.", "DeShawn McAllister"},
		{"opener is no name", "Meanwhile [Brandt] said no.", "Brandt"},
		{"opener that is a name", "[Will Harker] said no.", "Will Harker"},
		{"month that is a name", "[April Stone] said no.", "April Stone"},
		{"verb in front", "Asking Ana Brandt helps, [Brandt] said.", "Ana Brandt"},
		{"a word that opens the sentence", "Ana Brandt left. Absent Brandt, nobody spoke. “No,” said [Brandt].", "Ana Brandt"},
		{"an ordinary word that speaks alone", "It was late. [Stone] called it a pity.", "Stone"},
		{"an ordinary word for several", "It was late. [Staff] called it a pity.", "staff"},
		{"no name with that word", "Ana Brandt left. [Absent Brandt] said no.", "Ana Brandt"},
		{"surname that is a people's", "Mark English left. [English] said no.", "Mark English"},
		{"people that are no surname", "Mark English left. [English voters] said no.", "English voters"},
		{"after according to", "[according to Ana Brandt]", "Ana Brandt"},

		// Roles behind and relative clauses inside the mention.
		{"apposition", "[Ana Brandt, an aide to Peter Okoro,] said no.", "Ana Brandt"},
		{"apposition with age", "[Ana Brandt, 35, the daughter of Mayor Bill de Groot,] said no.", "Ana Brandt"},
		{"relative clause", "[Ana Brandt, who advised Peter Okoro,] said no.", "Ana Brandt"},
		{"description before the name", "[the castle’s spokeswoman, Dora Pesk,] said no.", "Dora Pesk"},
		{"his somebody, named", "Peter Okoro left. [His lawyer, Dora Pesk,] said no.", "Dora Pesk"},

		// Apart.
		{"two of one given name", "John Kerr met John Kirk. “No,” said [Kirk].", "John Kirk"},
		{"a given name that two have", "John Kerr met John Kirk. [John] said no.", "John"},
		{"husband by his honorific", "Bill Crane met Hillary Crane. [Mr. Crane] said no.", "Bill Crane"},
		{"wife by her honorific", "Bill Crane met Hillary Crane. [Mrs. Crane] said no.", "Hillary Crane"},
		{"the one named most", "Hillary Crane spoke. Hillary Crane left. Hillary Crane won. Bill Crane slept. It rained. It stopped. [Crane] said no.", "Hillary Crane"},
		{"the one just named in full", "Hillary Crane spoke. Hillary Crane left. Hillary Crane won. Bill Crane slept. It rained. It stopped. Bill Crane woke. [Crane] said no.", "Bill Crane"},
		{"not the one named in a quotation", "Hillary Crane spoke. “Bill Crane slept. Bill Crane woke,” said [Crane].", "Hillary Crane"},
		{"father and son", "Martin Kroll spoke. [Martin Kroll Jr.] said no.", "Martin Kroll Jr."},

		// Countries, institutions, documents, groups.
		{"country by abbreviation", "The United States left. [The U.S.] says no.", "United States"},
		{"country", "[Norway] says no.", "Norway"},
		{"country by its long name", "Syria left. [The Syrian Arab Republic] says no.", "Syria"},
		{"country by its letters", "[U.S.] says no.", "U.S."},
		{"country by its letters, without stops", "Then [US] says no.", "US"},
		{"capital", "[Moscow] says no.", "Moscow"},
		{"seat", "[The Kremlin] says no.", "Kremlin"},
		{"institution", "[The Harbour Department] says no.", "Harbour Department"},
		{"the two orders of its name", "The Department of Harbours met. [The Harbours Department] said no.", "Department of Harbours"},
		{"initials", "The Federal Coast Bureau met. [The FCB] said no.", "Federal Coast Bureau"},
		{"known initials", "The Federal Bureau of Investigation met. [The FBI] said no.", "Federal Bureau of Investigation"},
		{"newspaper by its last word", "The Tidewater Times asked. [The Times] said no.", "Tidewater Times"},
		{"country in front of an institution", "[The U.S. State Department] said no.", "State Department"},
		{"company", "[Hartmann Foods] said no.", "Hartmann Foods"},
		{"honours behind a name", "[Leopold Crane KC] spoke. Crane left.", "Leopold Crane"},
		{"odd spelling", "[HarbourAir] said no.", "HarbourAir"},
		{"group", "[Russian diplomats] said no.", "Russian diplomats"},
		{"party's people", "[Democrats] said no.", "Democrats"},
		{"critics at a sentence's start", "[Critics] said no.", "critics"},
		{"a trade at a sentence's start", "[Retailers] said no.", "retailers"},
		{"a surname that looks like one", "Bernie Sanders left. [Sanders] said no.", "Bernie Sanders"},
		{"somebody unnamed", "[A senior official] said no.", "a senior official"},
		{"document", "[The report] said no.", "the report"},
		{"the name behind the mention", "[The first witness], harbour clerk Ana Brandt, said no.", "Ana Brandt"},
		{"not a list behind the mention", "[The witness], Ana Brandt and Peter Okoro said no.", "the witness"},
		{"a small word that is a given name", "Its treasurer, [Per Lindholm], said no.", "Per Lindholm"},
		{"name inside a description", "[Brandt’s campaign] said no.", "Brandt’s campaign"},
		{"a list", "[Ana Brandt, Peter Okoro and Mayor Dora Pesk] said no.", "Ana Brandt, Peter Okoro and Dora Pesk"},
		{"no list but an apposition", "[Ana Brandt, mayor of Oslo and Bergen,] said no.", "Ana Brandt"},
		{"his campaign", "Peter Okoro spoke. [His campaign] said no.", "Peter Okoro’s campaign"},
		{"an accent at a sentence's start", "[Épiciers in Paris] said no.", "épiciers in Paris"},
		{"several together", "Ana Brandt met Peter Okoro. [Brandt and Okoro] said no.", "Ana Brandt and Peter Okoro"},

		// Pronouns.
		{"she, one sentence back", "Ana Brandt arrived. [She] said no.", "Ana Brandt"},
		{"he passes over a woman", "Peter Okoro met Ana Brandt. [He] said no.", "Peter Okoro"},
		{"after a quotation", "Ana Brandt spoke of Maria Lopez. “I won’t,” [she] said.", "Ana Brandt"},
		{"not who is named in the quotation", "Peter Okoro spoke. “Martin Kroll is wrong,” [he] said.", "Peter Okoro"},
		{"the speaker before the subject spoken of", "Peter Okoro said Martin Kroll had lied. “I saw it,” [he] said.", "Peter Okoro"},
		{"same sentence", "Peter Okoro said that [he] would go.", "Peter Okoro"},
		{"paragraphs back", "Peter Okoro spoke in Oslo.|The square was full.|It rained.|“We stay,” [he] said.", "Peter Okoro"},
		{"through a chain of pronouns", "Peter Okoro spoke. He smiled. He left. He came back.|“We stay,” [he] said.", "Peter Okoro"},
		{"a given name of no list", "Quorra Thrale said the wall would stand. “It is good,” [she] told reporters.", "Quorra Thrale"},
		{"the surname before it", "Thrale said on Friday that it was late. “Stone waits,” [she] said.|Quorra Thrale resigned in April.", "Quorra Thrale"},
		{"two of no list, the subject", "Chief Dovrin Hask met Zel Quorra, the owner. “It was short,” [he] said.", "Dovrin Hask"},
		{"two of no list, the one who is no he", "Chief Dovrin Hask met Zel Quorra, the owner. “It was short,” he said. “I left,” [she] said.", "Zel Quorra"},
		{"an accent makes another name", "Minister Ása Thrale said it would stand. “It is good,” [she] said.", "Ása Thrale"},
		{"an accent, and somebody else it can be", "Ana Brandt left. Minister José Thrale said it would stand. “It is good,” [she] said.", "Ana Brandt"},
		{"an accent, and somebody described", "Minister José Thrale said it would stand. His wife laughed. “It is good,” [she] said.", ""},
		{"not the possessor", "Ana Brandt’s lawyer Maria Lopez spoke. [She] said no.", "Maria Lopez"},
		{"sex from a title", "Congresswoman Kerala Dunst met Peter Okoro. [She] said no.", "Kerala Dunst"},
		{"a verb behind an aside", "Martin Kroll watched. Peter Okoro, a driver from Bergen, said no to Martin Kroll. [He] added that it rained.", "Peter Okoro"},
		{"who behind a name", "“No,” said Ana Brandt, [who] explained why.", "Ana Brandt"},
		{"who behind an apposition", "Ana Brandt, an aide to Peter Okoro, [who] said no, left.", "Ana Brandt"},
		{"who behind a place", "Senator Ana Brandt of Ohio, [who] said no, left.", "Ana Brandt"},
		{"who behind a party", "Sen. Ana Brandt (D-Ore.), [who] said no, left.", "Ana Brandt"},
		{"who behind a group", "There are critics [who] say no.", "critics"},
		{"who behind the supporters of somebody", "The supporters of Mr. Kroll [who] say no left.", "the supporters of Mr. Kroll"},
		{"which behind a body", "The Harbour Trust, [which] says no, left.", "Harbour Trust"},
		{"his", "Peter Okoro spoke. [His] view was plain.", "Peter Okoro"},
		{"nobody of that sex", "Peter Okoro spoke. [She] said no.", ""},
		{"nobody before", "[He] said no.", ""},
		{"they are critics", "Critics said no. [They] said it again.", "critics"},
		{"they pass over a person", "Clinton aides said no to Peter Okoro. [They] said it again.", "Clinton aides"},
		{"it is a body", "The Harbour Trust said no. [It] said so again.", "Harbour Trust"},
		{"it is a paper", "The report said no. [It] said so again.", "the report"},
		{"it could be two", "Norway said no, and Sweden said yes. [It] said so again.", ""},
		{"we stays open", "Ana Brandt spoke. [We] said no.", ""},
		{"the apposition alone", "Ana Brandt, [a former driver], said no.", "Ana Brandt"},
		{"they stays open", "Ana Brandt met Peter Okoro. [They] said no.", ""},
		{"somebody named so", "A worker named Peter Okoro liked it. “Good,” [he] said.", "Peter Okoro"},
		{"not whoever asks", "Peter Okoro spoke when Martin Kroll asked whether it rained. “Yes,” [he] said.", "Peter Okoro"},
		{"not a phrase put in front", "In a plea to friends of Martin Kroll, Peter Okoro blamed the rain. [He] said no.", "Peter Okoro"},
		{"a clause put in front", "While Peter Okoro has warned Oslo, [he] said no.", "Peter Okoro"},
		{"an unnamed speaker goes on", "A spokesman for the mill said no. [He] added that it rained.", "a spokesman for the mill"},

		// Descriptions.
		{"senator", "Sen. Ana Brandt met Peter Okoro. [The senator] said no.", "Ana Brandt"},
		{"old senator", "Sen. Ana Brandt met Peter Okoro. [The 68-year-old senator] said no.", "Ana Brandt"},
		{"spokesman", "Castle spokesman Peter Okoro met Ana Brandt. [The spokesman] said no.", "Peter Okoro"},
		{"nominee", "Republican nominee Peter Okoro met Ana Brandt. [The Republican nominee] said no.", "Peter Okoro"},
		{"role told behind", "Peter Okoro, a billionaire from Oslo, met Ana Brandt. [The billionaire] said no.", "Peter Okoro"},
		{"state and party", "Sen. Ana Brandt (D-Ore.) met Sen. Maria Lopez (R-N.Y.). [The Oregon Democrat] said no.", "Ana Brandt"},
		{"state by its letters", "Sen. Ana Brandt (D-OR) met Sen. Maria Lopez (R-NY). [The New York senator] said no.", "Maria Lopez"},
		{"state behind the name", "Sen. Ana Brandt of Oregon met Sen. Maria Lopez. [The Oregon senator] said no.", "Ana Brandt"},
		{"country and demonym", "Norway’s president, Lars Holm, met President Dora Pesk. [The Norwegian president] said no.", "Lars Holm"},
		{"two senators stay open", "Sen. Ana Brandt met Sen. Maria Lopez. [The senator] said no.", "the senator"},
		{"the wrong state stays open", "Vermont Sen. Ana Brandt left. [The Ohio senator] said no.", "the Ohio senator"},
		{"of another sex", "Spokesman Peter Okoro left. [The spokeswoman] said no.", "the spokeswoman"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a, s := marked(t, tc.text)
			w := Read(a).Who(s)
			if w.Is.Name != tc.want {
				t.Errorf("Who = %q (%s), want %q", w.Is.Name, w.Why, tc.want)
			}
		})
	}
}

func TestWhy(t *testing.T) {
	for _, tc := range []struct{ name, text, want string }{
		{"plain name", "[Ana Brandt] said no.", ""},
		{"one back", "Ana Brandt arrived. [She] said no.", "she → Ana Brandt, one sentence back"},
		{"same sentence", "Ana Brandt said [she] would go.", "she → Ana Brandt, same sentence"},
		{"three back", "Ana Brandt arrived. It rained. It stopped. [She] said no.", "she → Ana Brandt, 3 sentences back"},
		{"who", "Ana Brandt, [who] said no, left.", "who → Ana Brandt, right in front"},
		{"role", "Sen. Ana Brandt left. [The senator] said no.", "the senator → Ana Brandt, by role"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a, s := marked(t, tc.text)
			if w := Read(a).Who(s); w.Why != tc.want {
				t.Errorf("Why = %q, want %q", w.Why, tc.want)
			}
		})
	}
}

// TestOneCampaign: however a described speaker is tied to its owner, it has one ID.
func TestOneCampaign(t *testing.T) {
	for _, text := range []string{
		"Peter Okoro spoke. [His campaign] said no.",
		"Peter Okoro spoke. [Okoro’s campaign] said no.",
		"Peter Okoro spoke. [Mr. Okoro's campaign] said no.",
		"Peter Okoro spoke. [The Okoro campaign] said no.",
	} {
		a, s := marked(t, text)
		if w := Read(a).Who(s); w.Speaker != "peter-okoro-campaign" {
			t.Errorf("%s: speaker %q, want peter-okoro-campaign", text, w.Speaker)
		}
	}
}

func TestSpeakers(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       news.Speaker
	}{
		{"role in front", "Russian Deputy Foreign Minister Boris Ryazov spoke. Ryazov left.",
			news.Speaker{ID: "boris-ryazov", Name: "Boris Ryazov", Role: "Russian Deputy Foreign Minister", Kind: news.Person, Aliases: []string{"Ryazov"}}},
		{"role and its trade", "Former harbour minister Ana Brandt spoke.",
			news.Speaker{ID: "ana-brandt", Name: "Ana Brandt", Role: "Former harbour minister", Kind: news.Person}},
		{"trade behind a comma", "The first witness, harbour clerk Ana Brandt, spoke.",
			news.Speaker{ID: "ana-brandt", Name: "Ana Brandt", Role: "harbour clerk", Kind: news.Person}},
		{"trade behind a verb of saying", "It was late, said deputy ferry captain Ana Brandt.",
			news.Speaker{ID: "ana-brandt", Name: "Ana Brandt", Role: "deputy ferry captain", Kind: news.Person}},
		{"a verb is no trade", "The plan worries minister Ana Brandt.",
			news.Speaker{ID: "ana-brandt", Name: "Ana Brandt", Role: "minister", Kind: news.Person}},
		{"a past form is no trade", "The harbour board met minister Ana Brandt.",
			news.Speaker{ID: "ana-brandt", Name: "Ana Brandt", Role: "minister", Kind: news.Person}},
		{"a member of parliament", "Veteran Labour MP Ana Brandt spoke.",
			news.Speaker{ID: "ana-brandt", Name: "Ana Brandt", Role: "Veteran Labour MP", Kind: news.Person}},
		{"role at a firm with an ampersand", "Ana Brandt, chief executive of Sound & Skerry Lines, spoke.",
			news.Speaker{ID: "ana-brandt", Name: "Ana Brandt", Role: "chief executive of Sound & Skerry Lines", Kind: news.Person}},
		{"letters behind a name of no list", "Sule Thrale MP spoke.",
			news.Speaker{ID: "sule-thrale", Name: "Sule Thrale", Kind: news.Person}},
		{"role behind", "Ana Brandt, an aide to Peter Okoro, spoke.",
			news.Speaker{ID: "ana-brandt", Name: "Ana Brandt", Role: "aide to Peter Okoro", Kind: news.Person}},
		{"role before a comma", "The castle’s spokeswoman, Dora Pesk, spoke.",
			news.Speaker{ID: "dora-pesk", Name: "Dora Pesk", Role: "castle’s spokeswoman", Kind: news.Person}},
		{"body and role", "U.S. State Department spokesman John Kirk spoke.",
			news.Speaker{ID: "john-kirk", Name: "John Kirk", Role: "U.S. State Department spokesman", Kind: news.Person}},
		{"office with of", "U.S. Secretary of State John Kerr spoke.",
			news.Speaker{ID: "john-kerr", Name: "John Kerr", Role: "U.S. Secretary of State", Kind: news.Person}},
		{"the same in small letters", "Former secretary of state John Kerr spoke.",
			news.Speaker{ID: "john-kerr", Name: "John Kerr", Role: "Former secretary of state", Kind: news.Person}},
		{"his manager", "Peter Okoro left. His campaign manager, Dora Pesk, spoke.",
			news.Speaker{ID: "dora-pesk", Name: "Dora Pesk", Role: "campaign manager", Kind: news.Person}},
		{"one of two senators", "Sens. Ana Brandt and Peter Okoro spoke.",
			news.Speaker{ID: "ana-brandt", Name: "Ana Brandt", Role: "Sen.", Kind: news.Person}},
		{"newspaper's columnist", "New York Times columnist Dora Pesk spoke.",
			news.Speaker{ID: "dora-pesk", Name: "Dora Pesk", Role: "New York Times columnist", Kind: news.Person}},
		{"honorific is no role", "Mr. Okoro spoke.",
			news.Speaker{ID: "okoro", Name: "Okoro", Kind: news.Person, Aliases: []string{"Mr Okoro"}}},
		{"country", "Later, the U.S. agreed. “The United States is glad,” it said.",
			news.Speaker{ID: "united-states", Name: "United States", Kind: news.Country, Aliases: []string{"U.S."}}},
		{"dateline", "PORT MERROW (Coast Wire) — It rained. Ferries from Port Merrow stopped.",
			news.Speaker{ID: "port-merrow", Name: "Port Merrow", Kind: news.Country, Aliases: []string{"PORT MERROW"}}},
		{"street", "It rained on Quay Street for days.",
			news.Speaker{ID: "quay-street", Name: "Quay Street", Kind: news.Country}},
		{"town", "It rained in Elmbridge, and Elmbridge flooded.",
			news.Speaker{ID: "elmbridge", Name: "Elmbridge", Kind: news.Country}},
		{"company", "Ana Brandt left Hartmann Foods.",
			news.Speaker{ID: "hartmann-foods", Name: "Hartmann Foods", Kind: news.Institution}},
		{"post-nominal letters", "The barrister, Leopold Crane KC, spoke. Crane left.",
			news.Speaker{ID: "leopold-crane", Name: "Leopold Crane", Role: "barrister", Kind: news.Person, Aliases: []string{"Crane"}}},
		{"body and its initials", "The Federal Coast Bureau met. The FCB agreed.",
			news.Speaker{ID: "federal-coast-bureau", Name: "Federal Coast Bureau", Kind: news.Institution, Aliases: []string{"FCB"}}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := Read(article(tc.text))
			got, ok := c.Speaker(tc.want.ID)
			if !ok {
				t.Fatalf("no %s among %v", tc.want.ID, c.Speakers())
			}
			if got.Name != tc.want.Name || got.Role != tc.want.Role || got.Kind != tc.want.Kind || strings.Join(got.Aliases, "|") != strings.Join(tc.want.Aliases, "|") {
				t.Errorf("speaker %+v, want %+v", got, tc.want)
			}
		})
	}
}

func TestMentions(t *testing.T) {
	for _, tc := range []struct{ name, text, want string }{
		{"title belongs to the mention", "Then Castle spokesperson Dora Pesk met Sen. Ted Olmsted.", "Castle spokesperson Dora Pesk=Dora Pesk; Sen. Ted Olmsted=Ted Olmsted"},
		{"nothing that opens a sentence", "Meanwhile it rained. However, nobody came.", ""},
		{"days and months", "On Thursday in May nobody came.", ""},
		{"peoples are no names", "The Russian diplomats met Democrats.", ""},
		{"a wall of capitals names nobody", "See " + strings.Repeat("Ana ", 40) + "there.", ""},
		{"a headline names nobody", "Storm Hits Two Harbours In Northern Province", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a := article(tc.text)
			var got []string
			for _, m := range Read(a).Mentions(1) {
				whole, _ := a.Text(m.Span)
				name, _ := a.Text(m.Name)
				got = append(got, whole+"="+name)
			}
			if g := strings.Join(got, "; "); g != tc.want {
				t.Errorf("mentions %q, want %q", g, tc.want)
			}
		})
	}
}

func TestCaptionRoleGivesWay(t *testing.T) {
	a := &news.Article{ID: "invented", Version: 1, Paragraphs: []news.Paragraph{
		{Kind: news.Caption, Text: "Norway’s Foreign Minister Lars Holm speaks in Oslo."},
		{Kind: news.Body, Text: "Norwegian Foreign Minister Lars Holm said no."},
	}}
	news.NumberParagraphs(a.Paragraphs)
	got, _ := Read(a).Speaker("lars-holm")
	if want := "Norwegian Foreign Minister"; got.Role != want {
		t.Errorf("role %q, want the body's %q", got.Role, want)
	}
}

func TestAuthor(t *testing.T) {
	a, s := marked(t, "[I] think that it rained.")
	a.Authors = []string{"Dora Pesk"}
	if w := Read(a).Who(s); w.Is.Name != "Dora Pesk" || w.Why != "I → Dora Pesk, author of the article" {
		t.Errorf("Who = %+v, want the author", w)
	}
	a, s = marked(t, "Ana Brandt spoke. “[I] think that it rained.”")
	a.Authors = []string{"Dora Pesk"}
	if w := Read(a).Who(s); w.Speaker != "" {
		t.Errorf("Who = %+v, want nobody: these are not the author's words", w)
	}
}

func TestWhoOutsideTheArticle(t *testing.T) {
	a := article("Ana Brandt said no.")
	c := Read(a)
	for name, s := range map[string]news.Span{
		"another article": {Article: news.Ref{ID: "other", Version: 1}, Paragraph: 1, End: 3},
		"no paragraph":    {Article: a.Ref(), Paragraph: 7, End: 3},
		"no words":        {Article: a.Ref(), Paragraph: 1, Start: 3, End: 3},
		"behind the end":  {Article: a.Ref(), Paragraph: 1, Start: 900, End: 903},
	} {
		if w := c.Who(s); w.Speaker != "" {
			t.Errorf("%s: Who = %+v, want nobody", name, w)
		}
	}
}
