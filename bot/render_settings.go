package bot

import (
	"strconv"

	"onrecord/answer"
)

// renderSettings shows what a place has chosen.
func renderSettings(r Request, changed bool) Message {
	t := r.Tongue()
	l := newLayout(t, colourInfo, t.Say("How I work here"))
	if changed {
		l.assert("Changed. This is how I work now:")
	}
	l.setting("How readily I answer", l.boldness(r.Chosen.Boldness))
	if !r.place().personal() {
		who := harmless(t.Say("only members who may manage the server"))
		switch {
		case r.Chosen.Role == r.Server:
			who = harmless(t.Say("everybody"))
		case r.Chosen.Role != "":
			who = harmless(t.Say("members who may manage the server, and those with this role:")) + " <@&" + harmless(r.Chosen.Role) + ">"
		}
		l.setting("Who may add and remove articles", who)
	}
	l.setting("Articles that all servers share", whether(r.Chosen.HidesShared, l.Say("not used here"), l.Say("used here, too")))
	l.setting("Language of answers to mentions", languageName(r.Chosen.Language))
	l.setting("Questions asked here", whether(r.Chosen.KeepsQuestions, l.Say("kept for 30 days"), l.Say("not kept")))
	return l.message()
}

// setting adds a line: what it is, in bold, and its value in markdown.
func (l *layout) setting(name, value string) {
	l.add("**" + harmless(l.Say(name)) + "**\n" + value)
}

// boldness is how bold a place is in words, or as a number that none of them means.
func (l *layout) boldness(b *answer.Boldness) string {
	if b == nil {
		return harmless(l.Say("as usual"))
	}
	value := strconv.FormatFloat(float64(*b), 'g', -1, 64)
	for _, c := range boldnesses {
		if c.Value == value {
			return harmless(l.Say(c.Name))
		}
	}
	return value
}

// whether is one of two texts, as markdown.
func whether(on bool, yes, no string) string {
	if on {
		return harmless(yes)
	}
	return harmless(no)
}
