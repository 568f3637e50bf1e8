package store

import (
	"context"
	"database/sql"

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
		if err := c.execHot(insertCredit, c.lib.id, cr.speaker.ID, key, cr.speaker.Name, cr.speaker.Role, string(cr.speaker.Kind), aliases, cr.direct, cr.reported); err != nil {
			return err
		}
	}
	return nil
}

const insertCredit = `INSERT INTO credit (library, speaker, key, name, role, kind, aliases, direct, reported) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`

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
