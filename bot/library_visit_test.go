package bot_test

import (
	"testing"

	"onrecord/bot/discordtest"
)

// TestLibraryVisit goes through all that a server's manager and its members do
// with libraries, settings and opinions, as they see it.
func TestLibraryVisit(t *testing.T) {
	t.Parallel()
	d, _ := serving(t, nil)
	var said transcript
	use := func(u discordtest.Use, who, name string, options ...string) discordtest.Message {
		t.Helper()
		m := d.use(t, u, name, options...)
		typed := "/" + name
		for i := 0; i < len(options); i += 2 {
			if options[i] == "file" {
				options[i+1] = "tram.md"
			}
			typed += " " + options[i] + ":" + options[i+1]
		}
		said.add(who, typed, m)
		return m
	}
	press := func(u discordtest.Use, who string, m discordtest.Message, label string) discordtest.Message {
		t.Helper()
		answer := d.press(t, u, m, label)
		said.add(who, "["+label+"]", answer)
		return answer
	}
	file := d.Attach("tram.md", "text/plain", []byte(tram)).ID

	use(manager, "manager", "settings")
	use(manager, "manager", "settings", "boldness", "0.2", "role", curators, "questions", "true")
	use(member, "member", "article add", "file", file)
	use(curator, "curator", "article add", "file", file)
	use(curator, "curator", "article add", "file", file)
	use(member, "member", "article list")
	use(member, "member", "article show", "article", "tram")
	use(curator, "curator", "article use", "article", "tram")
	asked := use(member, "member", "ask", "question", aboutTram)
	press(member, "member", asked, "👍 Helpful")
	p, err := d.Press(member, asked.ID, "👎 Not helpful")
	if err != nil {
		t.Fatal(err)
	}
	form, err := p.Opened(t.Context())
	if err != nil || form == nil {
		t.Fatalf("no form was opened: %v", err)
	}
	said.add("member", "[👎 Not helpful] "+form.Title+": "+form.Components[0].Label, d.Fill(p, nil, "not him"))
	use(curator, "curator", "article use")
	use(curator, "curator", "article remove", "article", "harbour")
	sure := use(curator, "curator", "article remove", "article", "tram")
	press(curator, "curator", sure, "Remove it")
	press(member, "member", asked, "Context")
	use(manager, "manager", "settings", "shared", "false")
	use(member, "member", "article list")
	use(manager, "manager", "settings", "reset", "all")
	use(direct, "person", "settings")
	use(member, "member", "privacy")
	sure = use(member, "member", "forget-me")
	press(member, "member", sure, "Delete everything")
	said.golden(t, "library-visit")
}
