package bot

import (
	"context"
	"strings"

	"onrecord/news"
)

const verbForget = "z"

// forgetCommand asks whether to delete all that is kept of somebody.
func forgetCommand(c Config) Command {
	return Command{
		Name:        "forget-me",
		Description: "Delete all that I keep about you; you are asked first",
		Private:     true,
		Run: func(_ context.Context, r Request) (Message, error) {
			if err := keeps(c.Servers); err != nil {
				return Message{}, err
			}
			t := r.Tongue()
			l := newLayout(t, colourWarning, t.Say("Forget me"))
			l.assert("Delete all that I keep about you, everywhere and at once?")
			l.say("That is: what you thought of answers, your questions where a server keeps them, your own articles and your settings for them. It can't be undone. What stands in Discord stays there, and so do the articles of servers.")
			m := l.message()
			m.addButtons(Button{t.Say("Delete everything"), verbForget}, Button{t.Say("Keep it"), verbKeep})
			return m, nil
		},
	}
}

// forgetPress deletes it.
func forgetPress(c Config) Press {
	return Press{Verb: verbForget, Replaces: true, Run: func(ctx context.Context, r Request) (Message, error) {
		if err := keeps(c.Servers); err != nil {
			return Message{}, err
		}
		f, err := c.Servers.ForgetPerson(ctx, r.User, news.UserLibrary(r.User))
		if err != nil {
			return Message{}, err
		}
		t := r.Tongue()
		l := newLayout(t, colourInfo, t.Say("Forget me"))
		if f == (news.Forgotten{}) {
			l.assert("I kept nothing about you.")
			return l.message(), nil
		}
		l.assert("All that I kept about you is deleted.")
		var lines []string
		list := func(n int, text string) {
			if n > 0 {
				lines = append(lines, "- "+harmless(text))
			}
		}
		list(f.Votes, t.Count(f.Votes, "{n} opinion of an answer", "{n} opinions of answers"))
		list(f.Questions, t.Count(f.Questions, "{n} question", "{n} questions"))
		list(f.Articles, t.Count(f.Articles, "{n} article", "{n} articles"))
		list(f.Others, t.Count(f.Others, "{n} setting or order", "{n} settings and orders"))
		l.add(strings.Join(lines, "\n"))
		return l.message(), nil
	}}
}
