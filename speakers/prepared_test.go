package speakers

import (
	"reflect"
	"testing"

	"onrecord/news"
)

func TestPreparedMatchesTheSame(t *testing.T) {
	cards := []news.Card{
		{Speaker: news.Speaker{ID: "ilka-thorne", Name: "Ilka Thorne", Role: "Mayor", Kind: news.Person, Aliases: []string{"Thorne"}}},
		{Speaker: news.Speaker{ID: "jon-thorne", Name: "Jon Thorne", Kind: news.Person}},
		{Speaker: news.Speaker{ID: "coast-radio", Name: "Coast Radio", Kind: news.Institution}},
	}
	p := Prepare(cards)
	for _, typed := range []string{"Thorne", "ilka", "the mayor", "Thorn", "Coast Radio", "Zebedee", ""} {
		if got, want := p.Match(typed), Match(typed, cards); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: prepared %+v, else %+v", typed, got, want)
		}
	}
	if p.Match("Ilka Thorne").One() == nil {
		t.Error("a full name is not found: nothing is compared")
	}
}
