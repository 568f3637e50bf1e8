package bot_test

import (
	"testing"
)

func TestMention(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	m := d.Mention("What did Varga say about the closure?")
	t.Log(m.Text(), m.Buttons(), string(m.Body))
	m = d.Slash("ask", "question", "What did Varga say about the closure?")
	t.Log(m.Text(), m.Buttons())
	m = d.Slash("speakers")
	t.Log(m.Text(), m.Buttons())
	m = d.Slash("speaker", "name", "Varga")
	t.Log(m.Text(), m.Buttons())
	t.Log(d.Complete("speaker", "name", "va"))
}
