package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strconv"
	"strings"

	"onrecord/news"
)

// cardsAt are a library's cards at one version of it, with the credits that
// they are made of. The credits are in the order that deal wants.
type cardsAt struct {
	version int64
	retired int64
	last    int64 // the key of the newest article counted
	credits []credit
	cards   []news.Card
}

// maxCredits is how many bytes of credits are kept beside one list of cards.
const maxCredits = 7 << 20

// Cards implements answer.Library. While a library only grows, just the
// credits of new articles are read.
func (s *Store) Cards(ctx context.Context, library, article string) ([]news.Card, error) {
	l, ok, err := s.library(ctx, library)
	if err != nil || !ok || !named(article) {
		return nil, s.failed("list speakers", err)
	}
	key := strconv.FormatInt(l.id, 10) + "\x00" + article // a name may be used again
	kept, ok := s.cards.get(key)
	switch {
	case ok && kept.version == l.version:
		return kept.cards, nil
	case !ok || kept.retired != l.retired || kept.version > l.version: // a replica may be behind
		kept = &cardsAt{}
	}
	now := &cardsAt{version: l.version, retired: l.retired, last: kept.last}
	added, err := s.creditsAfter(ctx, l, article, now)
	if err != nil {
		return nil, s.failed("list speakers", err)
	}
	slices.SortFunc(added, orderCredits)
	now.credits = mergeCredits(kept.credits, added)
	now.cards = kept.cards
	if len(added) > 0 {
		now.cards = deal(now.credits)
	}
	cost := 200 + 250*len(now.credits)
	if cost > maxCredits { // too many: keep the cards alone
		now = &cardsAt{version: now.version, retired: -1, cards: now.cards}
		cost = 200 + 250*len(now.cards)
	}
	s.cards.put(key, now, cost)
	return now.cards, nil
}

// creditsAfter reads the credits of the articles added after now.last, and
// moves that on.
func (s *Store) creditsAfter(ctx context.Context, l library, article string, now *cardsAt) ([]credit, error) {
	const columns = `SELECT a.key, c.speaker, c.name, c.role, c.kind, c.aliases, c.direct, c.reported, a.published, a.id `
	query, args := columns+`FROM credit c JOIN article a ON a.key = c.key WHERE c.library = ? AND c.key > ?`, []any{l.id, now.last}
	if article != "" { // from the article to its few credits; SQLite keeps to the order of a CROSS JOIN
		query, args = columns+`FROM article a CROSS JOIN credit c WHERE a.library = ? AND a.id = ? AND c.key = a.key AND c.key > ?`, []any{l.id, article, now.last}
	}
	same := map[string]string{} // one copy of each text: names and roles come again and again
	one := func(text *string) {
		if first, ok := same[*text]; ok {
			*text = first
			return
		}
		same[*text] = *text
	}
	lists := map[string][]string{}
	var added []credit
	err := s.read(ctx, query, args, func(rows *sql.Rows) error {
		var c credit
		var key int64
		var kind, aliases string
		if err := rows.Scan(&key, &c.speaker.ID, &c.speaker.Name, &c.speaker.Role, &kind, &aliases, &c.direct, &c.reported, &c.published, &c.article); err != nil {
			return err
		}
		now.last = max(now.last, key)
		for _, text := range []*string{&c.speaker.ID, &c.speaker.Name, &c.speaker.Role, &kind} {
			one(text)
		}
		c.speaker.Kind = news.SpeakerKind(kind)
		list, ok := lists[aliases]
		if !ok {
			var err error
			if list, err = decodeList(aliases); err != nil {
				return err
			}
			lists[aliases] = list
		}
		c.speaker.Aliases = list
		added = append(added, c)
		return nil
	})
	return added, err
}

// orderCredits is by speaker, then the newest article first, unknown dates last.
func orderCredits(a, b credit) int {
	switch {
	case a.speaker.ID != b.speaker.ID:
		return strings.Compare(a.speaker.ID, b.speaker.ID)
	case a.published == b.published:
		return strings.Compare(a.article, b.article)
	case a.published.Valid && (!b.published.Valid || a.published.Int64 > b.published.Int64):
		return -1
	}
	return 1
}

// mergeCredits joins two ordered lists into a new one.
func mergeCredits(a, b []credit) []credit {
	if len(b) == 0 {
		return a
	}
	all := make([]credit, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if orderCredits(a[0], b[0]) <= 0 {
			all, a = append(all, a[0]), a[1:]
		} else {
			all, b = append(all, b[0]), b[1:]
		}
	}
	return append(append(all, a...), b...)
}

// deal makes a card of each speaker's credits, which are in order: name, role and kind are those of
// the newest article, the other names are kept as aliases.
func deal(all []credit) []news.Card {
	var cards []news.Card
	for i, c := range all {
		if i == 0 || c.speaker.ID != all[i-1].speaker.ID {
			cards = append(cards, news.Card{Speaker: news.Speaker{ID: c.speaker.ID, Name: c.speaker.Name, Kind: c.speaker.Kind}})
		}
		card := &cards[len(cards)-1]
		card.Direct += c.direct
		card.Reported += c.reported
		card.Articles++
		addAlias(card, c.speaker.Name)
		for _, alias := range c.speaker.Aliases {
			addAlias(card, alias)
		}
		addRole(card, c)
	}
	slices.SortFunc(cards, func(a, b news.Card) int {
		return cmp.Or(cmp.Compare(b.Direct+b.Reported, a.Direct+a.Reported), strings.Compare(a.ID, b.ID))
	})
	return cards
}

func addAlias(card *news.Card, name string) {
	if name == card.Name {
		return
	}
	for _, have := range card.Aliases {
		if have == name {
			return
		}
	}
	card.Aliases = append(card.Aliases, name)
}

func addRole(card *news.Card, c credit) {
	if c.speaker.Role == "" {
		return
	}
	if card.Role == "" {
		card.Role = c.speaker.Role
	}
	for _, have := range card.Roles {
		if strings.EqualFold(have.Role, c.speaker.Role) {
			return
		}
	}
	card.Roles = append(card.Roles, news.RoleAt{Role: c.speaker.Role, At: timeOf(c.published)})
}
