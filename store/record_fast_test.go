package store

import (
	"reflect"
	"testing"

	"onrecord/news"
)

// FuzzRecord: what is read the quick way is what encoding/json reads.
func FuzzRecord(f *testing.F) {
	for _, seed := range []string{
		`[{"n":1,"k":"body","t":"“No.” \u003cb\u003e \"he\" said\n"},{"k":"heading","t":""}]`,
		`[]`, `{}`, `null`, `[null]`, `[{"k":"body","t":"a\ud800b"}]`, "[{\"k\":\"body\",\"t\":\"\xff\"}]", `[{"t":"a","k":"body"}]`, `[{"k":"body","t":"a","t":"b"}]`,
		`[{"n":01,"k":"body","t":"a"}]`, `[{"n":-1,"k":"body","t":"a"}]`, `[{"k":"body","t":"a"},]`, `[{"k":"body","t":"a`,
		`{"speakers":[{"id":"x","name":"X"},{"id":"y","name":"Y","role":"mayor","kind":"person","aliases":["Z","\\"]}]}`,
		`{"speakers":[],"statements":[]}`, `{"speakers":[],}`, `{"speakers":[{"id":"x","name":"X","aliases":[]}]}`,
		`{"speakers":[{"id":"x","name":"X"}],"statements":[{"by":"x","kind":"direct","stance":"held","content":[[1,2,3],[2,0,9]],"passage":[1,0,9],"source":[0,0,0],"cue":[1,4,5],"verb":"say","sure":0.95,"rule":"r","why":"w"}]}`,
		`{"statements":[{"kind":"direct","content":[],"passage":[1,0,9],"source":[0,0,0],"cue":[0,0,0],"sure":1}]}`,
		`{"statements":[{"kind":"direct","content":null,"passage":[1,0],"source":[0,0,0],"cue":[0,0,0],"sure":1.}]}`,
		`{"statements":[{"kind":"direct","content":[[1,2,3]],"passage":[1,0,9],"source":[0,0,0],"cue":[0,0,0],"sure":1e-3}]}`,
	} {
		f.Add(seed)
	}
	ref := news.Ref{ID: "a", Version: 2}
	f.Fuzz(func(t *testing.T, text string) {
		if got, ok := scanParagraphs(text); ok {
			if want, err := parseParagraphs(text); err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("read %v, want %v, %v", got, want, err)
			}
		}
		if got, ok := scanReading(text, ref); ok {
			if want, err := parseReading(text, ref); err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("read %v, want %v, %v", got, want, err)
			}
		}
	})
}

// TestRecordQuick: what is written is read the quick way, whatever it holds.
func TestRecordQuick(t *testing.T) {
	ref := news.Ref{ID: "a", Version: 1}
	ps := []news.Paragraph{{Kind: news.Body, Number: 1, Text: "\"<No> \\ & \u2028,”\n he said"}, {Kind: news.Body, Number: 12, Text: "\x00"}, {Text: "A caption"}}
	r := &news.Reading{
		Speakers: []news.Speaker{{ID: "x", Name: "X \"Y\""}, {ID: "z", Name: "Z", Role: "mayor", Kind: news.SpeakerKind("person"), Aliases: []string{"a", "b"}}},
		Statements: []news.Statement{
			{Speaker: "x", Kind: news.Direct, Stance: news.Held, Content: []news.Span{{Article: ref, Paragraph: 1, Start: 2, End: 30}, {Article: ref, Paragraph: 2}},
				Passage: news.Span{Article: ref, Paragraph: 1, End: 9}, Cue: news.Span{Article: ref, Paragraph: 1, Start: 3, End: 4}, Verb: "say", Certainty: 0.85, Rule: "r", Why: "he → X"},
			{Kind: news.Reported, Content: []news.Span{}, Certainty: 1},
		},
	}
	text, err := encodeParagraphs(ps)
	if err != nil {
		t.Fatal(err)
	}
	if got, ok := scanParagraphs(text); !ok || !reflect.DeepEqual(got, ps) {
		t.Errorf("read %v, want %v", got, ps)
	}
	for _, want := range []*news.Reading{r, {}, {Speakers: r.Speakers}, {Statements: r.Statements}} {
		if text, err = encodeReading(want); err != nil {
			t.Fatal(err)
		}
		if got, ok := scanReading(text, ref); !ok || !reflect.DeepEqual(got, want) {
			t.Errorf("read %v, want %v", got, want)
		}
	}
}
