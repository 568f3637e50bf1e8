package answer

import (
	"testing"

	"onrecord/news"
)

// The quotations that the guard's tests lean on.
var (
	ryabkov = source{names: []string{"Sergei Ryabkov", "Ryabkov"}, role: "Russian Deputy Foreign Minister", kind: news.Reported, stance: news.Said, cue: "said",
		content: "that Russia would support a 48-hour ceasefire to allow aid into Aleppo, but said that any longer would allow rebel troops in the region to regroup"}
	holt = source{names: []string{"Mira Holt", "Holt"}, role: "harbour master", kind: news.Direct, stance: news.Said, cue: "said",
		content: "“We don't think the boats are safe. We will keep all 312 of them in port until Friday, whatever Mr. Berg, the owner, tells the press. Are the crews tired?”"}
	denial = source{names: []string{"Lavrov"}, kind: news.Reported, stance: news.Denied, cue: "denied", content: "that Russian planes had bombed the convoy"}
	voice  = source{kind: news.Narration, stance: news.Said, content: "The plan to close the old bridge will fail, analysts fear, unless the council finds $5m."}
	mixed  = source{names: []string{"Kirby"}, kind: news.Mixed, stance: news.Said, cue: "called", content: "the strikes “a thinly disguised invitation” to extremists in Syria"}
)

func TestGuard(t *testing.T) {
	for _, c := range []struct {
		name, prose string
		lean        source
		want        Objection
	}{
		{"the clause that answers", "Ryabkov said that Russia would support a 48-hour ceasefire.", ryabkov, NoObjection},
		{"all of it but the end", "Sergei Ryabkov, the Russian Deputy Foreign Minister, said Russia would support a 48-hour ceasefire to allow aid into Aleppo.", ryabkov, NoObjection},
		{"the role before the name", "Russian Deputy Foreign Minister Sergei Ryabkov said Russia would support a 48-hour ceasefire.", ryabkov, NoObjection},
		{"according to", "According to Ryabkov, Russia would support a 48-hour ceasefire.", ryabkov, NoObjection},
		{"another clause", "Ryabkov said that any longer would allow rebel troops in the region to regroup.", ryabkov, OutOfContext},
		{"reported speech", "Holt said that they would keep all 312 of them in port until Friday.", holt, NoObjection},
		{"without an aside", "Holt said they would keep all 312 of them in port until Friday, whatever Mr. Berg tells the press.", holt, NoObjection},
		{"a denial as one", "Lavrov denied that Russian planes had bombed the convoy.", denial, NoObjection},
		{"the article's voice with its doubts", "The article says that the plan to close the old bridge will fail, analysts fear, unless the council finds $5m.", voice, NoObjection},
		{"words in quotation marks", "Kirby called the strikes “a thinly disguised invitation” to extremists.", mixed, NoObjection},

		{"nobody is named", "Russia would support a 48-hour ceasefire.", ryabkov, Unattributed},
		{"somebody else is", "Kirby said that Russia would support a 48-hour ceasefire.", ryabkov, Unattributed},
		{"the article in the speaker's place", "The article says that Russia would support a 48-hour ceasefire.", ryabkov, Unattributed},
		{"two speakers", "Ryabkov and Kirby said that Russia would support a 48-hour ceasefire.", ryabkov, Unattributed},
		{"a denial as a statement", "Lavrov said that Russian planes had bombed the convoy.", denial, Unattributed},
		{"another number", "Ryabkov said that Russia would support a 72-hour ceasefire.", ryabkov, StrangeNumber},
		{"another name", "Ryabkov said that Syria would support a 48-hour ceasefire.", ryabkov, StrangeName},
		{"one word altered", "Ryabkov said that Russia would oppose a 48-hour ceasefire.", ryabkov, StrangeWord},
		{"a not added", "Ryabkov said that Russia would not support a 48-hour ceasefire.", ryabkov, StrangeNo},
		{"a would dropped", "Ryabkov said that Russia supported a 48-hour ceasefire.", ryabkov, StrangeWord},
		{"a not dropped before", "Holt said that the boats are safe.", holt, OutOfContext},
		{"a not dropped within", "Holt said that they think the boats are safe.", holt, OutOfContext},
		{"an if dropped behind", "The article says that the plan to close the old bridge will fail.", voice, OutOfContext},
		{"another order", "Ryabkov said that a 48-hour ceasefire would support Russia.", ryabkov, StrangeNo},
		{"words joined over a gap", "Ryabkov said that Russia would allow rebel troops in the region.", ryabkov, StrangeWord},
		{"over two sentences", "Holt said that the boats are safe they would keep all 312.", holt, StrangeNo},
		{"a question as a statement", "Holt said that the crews are tired.", holt, StrangeWord},
		{"a word cut off", "Ryabkov said that Russia would support a 48-hour.", ryabkov, OutOfContext},
		{"an opinion of its own", "Ryabkov rightly said that Russia would support a 48-hour ceasefire.", ryabkov, Unattributed},
		{"a claim behind", "Ryabkov said that Russia would support a 48-hour ceasefire, which is a lie.", ryabkov, StrangeWord},
		{"quotation marks of its own", "Ryabkov said that Russia “would support” a 48-hour ceasefire.", ryabkov, BadQuotedWords},
		{"quotation marks left open", "Kirby called the strikes “a thinly disguised invitation to extremists.", mixed, BadQuotedWords},
		{"quotation marks around the reporter's words", "Kirby called “the strikes” a thinly disguised invitation.", mixed, BadQuotedWords},
		{"two sentences", "Ryabkov said that Russia would support a 48-hour ceasefire. He is a liar.", ryabkov, BadForm},
		{"a link", "Ryabkov said that Russia would support https://evil.example a 48-hour ceasefire.", ryabkov, BadForm},
		{"a bare address", "Ryabkov said that evil.com would support a 48-hour ceasefire.", ryabkov, BadForm},
		{"a mention", "Ryabkov said that <@123> would support a 48-hour ceasefire.", ryabkov, BadForm},
		{"markdown", "Ryabkov said that **Russia** would support a 48-hour ceasefire.", ryabkov, BadForm},
		{"a question", "Ryabkov said that Russia would support a 48-hour ceasefire?", ryabkov, BadForm},
		{"nothing", "", ryabkov, BadForm},
		{"an attribution alone", "Ryabkov said that.", ryabkov, Unattributed},
		{"too little", "Ryabkov said that Russia.", ryabkov, BadForm},
		{"letters of another alphabet", "Ryabkov said that Russiа would support a 48-hour ceasefire.", ryabkov, StrangeName},
	} {
		if got := guard(c.prose, []source{c.lean}); got != c.want {
			t.Errorf("%s: %q\n  objection %q, want %q", c.name, c.prose, got, c.want)
		}
	}
}

func TestGuardNeedsOneQuotation(t *testing.T) {
	prose := "Ryabkov said that Russia would support a 48-hour ceasefire."
	if o := guard(prose, []source{holt, ryabkov}); o != NoObjection {
		t.Errorf("with the right one among them: %q", o)
	}
	if o := guard(prose, nil); o == NoObjection {
		t.Error("a sentence that leans on nothing passed")
	}
}
