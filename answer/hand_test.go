package answer

import (
	"testing"

	"onrecord/articles"
	"onrecord/news"
)

// byHand is the built-in article with its statements credited by hand, so
// that answering can be judged apart from the reading of articles.
func byHand(t testing.TB) *shelf {
	t.Helper()
	all, err := articles.Library()
	if err != nil {
		t.Fatal(err)
	}
	a := all[0]
	speakers := []news.Speaker{
		{ID: "sergei-ryabkov", Name: "Sergei Ryabkov", Role: "Russian Deputy Foreign Minister", Kind: news.Person, Aliases: []string{"Ryabkov"}},
		{ID: "russian-diplomats", Name: "Russian diplomats", Kind: news.Group},
		{ID: "dmitry-peskov", Name: "Dmitry Peskov", Role: "Kremlin spokesperson", Kind: news.Person, Aliases: []string{"Peskov"}},
		{ID: "bashar-al-assad", Name: "Bashar al-Assad", Role: "Syrian President", Kind: news.Person},
		{ID: "u-s", Name: "U.S.", Kind: news.Country, Aliases: []string{"the U.S.", "United States"}},
		{ID: "john-kerry", Name: "John Kerry", Role: "U.S. Secretary of State", Kind: news.Person},
		{ID: "john-kirby", Name: "John Kirby", Role: "U.S. State Department spokesman", Kind: news.Person, Aliases: []string{"Kirby"}},
		{ID: "syria", Name: "Syria", Kind: news.Country},
		{ID: "russia", Name: "Russia", Kind: news.Country},
	}
	r := credit(t, a, speakers, []said{
		{"russian-diplomats", news.Reported, "say", []string{"that the country will continue to assist the Syrian government in its assault on rebel strongholds, particularly in the city of Aleppo"}},
		{"dmitry-peskov", news.Mixed, "say", []string{"that Russia's “war on terror” would continue"}},
		{"u-s", news.Reported, "say", []string{"that both Russia and the Syrian government have blood on their hands and are not facilitating peace"}},
		{"john-kerry", news.Reported, "demand", []string{"that Russia grounds its aircraft"}},
		{"john-kerry", news.Reported, "threaten", []string{"to cut diplomacy with Russia over Syria"}},
		{"john-kirby", news.Mixed, "say", []string{"that Russia has a vested interest in stopping the violence in Syria because extremists could use the ensuing power vacuum to launch attacks “against Russian interests, perhaps even Russian cities.”"}},
		{"dmitry-peskov", news.Reported, "dismiss", []string{"the comments as clumsy and unhelpful"}},
		{"dmitry-peskov", news.Reported, "say", []string{"that Russia was interested in trying to resolve the continuing crisis"}},
		{"sergei-ryabkov", news.Mixed, "refer", []string{"Kirby’s comments as “thinly disguised invitations to use terrorism as a weapon against Russia show(ing) the political depths the current U.S. administration has stooped to in its approach to the Middle East and specifically to Syria.\""}},
		{"sergei-ryabkov", news.Direct, "say", []string{"\"We cannot interpret this as anything else apart from the current U.S. administration's de facto support for terrorism,\""}},
		{"sergei-ryabkov", news.Reported, "explain", []string{"that Russia had no alternative to the original U.S. plan of a ceasefire"}},
		{"sergei-ryabkov", news.Reported, "say", []string{"that Russia would support a 48-hour ceasefire to allow aid into Aleppo"}},
		{"sergei-ryabkov", news.Reported, "say", []string{"that any longer would allow rebel troops in the region to regroup"}},
		{"russia", news.Reported, "blame", []string{"continually blamed each other for the ceasefires breakdown"}},
		{"syria", news.Mixed, "blame", []string{"the U.S., along with Israel, for being “complicit” with terrorist organizations"}},
	})
	s := &shelf{}
	s.add(a, r)
	return s
}
