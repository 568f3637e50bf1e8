package answer

import (
	"strings"
	"testing"

	"onrecord/news"
)

// cast is who speaks in the tests of follow-ups.
func cast(typed string) (string, bool) {
	people := map[string]string{"kirby": "John Kirby", "john kirby": "John Kirby", "the spokesman": "John Kirby", "peskov": "Dmitry Peskov", "dmitry peskov": "Dmitry Peskov",
		"ryabkov": "Sergei Ryabkov", "sergei ryabkov": "Sergei Ryabkov", "kerry": "John Kerry", "ilse varga": "Ilse Varga"}
	low := strings.ToLower(owned(typed))
	if name := people[low]; name != "" {
		return name, true
	}
	if low == "russia" || low == "syria" || low == "the state department" {
		return typed, false
	}
	return "", false
}

func TestFollowUp(t *testing.T) {
	const (
		truce  = "What did Ryabkov say about a 48-hour ceasefire?"
		words  = "Ryabkov also said that Russia would support a 48-hour ceasefire"
		kirbys = "What did Kirby say about Russian cities?"
	)
	ryabkov := Before{Question: truce, Answered: true, Speaker: "Sergei Ryabkov", Words: words}
	kirby := Before{Question: kirbys, Answered: true, Speaker: "John Kirby", Words: "perhaps even Russian cities"}
	refused := Before{Question: "What did Kirby say about a 48-hour ceasefire?", Speaker: "Sergei Ryabkov", Words: words}
	everything := Before{Question: "What did Ryabkov say?", Answered: true, Speaker: "Sergei Ryabkov", Words: "We cannot interpret this as anything else"}
	collapse := Before{Question: "When did the ceasefire collapse?", Answered: true, Words: "On Sept. 19, the ceasefire collapsed"}
	who := Before{Question: "Who said Russia would support a ceasefire?", Answered: true, Speaker: "Sergei Ryabkov", Words: words}
	did := Before{Question: "Did Ryabkov say that Russia would support a ceasefire?", Answered: true, Speaker: "Sergei Ryabkov", Words: words}
	russia := Before{Question: "What is Russia's position on the ceasefire?", Answered: true, Speaker: "Dmitry Peskov", Words: words}
	role := Before{Question: "What did the spokesman say about Russian cities?", Answered: true, Speaker: "John Kirby", Words: "perhaps even Russian cities"}
	lookup := Before{Question: "Ilse Varga", Answered: true, Speaker: "Ilse Varga", Words: "We will not wait"}
	quoted := Before{Words: "thinly disguised invitations"}
	nothing := Before{}
	same := ""
	for _, c := range []struct {
		name   string
		before Before
		typed  string
		want   string // the question, "" where it stands as typed
	}{
		// another speaker, the same topic
		{"and a name", ryabkov, "and Kirby?", "What did John Kirby say about a 48-hour ceasefire?"},
		{"and a name in small letters", ryabkov, "and kirby", "What did John Kirby say about a 48-hour ceasefire?"},
		{"a name alone", ryabkov, "Peskov?", "What did Dmitry Peskov say about a 48-hour ceasefire?"},
		{"what about a name", ryabkov, "what about Kerry?", "What did John Kerry say about a 48-hour ceasefire?"},
		{"and what did he say", ryabkov, "and what did Kirby say?", "What did John Kirby say about a 48-hour ceasefire?"},
		{"what did he say", ryabkov, "What did Kirby say?", "What did John Kirby say about a 48-hour ceasefire?"},
		{"about it", ryabkov, "what did Kirby say about it", "What did John Kirby say about a 48-hour ceasefire?"},
		{"on that", ryabkov, "and did kirby say anything on that?", "What did John Kirby say about a 48-hour ceasefire?"},
		{"what does he think", ryabkov, "what does Kirby think?", "What did John Kirby say about a 48-hour ceasefire?"},
		{"a role", ryabkov, "and the spokesman?", "What did John Kirby say about a 48-hour ceasefire?"},
		{"a country after a person", ryabkov, "and Russia?", "What did Russia say about a 48-hour ceasefire?"},
		{"from", ryabkov, "and from Kirby?", "What did John Kirby say about a 48-hour ceasefire?"},
		{"after a question whether", did, "and Kirby?", "Did John Kirby say that Russia would support a ceasefire?"},
		{"after a question who", who, "did Kirby?", same},
		{"a name after a question who", who, "and Kirby?", "Did John Kirby say that Russia would support a ceasefire?"},
		{"after a possessive", russia, "and the State Department?", "What is the State Department's position on the ceasefire?"},
		{"after no topic", everything, "and Kirby?", "What did John Kirby say?"},
		{"after a passage", collapse, "and what did Kirby say?", "What did John Kirby say about the ceasefire collapse?"},
		{"after a refusal", refused, "and Ryabkov?", "What did Sergei Ryabkov say about a 48-hour ceasefire?"},
		{"another verb", ryabkov, "did Kirby deny it?", "Did Kirby deny a 48-hour ceasefire?"},
		{"a reaction", ryabkov, "how did Kirby react?", "How did Kirby react to a 48-hour ceasefire?"},
		{"agreement", ryabkov, "does Kirby agree?", "Does Kirby agree with a 48-hour ceasefire?"},
		{"who denied it", ryabkov, "who denied it?", "Who denied a 48-hour ceasefire?"},

		// the same speaker, another topic
		{"and about", ryabkov, "and about aid?", "What did Sergei Ryabkov say about aid?"},
		{"about", ryabkov, "about the hospitals", "What did Sergei Ryabkov say about the hospitals?"},
		{"what about a topic", ryabkov, "what about aid?", "What did Sergei Ryabkov say about aid?"},
		{"and a topic", ryabkov, "and aid?", "What did Sergei Ryabkov say about aid?"},
		{"a topic alone", ryabkov, "aid?", "What did Sergei Ryabkov say about aid?"},
		{"a country as a topic", ryabkov, "what about Syria?", "What did Sergei Ryabkov say about Syria?"},
		{"about a speaker", ryabkov, "and about Kirby?", "What did Sergei Ryabkov say about Kirby?"},
		{"anything on", ryabkov, "anything on aid?", "What did Sergei Ryabkov say about aid?"},
		{"after a refusal he is who was asked about", refused, "and about aid?", "What did John Kirby say about aid?"},
		{"a role has a name by then", role, "and about Syria?", "What did John Kirby say about Syria?"},
		{"after a look-up", lookup, "and about the bridge?", "What did Ilse Varga say about the bridge?"},
		{"another speaker after a look-up", lookup, "and Kirby?", "What did John Kirby say?"},

		{"a place", ryabkov, "and in Aleppo?", "What did Ryabkov say about a 48-hour ceasefire in Aleppo?"},
		{"a time, after a passage", collapse, "in 2017?", "When did the ceasefire collapse in 2017?"},
		{"an abbreviation", ryabkov, "and about the U.S.?", "What did Sergei Ryabkov say about the U.S.?"},
		{"the whole quotation", ryabkov, "give me the full quote", "What did Sergei Ryabkov say about a 48-hour ceasefire?"},
		{"the exact wording", ryabkov, "what was the exact wording?", "What did Sergei Ryabkov say about a 48-hour ceasefire?"},

		// he and she
		{"he on a topic", ryabkov, "What did he say about aid?", "What did Sergei Ryabkov say about aid?"},
		{"she", lookup, "did she mention the ferry?", "Did Ilse Varga mention the ferry?"},
		{"his view", ryabkov, "what is his position on aid?", "What is Sergei Ryabkov's position on aid?"},
		{"her, no possessive", lookup, "what did Kirby say about her?", same},
		{"he, no topic", ryabkov, "what did he say?", "What did Sergei Ryabkov say about a 48-hour ceasefire?"},
		{"what else", ryabkov, "what else did he say?", "What did Sergei Ryabkov say?"},
		{"what else, alone", ryabkov, "what else?", "What did Sergei Ryabkov say?"},
		{"who is he", ryabkov, "who is he?", "Who is Sergei Ryabkov?"},
		{"who's he", ryabkov, "who is he", "Who is Sergei Ryabkov?"},
		{"they said", russia, "did they say anything about aid?", "Did Dmitry Peskov say anything about aid?"},
		{"they did not speak", ryabkov, "why did they leave the city?", same},

		// when, why
		{"when did he say that", ryabkov, "When did he say that?", "When did Sergei Ryabkov speak about a 48-hour ceasefire?"},
		{"when", ryabkov, "when?", "When did Sergei Ryabkov speak about a 48-hour ceasefire?"},
		{"when was that", ryabkov, "and when was that?", "When did Sergei Ryabkov speak about a 48-hour ceasefire?"},
		{"why, after a clause", did, "why?", "Why did Sergei Ryabkov say that Russia would support a ceasefire?"},
		{"when, after no topic", everything, "when did he say that?", "When did Sergei Ryabkov say “We cannot interpret this as anything else”?"},
		{"why, after a passage", collapse, "why?", "Why did the ceasefire collapse?"},

		// what stands on its own
		{"its own speaker and topic", kirby, "What did Peskov say about sanctions?", same},
		{"with and", kirby, "and what did Peskov say about sanctions?", same},
		{"its own topic", kirby, "Who said Russia would support a ceasefire?", same},
		{"no saying at all", kirby, "When did the ceasefire collapse?", same},
		{"a role asked for", kirby, "Who is Peskov?", same},
		{"who on another topic", kirby, "who spoke about hospitals?", same},
		{"who else on another topic", kirby, "who else spoke about hospitals?", same},
		{"what else of another", kirby, "what else did Peskov say?", same},
		{"a quotation looked for", kirby, `who said "perhaps even Russian cities"?`, same},
		{"the article", kirby, "what does the article say about hospitals?", same},
		{"thanks", kirby, "thanks!", same},
		{"good bot", kirby, "good bot", same},
		{"nothing before", nothing, "and about aid?", same},
		{"nothing before, a name", nothing, "and Kirby?", same},
		{"a name and a topic", kirby, "Peskov sanctions", same},
		{"what somebody denied", kirby, "what did Peskov deny?", same},
		{"what he denied", ryabkov, "what did he deny?", "What did Sergei Ryabkov deny?"},
		{"a number", kirby, "how many people died in the airstrikes?", same},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := c.before.Resolve(c.typed, cast)
			want := c.want
			if want == "" {
				want = c.typed
			}
			if got.Question != want || got.Step != AskAgain || got.Leans != (c.want != "") {
				t.Errorf("%q after %q\ngot  %q (step %d, leans %t)\nwant %q", c.typed, c.before.Question, got.Question, got.Step, got.Leans, want)
			}
		})
	}
	for _, c := range []struct {
		name   string
		before Before
		typed  string
		want   FollowUp
	}{
		{"who else", ryabkov, "who else?", FollowUp{Step: OthersOn, Question: "Who else spoke about a 48-hour ceasefire?", About: "a 48-hour ceasefire", Speaker: "Sergei Ryabkov"}},
		{"and anyone else", ryabkov, "and did anyone else talk about it?", FollowUp{Step: OthersOn, Question: "Who else spoke about a 48-hour ceasefire?", About: "a 48-hour ceasefire", Speaker: "Sergei Ryabkov"}},
		{"who else said that", ryabkov, "who else said that?", FollowUp{Step: OthersOn, Question: "Who else spoke about a 48-hour ceasefire?", About: "a 48-hour ceasefire", Speaker: "Sergei Ryabkov"}},
		{"the others", ryabkov, "and the others?", FollowUp{Step: OthersOn, Question: "Who else spoke about a 48-hour ceasefire?", About: "a 48-hour ceasefire", Speaker: "Sergei Ryabkov"}},
		{"who else, when refused", refused, "who else?", FollowUp{Step: OthersOn, Question: "Who else spoke about a 48-hour ceasefire?", About: "a 48-hour ceasefire"}},
		{"is that a quote", ryabkov, "is that a quote?", FollowUp{Step: CheckWords, Question: "Is that a quote?", Words: words, Speaker: "Sergei Ryabkov"}},
		{"is that a direct quote", ryabkov, "Is that a direct quote?", FollowUp{Step: CheckWords, Question: "Is that a direct quote?", Words: words, Speaker: "Sergei Ryabkov"}},
		{"his exact words", ryabkov, "are those his exact words?", FollowUp{Step: CheckWords, Question: "Are those his exact words?", Words: words, Speaker: "Sergei Ryabkov"}},
		{"or a paraphrase", ryabkov, "is this a quote or a paraphrase?", FollowUp{Step: CheckWords, Question: "Is this a quote or a paraphrase?", Words: words, Speaker: "Sergei Ryabkov"}},
		{"did he really", ryabkov, "did he really say that?", FollowUp{Step: CheckWords, Question: "Did he really say that?", Words: words, Speaker: "Sergei Ryabkov"}},
		{"who said that", quoted, "who said that?", FollowUp{Step: CheckWords, Question: "Who said that?", Words: "thinly disguised invitations"}},
		{"is that true", quoted, "is that true?", FollowUp{Step: CheckWords, Question: "Is that true?", Words: "thinly disguised invitations"}},
		{"source", quoted, "source?", FollowUp{Step: CheckWords, Question: "Source?", Words: "thinly disguised invitations"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.want.Leans = true
			if got := c.before.Resolve(c.typed, cast); got != c.want {
				t.Errorf("%q after %q\ngot  %+v\nwant %+v", c.typed, c.before.Question, got, c.want)
			}
		})
	}
}

// TestFollowUpsInARow asks one after the other: each leans on what the one
// before was made into.
func TestFollowUpsInARow(t *testing.T) {
	before := Before{Question: "What did Ryabkov say about a 48-hour ceasefire?", Answered: true, Speaker: "Sergei Ryabkov"}
	for _, c := range []struct{ typed, want, speaker string }{
		{"and Kirby?", "What did John Kirby say about a 48-hour ceasefire?", "John Kirby"},
		{"what about Russian cities?", "What did John Kirby say about Russian cities?", "John Kirby"},
		{"when did he say that?", "When did John Kirby speak about Russian cities?", "John Kirby"},
		{"and Peskov?", "When did Dmitry Peskov speak about Russian cities?", "Dmitry Peskov"},
		{"why?", "Why did Dmitry Peskov speak about Russian cities?", "Dmitry Peskov"},
		{"and about aid?", "What did Dmitry Peskov say about aid?", "Dmitry Peskov"},
	} {
		got := before.Resolve(c.typed, cast)
		if got.Question != c.want {
			t.Fatalf("%q after %q: got %q, want %q", c.typed, before.Question, got.Question, c.want)
		}
		before = Before{Question: got.Question, Answered: true, Speaker: c.speaker}
	}
}

func TestLeaning(t *testing.T) {
	for typed, want := range map[string]bool{
		"and about aid?": true, "who else?": true, "when did he say that?": true, "what about Kirby?": true, "is that a quote?": true,
		"and Kirby?": true, "why?": true, "what did she say about aid?": true, "what else?": true, "who denied it?": true,
		"What did Kirby say about aid?": false, "Kirby": false, "What did Kirby say?": false, "When did the ceasefire collapse?": false,
		"who spoke about aid?": false, "": false, "?": false, "help": false, "and what did Peskov say about sanctions?": false,
	} {
		if got := Leaning(typed); got != want {
			t.Errorf("%q: %t, want %t", typed, got, want)
		}
	}
}

// TestEngineFollowUp takes names from a library.
func TestEngineFollowUp(t *testing.T) {
	e := New(quarry(t))
	before := Before{Question: "What did Thorne say about the quarry?", Answered: true, Speaker: "Ilka Thorne", Words: "the quarry"}
	for typed, want := range map[string]string{
		"and brandt?":     "What did Pavel Brandt say about the quarry?",
		"what's his job?": "Who is Ilka Thorne?",
		"who's she?":      "Who's Ilka Thorne?",
		"context?":        "context?",
		"and the dust?":   "What did Ilka Thorne say about the dust?",
		"wat abt brandt":  "What did Pavel Brandt say about the quarry?",
		"What did  Ravi Aldous say about children?": "What did Ravi Aldous say about children?",
	} {
		got, err := e.FollowUp(t.Context(), news.Question{Text: typed, Library: news.HomeLibrary}, before)
		if err != nil || got.Question != want {
			t.Errorf("%q: got %q, %v; want %q", typed, got.Question, err, want)
		}
	}
	if _, err := e.FollowUp(t.Context(), news.Question{Text: strings.Repeat("x", 2*MaxQuestion)}, before); err == nil {
		t.Error("a question of any length is read")
	}
}

func FuzzFollowUp(f *testing.F) {
	f.Add("What did Ryabkov say about a ceasefire?", "Ryabkov said so", "and what did he say about her?")
	f.Add("[…] …", "“x", "who else’s")
	f.Fuzz(func(t *testing.T, question, quoted, typed string) {
		text, err := clean("question", typed, MaxQuestion)
		if err != nil {
			t.Skip()
		}
		question, err = clean("question", question, MaxQuestion)
		if err != nil {
			t.Skip()
		}
		got := Before{Question: question, Answered: true, Speaker: "John Kirby", Words: quoted}.Resolve(text, cast)
		if !got.Leans && got.Question != text {
			t.Errorf("%q leans on nothing and became %q", text, got.Question)
		}
		if len(got.Question) > 20*(len(question)+len(quoted)+len(text)+40) {
			t.Errorf("%q grew to %d bytes", text, len(got.Question))
		}
		Leaning(typed)
	})
}
