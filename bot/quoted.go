package bot

import (
	"context"
	"regexp"
	"strings"

	"onrecord/answer"
)

func quotedCommand(c Checker) Command {
	return Command{
		Name:    "Check this quote",
		Menu:    true,
		Private: true,
		Run: func(ctx context.Context, r Request) (Message, error) {
			quoted := quotedWords(r.Text)
			if quoted == "" {
				return Message{}, excuse("That message has no text that I could check.")
			}
			v, err := c.Check(ctx, answer.Claim{Library: r.Library, Words: quoted})
			if err != nil {
				return Message{}, err
			}
			return renderVerdict(r.Tongue(), v), nil
		},
	}
}

// marked matches words in a pair of quotation marks.
var marked = regexp.MustCompile(`“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|"([^"]+)"|“([^“”"]+)"`)

// quotedWords finds what a message quotes: the lines of its block quotes, else
// the longest words in quotation marks, else all of it.
func quotedWords(content string) string {
	var block []string
	rest := false // >>> quotes the rest of the message
	for line := range strings.Lines(content) {
		line = strings.TrimSpace(line)
		switch after, found := strings.CutPrefix(line, ">>> "); {
		case rest:
			block = append(block, line)
		case found:
			block, rest = append(block, after), true
		case strings.HasPrefix(line, "> "):
			block = append(block, line[2:])
		}
	}
	if len(block) > 0 {
		content = strings.Join(block, " ")
	}
	longest := ""
	for _, m := range marked.FindAllStringSubmatch(content, -1) {
		if inner := strings.Join(m[1:], ""); len(strings.Fields(inner)) > len(strings.Fields(longest)) {
			longest = inner
		}
	}
	if longest != "" {
		content = longest
	}
	return strings.Join(strings.Fields(content), " ")
}
