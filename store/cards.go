package store

import (
	"context"
	"database/sql"
	"sort"
	"strings"

	"onrecord/news"
)

// credit is what one article credits to one speaker.
type credit struct {
	speaker   news.Speaker
	published sql.NullInt64
	article   string
	direct    int
	reported  int
}

// credits counts what a reading credits to whom, in the order of its speakers.
// What somebody is reported not to have said is credited to nobody.
func credits(r *news.Reading) []credit {
	var out []credit
	at := map[string]int{}
	for _, s := range r.Speakers {
		if _, twice := at[s.ID]; s.ID != "" && !twice {
			at[s.ID] = len(out)
			out = append(out, credit{speaker: s})
		}
	}
	for _, st := range r.Statements {
		i, ok := at[st.Speaker]
		switch {
		case !ok || st.Stance == news.Unsaid:
		case st.Kind == news.Direct || st.Kind == news.Mixed:
			out[i].direct++
		case st.Kind == news.Reported:
			out[i].reported++
		}
	}
	spoke := out[:0]
	for _, c := range out {
		if c.direct+c.reported > 0 {
			spoke = append(spoke, c)
		}
	}
	return spoke
}

func (c *change) addCredits(key int64, credits []credit) error {
	for _, cr := range credits {
		aliases, err := encodeList(cr.speaker.Aliases)
		if err != nil {
			return err
		}
		if err := c.exec(`INSERT INTO credit (library, speaker, key, name, role, kind, aliases, direct, reported) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			c.lib.id, cr.speaker.ID, key, cr.speaker.Name, cr.speaker.Role, string(cr.speaker.Kind), aliases, cr.direct, cr.reported); err != nil {
			return err
		}
	}
	return nil
}

// cardsAt are a library's cards at one version of it.
type cardsAt struct {
	version int64
	cards   []news.Card
}

// Cards implements answer.Library.
func (s *Store) Cards(ctx context.Context, library, article string) ([]news.Card, error) {
	l, ok, err := s.library(ctx, library)
	if err != nil || !ok || !named(article) {
		return nil, s.failed("list speakers", err)
	}
	key := library + "\x00" + article
	if kept, ok := s.cards.get(key); ok && kept.version == l.version {
		return kept.cards, nil
	}
	query, args := `SELECT c.speaker, c.name, c.role, c.kind, c.aliases, c.direct, c.reported, a.published, a.id
		FROM credit c JOIN article a ON a.key = c.key WHERE c.library = ?`, []any{l.id}
	if article != "" {
		query, args = query+` AND a.library = ? AND a.id = ?`, []any{l.id, l.id, article}
	}
	var all []credit
	cost := 100
	err = s.read(ctx, query, args, func(rows *sql.Rows) error {
		var c credit
		var kind, aliases string
		if err := rows.Scan(&c.speaker.ID, &c.speaker.Name, &c.speaker.Role, &kind, &aliases, &c.direct, &c.reported, &c.published, &c.article); err != nil {
			return err
		}
		c.speaker.Kind = news.SpeakerKind(kind)
		cost += 300 + len(aliases)
		var err error
		c.speaker.Aliases, err = decodeList(aliases)
		all = append(all, c)
		return err
	})
	if err != nil {
		return nil, s.failed("list speakers", err)
	}
	cards := deal(all)
	s.cards.put(key, &cardsAt{l.version, cards}, cost)
	return cards, nil
}

// deal makes a card of each speaker's credits: name, role and kind are those of
// the newest article, the other names are kept as aliases.
func deal(all []credit) []news.Card {
	sort.Slice(all, func(i, j int) bool {
		a, b := all[i], all[j]
		if a.speaker.ID != b.speaker.ID {
			return a.speaker.ID < b.speaker.ID
		}
		if a.published != b.published { // newest first, unknown last
			return a.published.Valid && (!b.published.Valid || a.published.Int64 > b.published.Int64)
		}
		return a.article < b.article
	})
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
	sort.SliceStable(cards, func(i, j int) bool { // by ID already
		return cards[i].Direct+cards[i].Reported > cards[j].Direct+cards[j].Reported
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

// Credited implements answer.Library.
func (s *Store) Credited(ctx context.Context, library, speaker string) ([]news.Ref, error) {
	if !named(library, speaker) {
		return nil, nil
	}
	var refs []news.Ref
	err := s.read(ctx, `SELECT a.id, a.version FROM library l JOIN credit c ON c.library = l.id JOIN article a ON a.key = c.key
		WHERE l.name = ? AND c.speaker = ? ORDER BY a.published IS NULL, a.published DESC, a.id`, []any{library, speaker}, func(rows *sql.Rows) error {
		var r news.Ref
		err := rows.Scan(&r.ID, &r.Version)
		refs = append(refs, r)
		return err
	})
	return refs, s.failed("find who is credited", err)
}
