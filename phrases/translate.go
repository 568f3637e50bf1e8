package phrases

import "strings"

// Translate says in this language an English sentence of which only the text is
// left: an error that came out of another process or a database. It looks for
// the phrase whose words the sentence has around its arguments; a sentence that
// is none of the catalogue's stays English.
func (t Tongue) Translate(english string) string {
	if t.spoken == nil {
		return english
	}
	catalogue := t.spoken.catalogue()
	if e, ok := catalogue[english]; ok {
		return e.other
	}
	best, most := "", leastWords-1
	var found map[string]string
	for key := range catalogue {
		words := wordsOf(key)
		if words < most || words == most && (best == "" || key > best) {
			continue
		}
		if args, ok := match(key, english); ok {
			best, most, found = key, words, args
		}
	}
	if best == "" {
		return english
	}
	return fill(catalogue[best].other, func(name string) (string, bool) {
		arg, ok := found[strings.ToLower(name)]
		return t.Translate(arg), ok // an argument may be a sentence, too
	})
}

// leastWords is how many bytes besides its placeholders a phrase must have to be
// told from others by them: "{first} and {last}" would be found everywhere.
const leastWords = 15

// wordsOf counts the bytes of a phrase that are not placeholders.
func wordsOf(key string) int {
	return len(fill(key, func(string) (string, bool) { return "", true }))
}

// match reads the arguments of a phrase off a sentence, each as short as can be.
func match(key, sentence string) (map[string]string, bool) {
	args := map[string]string{}
	name := "" // of the placeholder before
	for key != "" {
		words, rest, more := strings.Cut(key, "{")
		at := strings.Index(sentence, words)
		if !more && name != "" { // the last words end the sentence
			at = len(sentence) - len(words)
			if !strings.HasSuffix(sentence, words) {
				return nil, false
			}
		}
		if at < 0 || name == "" && at > 0 || name != "" && at == 0 && words != "" {
			return nil, false
		}
		if name != "" {
			args[name] = sentence[:at]
		}
		sentence = sentence[at+len(words):]
		if !more {
			return args, sentence == ""
		}
		inside, after, closed := strings.Cut(rest, "}")
		if !closed {
			return nil, false
		}
		if name, key = strings.ToLower(inside), after; key == "" {
			args[name] = sentence
			return args, sentence != ""
		}
	}
	return args, sentence == ""
}
