package ingest

import (
	"strings"
	"unicode/utf8"

	"onrecord/news"
)

// pageTitle is the page's headline: what Markdown or a "Title:" line marks as
// one, else the heading above the body that the body speaks of, "" if none does.
func pageTitle(ps []news.Paragraph, blocks []block) string {
	var above []string
	told := map[string]bool{}
	body := 0
	for i, p := range ps {
		if blocks[i].mark == title {
			return p.Text
		}
		const enough = 6
		switch {
		case p.Kind == news.Heading && body == 0:
			above = append(above, p.Text)
		case p.Kind == news.Body && body < enough:
			body++
			for _, stem := range stems(p.Text) {
				told[stem] = true
			}
		}
	}
	// Sites put their name and slogan above the headline, and a line that sums
	// the story up below it: the first that is mostly about the story is it.
	for _, line := range above {
		found, all := 0, stems(line)
		for _, stem := range all {
			if told[stem] {
				found++
			}
		}
		if found >= 3 && found*2 >= len(all) {
			return line
		}
	}
	for _, line := range above {
		if len(strings.Fields(line)) >= 5 {
			return line
		}
	}
	if len(above) > 0 {
		return above[len(above)-1]
	}
	return ""
}

// stems are the first letters of a line's longer words, which is enough to meet
// a word in its other forms.
func stems(line string) []string {
	const shortest, kept = 4, 4
	var out []string
	for word := range strings.FieldsFuncSeq(strings.ToLower(line), func(r rune) bool { return !isWordRune(r) }) {
		if utf8.RuneCountInString(word) >= shortest {
			r := []rune(word)
			out = append(out, string(r[:min(len(r), kept)]))
		}
	}
	return out
}

// firstWords is the beginning of the first paragraph of the body, cut at a word.
func firstWords(a *news.Article) string {
	const most = 50
	text := ""
	for _, p := range a.Citable() {
		if text == "" || p.Kind == news.Body {
			text = p.Text
		}
		if p.Kind == news.Body {
			break
		}
	}
	text = strings.Trim(text, "\"“”«»„'‘ ")
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	cut := string([]rune(text)[:most+1])
	if space := strings.LastIndexByte(cut, ' '); space > most/2 {
		cut = cut[:space]
	}
	return strings.TrimRight(cut, " ,;:–—-.") + "…"
}
