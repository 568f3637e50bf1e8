package answer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/news"
	"onrecord/retrieval"
)

// attributed takes from a sentence the words that say whose words it retells,
// and returns the rest; ok is false when it says so wrongly or not at all.
//
//	According to Mira Holt, the boats are safe.
//	Mira Holt, the harbour master, said that the boats are safe.
//	The article says that the strike began on Tuesday.
func (s source) attributed(sentence string) (rest string, ok bool) {
	if s.stance == news.Unsaid {
		return "", false
	}
	if rest, ok := behind(sentence, "according to"); ok && (s.stance == news.Said || s.stance == "") {
		if len(s.names) == 0 {
			rest, ok = behind(rest, "the article")
		} else {
			rest, ok = s.behindSpeaker(rest)
		}
		if rest, found := strings.CutPrefix(rest, ","); ok && found {
			return strings.TrimSpace(rest), true
		}
		return "", false
	}
	if len(s.names) == 0 {
		rest, ok = behind(sentence, "the article")
	} else {
		rest, ok = s.behindSpeaker(sentence)
	}
	if !ok {
		return "", false
	}
	for _, verb := range s.verbs() {
		if rest, ok := behind(rest, verb); ok {
			rest = strings.TrimSpace(strings.TrimPrefix(rest, ":"))
			if that, ok := behind(rest, "that"); ok {
				rest = that
			}
			return rest, rest != ""
		}
	}
	return "", false
}

// verbs are the words of saying that suit the quotation, longer ones before
// those that they begin with.
func (s source) verbs() []string {
	if len(s.names) == 0 {
		return []string{"says", "reports", "said", "reported"}
	}
	var own []string
	if s.cue != "" && !negated(s.cue) {
		own = []string{s.cue}
	}
	return append(own, map[news.Stance][]string{
		news.Denied:   {"denied", "denies", "disputed", "disputes", "rejected", "rejects"},
		news.Asked:    {"asked", "asks"},
		news.Demanded: {"demanded", "demands"},
		news.Held:     {"is reported to think", "are reported to think"},
		news.Said: {"also said", "also says", "has said", "had said", "is quoted as saying", "are quoted as saying", "is paraphrased as saying",
			"are paraphrased as saying", "said", "says", "stated", "states", "added", "adds"},
	}[s.stance]...)
}

// behindSpeaker takes the speaker from the beginning of a sentence, with the
// role before the name or behind it.
func (s source) behindSpeaker(text string) (rest string, ok bool) {
	for _, name := range s.names {
		for _, before := range s.before() {
			if rest, ok = behind(text, strings.TrimSpace(before+" "+name)); ok {
				return s.behindRole(rest), true
			}
		}
	}
	return "", false
}

// before lists what may stand before the name.
func (s source) before() []string {
	out := []string{"", "the"}
	if s.role != "" {
		out = append(out, s.role, "the "+s.role)
	}
	return out
}

// behindRole takes ", the harbour master," or "(harbour master)" from the
// beginning of a text, if it stands there.
func (s source) behindRole(text string) string {
	if s.role == "" {
		return text
	}
	for _, marks := range [][2]string{{",", ","}, {"(", ")"}} {
		rest, ok := strings.CutPrefix(text, marks[0])
		if !ok {
			continue
		}
		for _, article := range []string{"", "the ", "a ", "an "} {
			role, ok := behind(rest, article+s.role)
			if !ok {
				continue
			}
			if end, ok := strings.CutPrefix(role, marks[1]); ok {
				return strings.TrimSpace(end)
			}
		}
	}
	return text
}

// behind takes words from the beginning of a text, in small or capital letters,
// and returns what stands behind them without white space around it.
func behind(text, words string) (rest string, ok bool) {
	text = strings.TrimSpace(text)
	for _, w := range strings.Fields(words) {
		text = strings.TrimLeft(text, " ")
		at := strings.IndexFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",:()", r) })
		if at < 0 {
			at = len(text)
		}
		want := strings.Trim(w, ",:()")
		if retrieval.Fold(text[:at]) != retrieval.Fold(want) {
			return "", false
		}
		text = text[at:]
		if want != w && strings.HasSuffix(w, ",") { // a role with a comma in it
			text = strings.TrimPrefix(text, ",")
		}
	}
	return strings.TrimSpace(text), true
}

// quotesRightly tells whether what stands in quotation marks stands so in the
// quotation, as the speaker's own words.
func (s source) quotesRightly(rest string) Objection {
	marks := strings.Count(rest, `"`)
	if marks == 0 && !strings.ContainsAny(rest, "“”") {
		return NoObjection
	}
	plain := straight(rest)
	parts := strings.Split(plain, `"`)
	if len(parts)%2 == 0 {
		return BadQuotedWords // one is left open
	}
	for i := 1; i < len(parts); i += 2 {
		quoted := strings.Trim(parts[i], " .,")
		if len(readWords(quoted)) == 0 || !s.ownWords(quoted) {
			return BadQuotedWords
		}
	}
	return NoObjection
}

// ownWords tells whether the speaker's own words have a string, whole words of it.
func (s source) ownWords(quoted string) bool {
	content := straight(s.content)
	if s.kind == news.Direct {
		return hasWhole(content, quoted)
	}
	parts := strings.Split(content, `"`)
	for i := 1; i < len(parts); i += 2 {
		if hasWhole(parts[i], quoted) {
			return true
		}
	}
	return false
}

// straight writes all quotation marks and apostrophes the straight way.
func straight(s string) string {
	return strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "’", "'", "‘", "'").Replace(s)
}

// hasWhole tells whether text has words, neither end inside a word.
func hasWhole(text, words string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			return false
		}
		start, end := from+i, from+i+len(words)
		if boundary(text, start) && boundary(text, end) {
			return true
		}
		from = start + 1
	}
}

// boundary tells whether no word runs over the byte at i.
func boundary(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	next, _ := utf8.DecodeRuneInString(text[i:])
	return i == 0 || i == len(text) || !wordRune(before) || !wordRune(next)
}
