package bot

import (
	"strings"

	"onrecord/changes"
	"onrecord/news"
	"onrecord/phrases"
)

// renderFollowed says what is followed from now on.
func renderFollowed(t phrases.Tongue, f news.Feed, known bool) Message {
	l := newLayout(t, colourInfo, f.Title)
	name := clip(plain(f.Title), 150)
	if known {
		l.assert("I follow {feed} already. Its channel and filters are changed.", name)
	} else {
		l.assert("I follow {feed} from now on. Its newest articles are on their way into the library.", name)
	}
	l.add(limited(t, f))
	if f.Channel != "" {
		l.say("I post its new articles in this channel.")
	}
	l.footer(f.Address)
	return l.message()
}

// limited says what a feed is limited to, "" for nothing.
func limited(t phrases.Tongue, f news.Feed) string {
	var parts []string
	if f.Word != "" {
		parts = append(parts, harmless(t.Say("Only articles with “{words}”.", clip(plain(f.Word), 100))))
	}
	if f.Speaker != "" {
		parts = append(parts, harmless(t.Say("Only articles that credit {speaker}.", clip(plain(f.Speaker), 100))))
	}
	return strings.Join(parts, " ")
}

// renderFeeds lists feeds.
func renderFeeds(t phrases.Tongue, list []FeedState) Message {
	l := newLayout(t, colourInfo, t.Say("Feeds"))
	if len(list) == 0 {
		l.assert("Nothing is followed here. /feed add follows an outlet.")
	}
	for _, f := range list {
		lines := []string{"**" + harmless(clip(plain(f.Title), 120)) + "**"}
		if s := limited(t, f.Feed); s != "" {
			lines = append(lines, s)
		}
		if f.Problem != "" {
			problem, _ := fit(t.Translate(f.Problem), 200)
			lines = append(lines, "*"+problem+"*")
		}
		if !l.add(strings.Join(lines, "\n")) {
			break
		}
	}
	return l.message()
}

// renderWatches lists who is watched.
func renderWatches(t phrases.Tongue, list []news.Watch) Message {
	l := newLayout(t, colourInfo, t.Say("Watched"))
	if len(list) == 0 {
		l.assert("Nobody is watched here. /watch speaker watches somebody.")
	}
	for _, w := range list {
		line := "**" + harmless(clip(plain(w.Speaker), 120)) + "** · "
		if w.Channel != "" {
			line += "<#" + w.Channel + ">"
		} else {
			line += harmless(t.Say("to you alone"))
		}
		if !l.add(line) {
			break
		}
	}
	return l.message()
}

// Rooms of what a check shows, in code points.
const (
	roomEdits  = 700
	mostEdited = 4 // quotations shown
	mostText   = 4 // other paragraphs shown
)

// renderChecked shows how an article's page stands, quotations first.
func renderChecked(t phrases.Tongue, r changes.Report) Message {
	colour := map[changes.Standing]int{changes.StillThere: colourAnswer, changes.Changed: colourAlmost, changes.Gone: colourWarning}[r.Standing]
	if colour == 0 {
		colour = colourAbstain
	}
	l := newLayout(t, colour, r.Article.Title)
	switch r.Standing {
	case changes.StillThere:
		l.assert("Still there, word for word.")
	case changes.Gone:
		l.assert("Gone: the outlet has taken the page down. I keep what it said.")
	case changes.Unreachable:
		l.assert("I could not reach the page, so I can't tell whether it has changed.")
		problem, _ := fit(t.Translate(r.Problem), 300)
		l.add(problem)
	case changes.Changed:
		l.assert("Changed. I keep both versions: what was quoted before keeps its words.")
		l.changed(r.Comparison)
	}
	l.footer(imprint(t, r.Article))
	return l.message()
}

func (l *layout) changed(c changes.Comparison) {
	switch n := len(c.Quotes); {
	case n == 0 && c.Kept > 0:
		l.say("Every quotation is still there word for word.")
	case n > 0:
		l.add("**" + harmless(l.Count(n, "{n} quotation is no longer there word for word:", "{n} quotations are no longer there word for word:")) + "**")
	}
	for _, q := range c.Quotes[:min(len(c.Quotes), mostEdited)] {
		name, _ := fit(q.Speaker, roomName)
		if name == "" {
			name = l.Say("Somebody the article does not name")
		}
		fate := l.Say("edited without a word")
		if q.Fate == changes.Dropped {
			fate = l.Say("gone from the page")
		}
		l.add("**" + name + "** · *" + harmless(fate) + "*\n> " + editsInLine(q.Edits))
	}
	shown := 0
	for _, p := range c.Text {
		if shown == mostText {
			break
		}
		if line := editsInLine(around(p.Edits)); l.add(line) {
			shown++
		}
	}
}

// editsInLine shows edits: struck out what is gone, bold what is new.
func editsInLine(list []changes.Edit) string {
	var parts []string
	room := roomEdits
	for _, e := range list {
		text, whole := fit(e.Text, max(room, 40))
		room -= size(text)
		switch e.Op {
		case changes.Deleted:
			text = "~~" + text + "~~"
		case changes.Added:
			text = "**" + text + "**"
		}
		if parts = append(parts, text); !whole || room <= 0 {
			break
		}
	}
	return strings.Join(parts, " ")
}

// around shortens what is the same on either side of an edit.
func around(list []changes.Edit) []changes.Edit {
	const words = 6
	var out []changes.Edit
	for i, e := range list {
		w := strings.Fields(e.Text)
		if e.Op == changes.Same && len(w) > 2*words+2 {
			var kept []string
			if i > 0 {
				kept = append(kept, w[:words]...)
			}
			kept = append(kept, "…")
			if i < len(list)-1 {
				kept = append(kept, w[len(w)-words:]...)
			}
			e.Text = strings.Join(kept, " ")
		}
		out = append(out, e)
	}
	return out
}
