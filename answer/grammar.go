package answer

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a word of a question: folded to lower case with its marks taken off,
// and where it stands.
type word struct {
	low        string
	start, end int
	capital    bool // begins with a capital and has a small letter
}

// words cuts a cleaned question at its spaces.
func words(s string) []word {
	var out []word
	for i := 0; i < len(s); {
		j := strings.IndexByte(s[i:], ' ')
		if j < 0 {
			j = len(s)
		} else {
			j += i
		}
		raw := s[i:j]
		bare := strings.TrimFunc(raw, isMark)
		if bare != "" {
			start := i + strings.Index(raw, bare)
			low := strings.ToLower(strings.ReplaceAll(bare, "’", "'"))
			first, _ := utf8.DecodeRuneInString(bare)
			out = append(out, word{low, start, start + len(bare), unicode.IsUpper(first) && strings.ToUpper(bare) != bare})
		}
		i = j + 1
	}
	return out
}

// isMark tells whether r is punctuation that may stand around a word.
func isMark(r rune) bool {
	return unicode.IsPunct(r) || unicode.IsSymbol(r) && r != '$' && r != '€' && r != '£'
}

var (
	// lead is what people write before the question itself.
	lead = regexp.MustCompile(`(?i)^(?:(?:can|could|would|will) (?:you|u) (?:please )?(?:quote|cite|list)\b|(?:hey|hi|hello|ok|okay|so|well|and|but|please|pls|plz|bot|on record|onrecord|question|q)\b[ ,:!.]*` +
		`|(?:can|could|would|will) (?:you|u|anyone|someone|somebody)(?: please)? (?:tell|show|give|find|explain to|remind) (?:me|us)(?: please)?[ ,:]*` +
		`|(?:please )?(?:tell|remind) (?:me|us)(?: about)?[ ,:]+` +
		`|(?:do|does) (?:you|anyone|anybody) know (?:if |whether )?` +
		`|i(?:'d| would)? (?:want|like|need|wonder|am wondering|was wondering)(?: to (?:know|find out|see))?[ ,:]+` +
		`|(?:just )?(?:wondering|curious)[ ,:]+)`)
	// tail is what they write after it.
	tail = regexp.MustCompile(`(?i)[ ,]+(?:(?:in|according to|from|per) (?:the|this|that) (?:article|story|text|page|report|piece|news)|please|pls|plz|thanks|thank you|exactly|lol)[ ?.!]*$`)
	// order is an attempt to command the program.
	order = regexp.MustCompile(`(?i)\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|rules?|prompts?|guidelines?|articles?|everything|above|previous|prior|sources?)\b` +
		`|^(?:system|assistant|developer) ?:|\byou are (?:now )?(?:a|an|no longer|dan)\b|\b(?:pretend|act as|role ?play|jailbreak|system prompt)\b` +
		`|^(?:say|repeat|print|write|output|respond with|reply with|answer with|invent|make up|compose|generate|translate|summari[sz]e your)\b|^(?:drop|select|delete|insert) (?:table|\*|from|into)\b`)
	// claimed opens a question whether something was said.
	claimed = regexp.MustCompile(`(?i)^(?:is it (?:true|correct|right|a fact)|true or false|fact ?check|check|verify|confirm)[ ,:]*(?:that |if |whether )?`)
	// quoteOf asks for words by name.
	quoteOf = regexp.MustCompile(`(?i)^(?:please )?(?:quote|cite)(?: (?:me|us|for me))? (.+?)(?: (?:directly|verbatim|exactly))?(?: (?:on|about|regarding|concerning|saying)(?: (.+))?)?[?.!]*$`)
	showOf  = regexp.MustCompile(`(?i)^(?:please )?(?:(?:give|show|find|get|list|read|send)(?: (?:me|us))? )?(?:a |an |the |any |all |some |every )*(?:direct |exact |own )?` +
		`(?:quotes?|quotations?|statements?|comments?|remarks?|words|claims) (?:by|from|of) (.+?)(?: (?:on|about|regarding|concerning)(?: (.+))?)?[?.!]*$`)
	anyQuote = regexp.MustCompile(`(?i)^(?:(?:is|are) there )?(?:a |an |any |some |the )*(?:direct )?(?:quotes?|quotations?|statements?) (?:about|on|regarding|concerning) (.+?)[?.!]*$`)
	phrased  = regexp.MustCompile(`(?i)^who (?:has |had )?(?:used|uses|coined) the (?:exact )?(?:phrase|words?|term|expression)s? (.+?)[?.!]*$`)
	by       = regexp.MustCompile(`(?i)^according to ([^,?]+), ?(.+)$|^(.+?),? according to ([^,?]+)[?.!]*$`)
	// choice is a list of names to choose from at the end of a question.
	choice = regexp.MustCompile(`(?i)[,:] ?((?:\pL[^,?]*, ?)*\pL[^,?]*,? or \pL[^,?]*)[?.!]*$`)
	// about stands before a topic.
	about = regexp.MustCompile(`(?i)^(?:about|on|regarding|concerning|that|over|of|to|as to|in regard to|with regard to|with respect to|when it comes to|in response to|whether|if|is|was)\b[ ,:]*`)
	// anybody says nothing of what is asked: "did she say anybody died".
	anybody = regexp.MustCompile(`(?i)\b(?:any(?:body|one|thing)|ever)\b`)
	named   = regexp.MustCompile(`(?i)^\W*(?:about|on|regarding|concerning|over)\b`)
	// article stands for the page, which is no speaker.
	article = regexp.MustCompile(`(?i)^(?:the |this |that )?(?:article|story|text|page|news|report|author|piece|it|headline|caption)s?$`)
)

// understand reads a cleaned question for its shape.
func understand(text string) asked {
	q := asked{Text: text}
	s := text
	if order.MatchString(s) {
		s = withoutOrders(s)
	}
	for range 4 {
		s = strings.TrimSpace(lead.ReplaceAllStringFunc(s, keepVerb))
	}
	for range 2 {
		s = tail.ReplaceAllString(s, "")
	}
	if len(words(s)) == 0 {
		q.Shape = Nothing
		return q
	}
	q.read(s)
	q.Named = named.MatchString(q.Topic)
	q.Topic = topic(q.Topic)
	return q
}

// keepVerb leaves of a lead the verb that says what is wanted: "can you quote".
func keepVerb(s string) string {
	for _, verb := range []string{"quote", "cite", "list"} {
		if strings.HasSuffix(strings.ToLower(s), verb) {
			return verb
		}
	}
	return ""
}

// withoutOrders drops the sentences that command the program: a question beside
// them is still a question.
func withoutOrders(s string) string {
	var kept []string
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == '.' || r == '!' || r == ';' || r == '\n' }) {
		if part = strings.TrimSpace(part); !order.MatchString(part) && opensQuestion(part) {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, ". ")
}

// opensQuestion tells whether s begins as questions do.
func opensQuestion(s string) bool {
	w := words(s)
	return len(w) > 1 && (wantOf(w) != WantAny || w[0].low == "what" || w[0].low == "which" || auxiliaries[w[0].low])
}

// read fills the shape, the names and the topic from a trimmed question.
func (q *asked) read(s string) {
	if m := quoteOf.FindStringSubmatch(s); m != nil {
		q.Shape, q.Names, q.Topic = WhatSaid, []string{m[1]}, m[2]
		return
	}
	if m := anyQuote.FindStringSubmatch(s); m != nil {
		q.Shape, q.Topic = WhoSaid, m[1]
		return
	}
	if m := phrased.FindStringSubmatch(s); m != nil {
		q.Shape, q.Want, q.Verb, q.Topic = WhoSaid, WantPerson, "say", m[1]
		return
	}
	if m := showOf.FindStringSubmatch(s); m != nil {
		q.Shape, q.Names, q.Topic = WhatSaid, []string{m[1]}, m[2]
		return
	}
	if m := by.FindStringSubmatch(s); m != nil && !article.MatchString(m[1]+m[4]) {
		q.Shape, q.Names, q.Topic = WhatSaid, []string{m[1] + m[4]}, m[2]+m[3]
		q.Want = wantOf(words(q.Topic))
		return
	}
	truth := claimed.FindString(s)
	s = s[len(truth):]
	if m := choice.FindStringSubmatchIndex(s); m != nil && len(words(s[m[2]:m[3]])) <= 8 {
		q.Names = []string{s[m[2]:m[3]]}
		s = s[:m[0]]
	}
	w := words(s)
	if len(w) == 0 {
		q.Shape = Nothing
		return
	}
	q.Want = wantOf(w)
	q.Topic = s
	switch {
	case q.stance(s, w):
	case q.who(s, w):
	case q.clause(s, w, truth != ""):
	}
	if len(q.Names) > 0 && article.MatchString(q.Names[0]) {
		q.Shape, q.Names, q.Topic = Anything, nil, s
	}
}

// wantOf tells from the first words which type of answer is wanted.
func wantOf(w []word) Want {
	if len(w) == 0 {
		return WantAny
	}
	second := ""
	if len(w) > 1 {
		second = w[1].low
	}
	switch strings.TrimSuffix(strings.TrimSuffix(w[0].low, "s"), "'") {
	case "who", "whom", "whose", "who'":
		return WantPerson
	case "when":
		return WantTime
	case "where":
		return WantPlace
	case "why":
		return WantReason
	case "how":
		switch second {
		case "many", "much", "long", "old", "far", "often", "big", "large":
			return WantNumber
		}
	case "what", "which":
		switch second {
		case "year", "day", "date", "time", "month":
			return WantTime
		case "city", "country", "place", "town":
			return WantPlace
		}
	}
	return WantAny
}

// stance reads "what is X's position on T", "X's reaction to T", "the view of X on T".
func (q *asked) stance(s string, w []word) bool {
	for i, v := range w {
		if !views[v.low] || i == 0 {
			continue
		}
		at := i
		from := 0
		for from < i && showing[w[from].low] {
			from++ // "give me Kerry's exact words"
		}
		if first := w[0].low; (first == "what" || first == "what's" || first == "whats" || first == "how" || first == "which") && i > 1 {
			from = 1
			if auxiliaries[w[1].low] {
				from = 2
			}
		}
		rest := s[v.end:]
		for i > 1 && wordsOwn[w[i-1].low] {
			i-- // "Kerry's exact words"
		}
		prev := w[i-1].low
		bare := i == from+1 && from > 0 && len(prev) > 3 && strings.HasSuffix(prev, "s") // "whats kirbys position"
		if i > from && (bare || from > 0 && !doing[w[from-1].low] && w[i-1].capital || strings.HasSuffix(prev, "'s") || strings.HasSuffix(prev, "s'") || prev == "his" || prev == "her" || prev == "their") {
			if reportingIn(w[from:i], false) >= 0 || from == 0 && wantOf(w) != WantAny {
				return false // "what did X say about Y's statement", "who called Y's comments …"
			}
			q.Shape, q.Topic = WhatSaid, rest
			q.Names = []string{s[w[from].start:w[i-1].end]}
			return true
		}
		// "what position does X have on T", "what is the view of X on T"
		after := w[at+1:]
		if len(after) > 1 && (after[0].low == "of" || after[0].low == "from" || after[0].low == "by") && from > 0 && opensNoun[prev] {
			end := 1
			for end < len(after) && after[end].low != "on" && after[end].low != "about" && after[end].low != "regarding" && after[end].low != "to" {
				end++
			}
			if end > 1 {
				q.Shape = WhatSaid
				q.Names = []string{s[after[1].start:after[end-1].end]}
				q.Topic = s[after[end-1].end:]
				return true
			}
		}
		if i == 1 && len(after) > 2 && auxiliaries[after[0].low] {
			for k := 2; k < len(after); k++ {
				switch after[k].low {
				case "have", "has", "take", "give", "offer", "make", "hold":
					q.Shape = WhatSaid
					q.Names = []string{s[after[1].start:after[k-1].end]}
					q.Topic = s[after[k].end:]
					return true
				}
			}
		}
	}
	return false
}

// who reads "who said T", "which official denied T", "who is quoted on T".
func (q *asked) who(s string, w []word) bool {
	first := w[0].low
	if first != "who" && first != "who's" && first != "whos" && first != "which" && first != "what" || len(w) < 2 {
		return false
	}
	i := 1
	if first == "which" || first == "what" {
		if first == "what" && !offices[w[1].low] {
			return false // "what Peskov said"
		}
		i = 2 // the official, the country
	}
	for i < len(w) && (auxiliaries[w[i].low] || adverbs[w[i].low] || w[i].low == "else" || w[i].low == "been" || w[i].low == "being") {
		i++
	}
	if i >= len(w) {
		return false
	}
	v, ok := verbs()[w[i].low]
	if !ok && w[i].low != "cited" {
		return false
	}
	if i > 1 && first != "who" && first != "who's" && first != "whos" && auxiliaries[w[i-1].low] && !strings.HasSuffix(w[i].low, "d") {
		return false
	}
	if (first == "what" || first == "which") && i == 2 && v.noun {
		return false
	}
	q.Shape, q.Verb = WhoSaid, v.base
	q.Topic = s[w[i].end:]
	return true
}

// opensNoun are the words that may stand before "view of", "comment by".
var opensNoun = set(`the a an any is are was were what which's some what's whats`)

// offices are what people call a speaker whom they cannot name.
var offices = set(`official officials politician country countries government minister person people speaker
	spokesman spokeswoman spokesperson leader leaders diplomat diplomats side group source sources expert experts
	president senator party agency organization organisation nation company`)

// clause reads the questions with a subject and a verb of saying: what did X
// say about T, did X say T, why does X oppose T, X said T.
func (q *asked) clause(s string, w []word, truth bool) bool {
	aux := -1 // the auxiliary before the subject
	for i := range w {
		if auxiliaries[w[i].low] {
			aux = i
			break
		}
		if i > 6 {
			break
		}
	}
	start, object := 0, ""
	asks := wantOf(w) != WantAny || w[0].low == "what" || w[0].low == "whats" || w[0].low == "what's" || w[0].low == "which" || w[0].low == "how"
	switch {
	case aux == 0:
		start = 1
	case asks && aux > 0 && reportingIn(w[:aux], false) < 0:
		start = aux + 1
		if aux > 1 {
			from := 1
			if wantOf(w) == WantNumber {
				from = 2 // many, much, long
			}
			if from < aux {
				object = s[w[from].start:w[aux-1].end]
			}
		}
	case asks:
		start = 1
	}
	for start < len(w) && adverbs[w[start].low] {
		start++
	}
	if start >= len(w) {
		return false
	}
	does := start > 0 && doing[w[start-1].low]
	i := reportingIn(w[start:], does)
	if i < 0 {
		return false
	}
	i += start
	v := verbs()[w[i].low]
	nameEnd := i
	for nameEnd > start && (adverbs[w[nameEnd-1].low] || auxiliaries[w[nameEnd-1].low] || w[nameEnd-1].low == "to" || w[nameEnd-1].low == "been") {
		nameEnd--
	}
	rest := s[w[i].end:]
	if nameEnd == start {
		q.Verb = v.base // "what was said about T"
		q.Shape, q.Topic = WhoSaid, object+" "+rest
		return asks
	}
	for _, x := range w[start:nameEnd] {
		if noName[x.low] {
			return false // "what would Renn do if the parish did not agree"
		}
	}
	if asks {
		for _, x := range slices.Concat(w[max(0, start-1):start], w[nameEnd:i]) {
			q.Unsaid = q.Unsaid || x.low == "not" || x.low == "never" || strings.HasSuffix(x.low, "n't")
		}
	}
	q.Verb = v.base
	name := s[w[start].start:w[nameEnd-1].end]
	q.Topic = strings.TrimSpace(object + " " + rest)
	if people[w[start].low] {
		q.Shape = WhoSaid
		return true
	}
	q.Names = []string{name}
	q.Shape = WhatSaid
	if !asks {
		q.Shape = DidSay
	}
	return true
}

// reportingIn returns the place of the verb of saying among w: a certain one
// first, else one that may be a noun. With a subject wanted, the first word is
// no verb: "did Hope Hicks say" has its verb later. Neither is a capitalised word.
func reportingIn(w []word, subject bool) int {
	unsure := -1
	for i := range w {
		v, ok := verbs()[w[i].low]
		if !ok || i > 12 || w[i].capital || subject && i == 0 || i > 0 && nounFollows[w[i-1].low] {
			continue
		}
		if !v.noun {
			return i
		}
		if unsure < 0 && i > 0 {
			unsure = i
		}
	}
	return unsure
}

// topic takes the words off a topic that name none.
func topic(s string) string {
	s = strings.TrimSpace(strings.Trim(strings.TrimSpace(s), "?!.,:; "))
	for range 4 {
		s = strings.TrimSpace(about.ReplaceAllString(s, ""))
	}
	s = strings.TrimSpace(anybody.ReplaceAllString(s, ""))
	if people[strings.ToLower(s)] || fillers[strings.ToLower(s)] || strings.EqualFold(s, "it") || strings.EqualFold(s, "this") || strings.EqualFold(s, "that") {
		return ""
	}
	return s
}
