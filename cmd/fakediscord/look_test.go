package main

import (
	"strings"
	"testing"
)

// TestPageInABrowser uses the page as a person does who has no mouse.
func TestPageInABrowser(t *testing.T) {
	t.Parallel()
	web, _ := visit(t, "harbour.md", []byte(page))
	do(t, web, action{Do: "send", Text: "not for the bot: <b>&amp;"})
	b := browse(t, web.URL, 1100)
	b.shows("not for the bot: <b>&amp;")
	b.eval("document.getElementById('text').focus()")

	b.press("@bot What did Varga say about a girder?", "Enter")
	b.shows("“We will not wait for a girder to fall,”")
	html := b.eval("document.getElementById('messages').innerHTML")
	for _, want := range []string{"<blockquote>“We will not wait for a girder to fall,”</blockquote>", "<strong>Ilse Varga</strong>", "&lt;b&gt;&amp;amp;"} {
		if !strings.Contains(html, want) {
			t.Errorf("the page lacks %q:\n%s", want, html)
		}
	}

	// A command from the list, its option completed by the bot.
	b.press("/speak")
	b.offers("/speakers")
	b.press("ArrowDown", "Enter", "name: var")
	b.offers("Ilse Varga, Mayor")
	b.press("ArrowDown", "Enter")
	if line := b.eval("document.getElementById('text').value"); !strings.Contains(line, "/speaker name: Ilse Varga") {
		t.Errorf("the line is %q", line)
	}
	b.press("Enter")
	b.shows("1 statement")

	// A button, by the keyboard alone.
	b.eval("[...document.querySelectorAll('#messages button')].find((x) => x.textContent === 'Context').focus()")
	b.press("Enter")
	b.shows("Only you can see this")

	// A message's menu opens a window, which sends what is filled in.
	b.eval("[...document.querySelectorAll('.apps button')].filter((x) => x.textContent === 'Ask about this').at(-1).click()")
	b.shows("Submit")
	b.press("Who told the council about a girder?", "Tab", "Enter")
	b.shows("Who told the council about a girder?")

	// Another language shows in the names of commands.
	b.eval("const l = document.getElementById('locale'); l.value = 'de'; l.dispatchEvent(new Event('change'))")
	b.eval("document.getElementById('text').focus()")
	b.press("/")
	b.offers("/fragen")
	b.press("Escape")

	// The other server, where the bot is not yet.
	b.eval("[...document.querySelectorAll('nav button')].find((x) => x.textContent === 'Add On Record to this server').focus()")
	b.press("Enter")
	b.eval("[...document.querySelectorAll('nav button')].filter((x) => x.textContent === '# general').at(-1).focus()")
	b.press("Enter")
	b.shows("general · Evening class")
	if text := b.eval("document.getElementById('refused').textContent"); text != "" {
		t.Errorf("Discord would refuse: %s", text)
	}
	if both := b.eval("['light', 'dark'].map((l) => { document.documentElement.dataset.look = l; return getComputedStyle(document.body).backgroundColor }).join(' ')"); both != "rgb(255, 255, 255) rgb(49, 51, 56)" {
		t.Errorf("light and dark are %s", both)
	}
}
