package answer

import (
	"context"
	"slices"

	"onrecord/news"
	"onrecord/speakers"
)

// united is a library in which one speaker has one card, by whatever names its
// articles know the speaker: "Roe" of one article and "Peter Roe" of another.
// Articles keep their own names; only looking up goes by the cards. It is safe
// for concurrent use.
type united struct {
	Library
	kept *ready[string, *union] // by library and article
}

// union is a list of cards made one a speaker. It is read-only once made.
type union struct {
	source []news.Card         // as the store gives them
	whole  *union              // of the library, when this is an article's
	cards  []news.Card         // one a speaker
	same   map[string]string   // an ID of source → the card's that it stands for
	ids    map[string][]string // a card's ID → those that stand for it
}

func unite(lib Library) united { return united{lib, newReady[string, *union](readyUnions)} }

// Cards lists the speakers, each once. A list is the one in memory that it was
// before as long as the library gives the same.
func (u united) Cards(ctx context.Context, library, article string) ([]news.Card, error) {
	whole, err := u.union(ctx, library, "", nil)
	if err != nil || article == "" {
		return whole.cards, err
	}
	of, err := u.union(ctx, library, article, whole)
	return of.cards, err
}

// union returns the cards of a library or of an article, which are united as
// those of the whole library are.
func (u united) union(ctx context.Context, library, article string, whole *union) (*union, error) {
	source, err := u.Library.Cards(ctx, library, article)
	if err != nil {
		return &union{}, err
	}
	key := library + "\x00" + article
	if have, ok := u.kept.Get(key); ok && sameList(have.source, source) && have.whole == whole {
		return have, nil
	}
	made := newUnion(source, whole)
	u.kept.Add(key, made, 1000+200*len(source))
	return made, nil
}

func newUnion(source []news.Card, whole *union) *union {
	of := &union{source: source, whole: whole, cards: source}
	if whole == nil {
		of.same = speakers.Same(source)
	} else {
		of.same = whole.same
	}
	if len(of.same) == 0 {
		return of
	}
	of.cards = speakers.Unite(source, of.same)
	of.ids = map[string][]string{}
	for _, c := range source {
		if id, ok := of.same[c.ID]; ok {
			of.ids[id] = append(of.ids[id], c.ID)
		}
	}
	if whole == nil {
		return of
	}
	for i := range of.cards { // an article that has but the surname is asked by the full name too
		c := &of.cards[i]
		if name := whole.name(c.ID); len(of.ids[c.ID]) > 0 && name != "" && name != c.Name {
			c.Name, c.Aliases = name, append(c.Aliases, c.Name)
		}
	}
	return of
}

// name is the name on the card with an ID, "" if there is none.
func (of *union) name(id string) string {
	i := slices.IndexFunc(of.cards, func(c news.Card) bool { return c.ID == id })
	if i < 0 {
		return ""
	}
	return of.cards[i].Name
}

// Credited lists the articles that credit a speaker by any of the names.
func (u united) Credited(ctx context.Context, library, speaker string) ([]news.Ref, error) {
	refs, err := u.Library.Credited(ctx, library, speaker)
	whole, ok := u.kept.Get(library + "\x00")
	if err != nil || !ok || len(whole.ids[speaker]) == 0 {
		return refs, err
	}
	credits := map[news.Ref]bool{}
	for _, r := range refs {
		credits[r] = true
	}
	for _, id := range whole.ids[speaker] {
		more, err := u.Library.Credited(ctx, library, id)
		if err != nil {
			return nil, err
		}
		for _, r := range more {
			credits[r] = true
		}
	}
	infos, err := u.Library.Articles(ctx, library) // in the order wanted
	if err != nil {
		return nil, err
	}
	refs = nil
	for _, a := range infos {
		if credits[a.Ref] {
			refs = append(refs, a.Ref)
		}
	}
	return refs, nil
}
