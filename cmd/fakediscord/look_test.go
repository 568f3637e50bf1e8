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
	b.Shows("not for the bot: <b>&amp;")
	b.Eval("document.getElementById('text').focus()")

	b.Press("@bot What did Varga say about a girder?", "Enter")
	b.Shows("“We will not wait for a girder to fall,”")
	html := b.Eval("document.getElementById('messages').innerHTML")
	for _, want := range []string{"<blockquote>“We will not wait for a girder to fall,”</blockquote>", "<strong>Ilse Varga</strong>", "&lt;b&gt;&amp;amp;"} {
		if !strings.Contains(html, want) {
			t.Errorf("the page lacks %q:\n%s", want, html)
		}
	}

	// A command from the list, its option completed by the bot.
	b.Press("/speak")
	b.offers("/speakers")
	b.Press("ArrowDown", "Enter", "name: var")
	b.offers("Ilse Varga, Mayor")
	b.Press("ArrowDown", "Enter")
	if line := b.Eval("document.getElementById('text').value"); !strings.Contains(line, "/speaker name: Ilse Varga") {
		t.Errorf("the line is %q", line)
	}
	b.Press("Enter")
	b.Shows("1 statement")

	// A button, by the keyboard alone.
	b.Eval("[...document.querySelectorAll('#messages button')].find((x) => x.textContent === 'Context').focus()")
	b.Press("Enter")
	b.Shows("Only you can see this")

	// A message's menu opens a window, which sends what is filled in.
	b.Eval("[...document.querySelectorAll('.apps button')].filter((x) => x.textContent === 'Ask about this').at(-1).click()")
	b.Shows("Submit")
	b.Press("Who told the council about a girder?", "Tab", "Enter")
	b.Shows("Who told the council about a girder?")

	// Another language shows in the names of commands.
	b.Eval("const l = document.getElementById('locale'); l.value = 'de'; l.dispatchEvent(new Event('change'))")
	b.Eval("document.getElementById('text').focus()")
	b.Press("/")
	b.offers("/fragen")
	b.Press("Escape")

	// The other server, where the bot is not yet.
	b.Eval("[...document.querySelectorAll('nav button')].find((x) => x.textContent === 'Add On Record to this server').focus()")
	b.Press("Enter")
	b.Eval("[...document.querySelectorAll('nav button')].filter((x) => x.textContent === '# general').at(-1).focus()")
	b.Press("Enter")
	b.Shows("general · Evening class")
	if text := b.Eval("document.getElementById('refused').textContent"); text != "" {
		t.Errorf("Discord would refuse: %s", text)
	}
	if both := b.Eval("['light', 'dark'].map((l) => { document.documentElement.dataset.look = l; return getComputedStyle(document.body).backgroundColor }).join(' ')"); both != "rgb(255, 255, 255) rgb(49, 51, 56)" {
		t.Errorf("light and dark are %s", both)
	}
}
