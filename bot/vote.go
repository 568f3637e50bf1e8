package bot

import (
	"context"
	"time"

	"onrecord/news"
	"onrecord/phrases"
)

const (
	verbHelpful = "u" // u|OUTCOME|QUESTION
	verbNoHelp  = "d" // d|OUTCOME|QUESTION
	verbReason  = "e" // e|ANSWER|OUTCOME|QUESTION, a form

	maxReason = 1000 // characters
)

// voteButtons ask what people think of the answer to a question.
func voteButtons(t phrases.Tongue, outcome, question string) []Button {
	var out []Button
	if id, ok := customID(verbHelpful, outcome, question); ok {
		out = append(out, Button{t.Say("👍 Helpful"), id})
	}
	if id, ok := customID(verbNoHelp, outcome, question); ok {
		out = append(out, Button{t.Say("👎 Not helpful"), id})
	}
	return out
}

// vote is what a press says of the answer that it was under.
func vote(r Request, helpful bool) (news.Vote, error) {
	if len(r.Args) != 2 || r.Message == "" {
		return news.Vote{}, errOldButton
	}
	return news.Vote{Answer: r.Message, Person: r.User, Place: r.Own, At: time.Now(), Helpful: helpful,
		Outcome: r.Args[0], Question: r.Args[1], Spans: spansShown(r.Buttons)}, nil
}

// spansShown are the quotations that a message's buttons lead to.
func spansShown(buttons []string) []news.Span {
	var out []news.Span
	for _, id := range buttons {
		verb, args := splitID(id)
		if verb != verbContext {
			continue
		}
		if spans, err := parseSpans(args); err == nil {
			out = append(out, spans...)
		}
	}
	return out
}

// helpfulPress keeps that an answer was of help.
func helpfulPress(s Servers) Press {
	return Press{Verb: verbHelpful, Run: func(ctx context.Context, r Request) (Message, error) {
		v, err := vote(r, true)
		if err != nil {
			return Message{}, err
		}
		return thanks(ctx, s, r, v)
	}}
}

// noHelpPress keeps that it was not, and asks why.
func noHelpPress(s Servers) Press {
	return Press{
		Verb: verbNoHelp,
		Open: func(r Request) Form {
			t := r.Tongue()
			id, ok := customID(verbReason, append([]string{r.Message}, r.Args...)...)
			if !ok {
				id = verbReason
			}
			return Form{ID: id, Title: t.Say("Not helpful"), Label: t.Say("What was wrong? (optional)"),
				Placeholder: t.Say("Wrong person, not what I asked, something is missing …"), Optional: true, MaxLength: maxReason}
		},
		Note: func(ctx context.Context, r Request) error {
			v, err := vote(r, false)
			if err != nil || s == nil {
				return err
			}
			return s.KeepVote(ctx, v)
		},
	}
}

// reasonPress keeps why an answer was of no help.
func reasonPress(s Servers) Press {
	return Press{Verb: verbReason, Run: func(ctx context.Context, r Request) (Message, error) {
		if len(r.Args) != 3 {
			return Message{}, errOldButton
		}
		r.Message, r.Args = r.Args[0], r.Args[1:]
		v, err := vote(r, false)
		if err != nil {
			return Message{}, err
		}
		v.Reason = clip(plain(r.Text), maxReason)
		return thanks(ctx, s, r, v)
	}}
}

// thanks keeps a vote and says so.
func thanks(ctx context.Context, s Servers, r Request, v news.Vote) (Message, error) {
	if err := keeps(s); err != nil {
		return Message{}, err
	}
	if err := s.KeepVote(ctx, v); err != nil {
		return Message{}, err
	}
	t := r.Tongue()
	l := newLayout(t, colourInfo, "")
	l.assert("Thank you, that is noted.")
	l.say("You can change your mind with the other button. /privacy tells what is kept.")
	return l.message(), nil
}
