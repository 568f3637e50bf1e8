package ingest

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// inlineBlock makes a block of a Markdown paragraph, and notes when all of it
// is one picture, one link, or set in bold or italics.
func inlineBlock(typed string, m mark) block {
	typed = strings.TrimSpace(typed)
	if m == plain || m == bullet {
		if alt, ok := wholePicture(typed); ok {
			return block{text: squeeze(inline(alt)), mark: picture}
		}
		switch {
		case wholeLink(typed):
			m = link
		case m == plain && wholeEmphasis(typed):
			m = strong
		}
	}
	return block{text: squeeze(inline(typed)), mark: m}
}

// wholePicture is the words of an image that stands alone: its title, which
// is the caption where there is one, else its alternative text.
func wholePicture(typed string) (words string, ok bool) {
	if !strings.HasPrefix(typed, "![") || !strings.HasSuffix(typed, ")") {
		return "", false
	}
	alt, target, found := strings.Cut(typed[2:len(typed)-1], "](")
	if !found || strings.ContainsAny(target, "()[]") && !strings.Contains(target, "\"") {
		return "", false
	}
	if _, caption, ok := strings.Cut(target, " \""); ok {
		if caption = strings.TrimSuffix(strings.TrimSpace(caption), "\""); caption != "" {
			return caption, true
		}
	}
	if alt == "" {
		return target, true // it has no words, but the page has it
	}
	return alt, true
}

// wholeLink tells of a paragraph that is one link.
func wholeLink(typed string) bool {
	typed = strings.Trim(typed, "*_ ")
	if !strings.HasPrefix(typed, "[") || !strings.HasSuffix(typed, ")") {
		return false
	}
	return strings.Count(typed, "](") == 1 && strings.Count(typed, "[") == 1
}

// wholeEmphasis tells of a paragraph that is all bold or all italics.
func wholeEmphasis(typed string) bool {
	for _, m := range []string{"**", "__", "*", "_"} {
		if len(typed) > 2*len(m) && strings.HasPrefix(typed, m) && strings.HasSuffix(typed, m) {
			return !strings.Contains(typed[len(m):len(typed)-len(m)], m)
		}
	}
	return false
}

// inline takes the marks off Markdown text: emphasis, code, links, images, HTML
// tags, notes and escapes. The words stay as they are. One pass; what is not
// closed is left as typed.
func inline(typed string) string {
	if !strings.ContainsAny(typed, "*_`[]<&\\~") {
		return typed
	}
	var w inlineWriter
	for i := 0; i < len(typed); {
		i += w.step(typed[i:], before(typed, i))
	}
	// Entities can name characters that cleaning has taken out.
	return clean(html.UnescapeString(strings.Join(w.pieces, "")))
}

func before(s string, i int) rune {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return r
}

// inlineWriter holds the text so far in pieces, so that a mark can be dropped
// when its partner comes.
type inlineWriter struct {
	pieces   []string
	emphasis []waiting // marks of emphasis
	brackets []waiting // "[" and "!["
}

// waiting is a mark that waits for its partner.
type waiting struct {
	piece int
	mark  string
}

func (w *inlineWriter) put(s string) { w.pieces = append(w.pieces, s) }

// step reads one mark or one stretch of words from the start of s, which
// follows the character prev, and returns how many bytes that took.
func (w *inlineWriter) step(s string, prev rune) int {
	switch {
	case len(s) >= 2 && s[0] == '\\' && s[1] < utf8.RuneSelf && unicode.In(rune(s[1]), unicode.P, unicode.S):
		w.put(s[1:2])
		return 2
	case strings.HasPrefix(s, "\\\n"): // a line break that was asked for
		w.put(" ")
		return 2
	case strings.HasPrefix(s, "!["):
		w.brackets = append(w.brackets, waiting{len(w.pieces), "!["})
		w.put("![")
		return 2
	case strings.HasPrefix(s, "[^"):
		if end := strings.IndexByte(s[:min(len(s), 24)], ']'); end > 0 {
			return end + 1 + noteColon(s[end+1:])
		}
	case s[0] == '[':
		w.brackets = append(w.brackets, waiting{len(w.pieces), "["})
		w.put("[")
		return 1
	case s[0] == ']':
		return w.closeBracket(s)
	case s[0] == '<':
		return w.tag(s)
	case strings.ContainsRune("*_~`", rune(s[0])):
		return w.stress(s, prev)
	}
	end := strings.IndexAny(s[1:], "*_`[]<\\~!")
	if end < 0 {
		end = len(s) - 1
	}
	w.put(s[:end+1])
	return end + 1
}

// noteColon is the length of the colon that follows the mark of a footnote
// where the note itself stands.
func noteColon(after string) int {
	if strings.HasPrefix(after, ": ") {
		return 2
	}
	return 0
}

// closeBracket ends a link, an image or plain brackets. A target has no
// brackets of its own, which keeps the search for its end linear.
func (w *inlineWriter) closeBracket(s string) int {
	if len(w.brackets) == 0 {
		w.put("]")
		return 1
	}
	open := w.brackets[len(w.brackets)-1]
	w.brackets = w.brackets[:len(w.brackets)-1]
	size := 0
	if len(s) > 1 && (s[1] == '(' || s[1] == '[') {
		closing := map[byte]string{'(': ")[]<", '[': "][(<"}[s[1]]
		if end := strings.IndexAny(s[2:], closing); end >= 0 && s[2+end] == closing[0] {
			size = end + 3
		}
	}
	switch {
	case size == 0:
		w.put("]")
		return 1
	case open.mark == "![":
		w.pieces = w.pieces[:open.piece]
		for len(w.emphasis) > 0 && w.emphasis[len(w.emphasis)-1].piece >= open.piece {
			w.emphasis = w.emphasis[:len(w.emphasis)-1]
		}
	default:
		w.pieces[open.piece] = ""
	}
	return size
}

// tag drops an HTML tag and keeps the address of "<https://…>".
func (w *inlineWriter) tag(s string) int {
	end := strings.IndexAny(s[1:], "<>")
	if end < 1 || s[1+end] != '>' {
		w.put("<")
		return 1
	}
	inside := s[1 : 1+end]
	first := strings.TrimPrefix(inside, "/")
	switch {
	case webAddress(inside) != "":
		w.put(inside)
	case strings.HasPrefix(inside, "!--"):
	case first != "" && (first[0]|0x20) >= 'a' && (first[0]|0x20) <= 'z':
		if strings.HasPrefix(strings.ToLower(inside), "br") {
			w.put(" ")
		}
	default:
		w.put("<")
		return 1
	}
	return end + 2
}

// stress reads a run of the same mark of emphasis: it closes the last open
// one, or opens, or is a character like others ("5 * 3", "snake_case").
func (w *inlineWriter) stress(s string, prev rune) int {
	size := len(s) - len(strings.TrimLeft(s, s[:1]))
	mark := s[:size]
	next, _ := utf8.DecodeRuneInString(s[size:])
	opens := size < len(s) && !unicode.IsSpace(next)
	closes := prev != utf8.RuneError && !unicode.IsSpace(prev)
	switch s[0] {
	case '_':
		opens = opens && !isWordRune(prev)
		closes = closes && !isWordRune(next)
	case '~':
		opens, closes = opens && size == 2, closes && size == 2
	case '`':
		opens, closes = size == 1, size == 1
	}
	if size > 3 {
		opens, closes = false, false
	}
	w.put(mark)
	here := len(w.pieces) - 1
	if closes {
		const depth = 8 // how far down an open mark is looked for
		for i := len(w.emphasis) - 1; i >= max(0, len(w.emphasis)-depth); i-- {
			if w.emphasis[i].mark == mark {
				w.pieces[w.emphasis[i].piece], w.pieces[here] = "", ""
				w.emphasis = w.emphasis[:i]
				return size
			}
		}
	}
	if opens {
		w.emphasis = append(w.emphasis, waiting{here, mark})
	}
	return size
}

func isWordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
