package bot

import "strings"

// dress are the marks that people put around words in Discord's markdown, the
// longer before those that they begin with.
var dress = []string{"```", "``", "`", "**", "__", "~~", "||", "*", "_"}

// undress takes off marks that surround a whole text, as around a question in a
// code block or in bold: they are no part of what is asked.
func undress(s string) string {
	for {
		s = strings.TrimSpace(s)
		bare, dressed := s, false
		for _, mark := range dress {
			inner, found := strings.CutPrefix(s, mark)
			inner, closed := strings.CutSuffix(inner, mark)
			if found && closed && inner != "" && !strings.Contains(inner, mark) {
				bare, dressed = inner, true
				break
			}
		}
		if !dressed {
			return s
		}
		s = bare
	}
}
