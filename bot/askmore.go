package bot

import (
	"context"

	"onrecord/phrases"
)

// Under every answer stands a button that asks more about it. In a server it
// opens a thread on the answer; where there can be none it opens a form. Either
// way the answer is what the next question leans on.

// followButton is the button under an answer; in is the article that the
// question was limited to, "" for none.
func followButton(t phrases.Tongue, in string) Button {
	id, _ := customID(verbFollow, in)
	return Button{t.Say("Ask more"), id}
}

// presses are the buttons of conversations.
func (c *talker) presses() []Press {
	return []Press{c.followPress(), c.formPress(), c.typedPress(), c.aboutPress(), againPress()}
}

// threadable tells whether a thread can hang on the message of a request.
func (r *Request) threadable() bool {
	return r.Server != "" && !r.UserInstalled && (r.ChannelType == channelText || r.ChannelType == channelNews) && r.Before != nil && !r.Before.private
}

// Types of channel, by Discord's numbers, on whose messages threads can hang.
const (
	channelText = 0
	channelNews = 5
)

// followPress opens a thread, or a form where there can be none.
func (c *talker) followPress() Press {
	return Press{Verb: verbFollow, Open: followForm, Opens: func(r Request) bool { return !r.threadable() }, Run: c.openThread}
}

// formPress opens a form.
func (c *talker) formPress() Press { return Press{Verb: verbForm, Open: followForm} }

func followForm(r Request) Form {
	t := r.Tongue()
	return Form{ID: verbTyped + separator, Title: t.Say("Ask more"), Label: t.Say("Your question"), Placeholder: t.Say("In English: and what about …?")}
}

// typedPress answers what was typed into the form.
func (c *talker) typedPress() Press {
	return Press{Verb: verbTyped, Public: true, Run: c.typed}
}

// typed answers what was typed into the form that r.Before has the button of.
func (c *talker) typed(ctx context.Context, r Request) (Message, error) {
	m := r.Before
	if m != nil && r.Server != "" && !r.UserInstalled {
		if _, first := m.button(verbForm); first { // the message that began the thread
			last, err := c.lastOfThread(ctx, r.Channel)
			if err != nil {
				return Message{}, err
			}
			if last != nil {
				m = last
			}
		}
	}
	return c.converse(ctx, r, m, "")
}

// lastOfThread is the last answer of a thread that the bot opened, nil for none.
func (c *talker) lastOfThread(ctx context.Context, channel string) (*earlier, error) {
	ours, err := c.channels.ours(ctx, channel)
	if err != nil || !ours {
		return nil, gone(err)
	}
	return c.lastAnswer(ctx, channel, 0)
}

// openThread opens a thread on the answer and says where.
func (c *talker) openThread(ctx context.Context, r Request) (Message, error) {
	t := r.Tongue()
	thread, err := c.channels.openThread(ctx, r.Channel, r.Message, clip(plain(r.Before.title), 100))
	switch {
	case refused(err, codeHasThread):
		return threadLink(t, t.Say("There is a thread on this answer already:"), r.Message), nil
	case refused(err, codeNoPermission), refused(err, codeNoAccess):
		return c.goOn(r, t.Say("I may not open threads in this channel; the permission is called Create Public Threads. You can ask more here:")), nil
	case isRefusal(err):
		return c.goOn(r, t.Say("There can be no thread on this answer. You can ask more here:")), nil
	case err != nil:
		return Message{}, err
	}
	err = c.channels.post(ctx, thread, c.goOn(r, t.Say("Ask more about this: press the button, or mention me with a question. A question may go on from the last answer.")))
	if err != nil && !isRefusal(err) {
		return Message{}, err
	}
	if err != nil {
		return threadLink(t, t.Say("The thread is open, but I may not write in it; the permission is called Send Messages in Threads:"), thread), nil
	}
	return threadLink(t, t.Say("Ask more in the thread:"), thread), nil
}

// threadLink leads to a thread.
func threadLink(t phrases.Tongue, said, thread string) Message {
	l := newLayout(t, colourInfo, "")
	l.add(harmless(said) + " <#" + thread + ">")
	return l.message()
}

// goOn is a message that a conversation goes on from: it shows the question of
// an answer and carries what a follow-up needs to know of it.
func (c *talker) goOn(r Request, said string) Message {
	l := newLayout(r.Tongue(), r.Before.colour, r.Before.title)
	l.add(harmless(said))
	m := l.message()
	in, _ := r.Before.button(verbFollow, verbForm)
	args := []string{""}
	if len(in) > 0 {
		args[0] = in[0]
	}
	if spans, ok := r.Before.button(verbContext); ok {
		args = append(args, spans[:1]...)
	}
	id, ok := customID(verbForm, args...)
	if !ok {
		id, _ = customID(verbForm, args[0])
	}
	m.addButtons(Button{l.Say("Ask more"), id})
	return m
}
