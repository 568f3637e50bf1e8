package answer

import (
	"strings"
)

// asTyped brings a question that was typed in haste to the form that the
// grammar reads: chat spelling, missing apostrophes, dates and durations run
// together, greetings before it and laughter behind it. Known tells whether a
// word is part of a speaker's name; nil knows none. What was asked is kept:
// only its spelling changes.
func asTyped(s string, known func(word string) bool) string {
	s = datesOf(apart.ReplaceAllString(s, "$1 $2"))
	s = spelled(s, known)
	for range 4 {
		short := chatter.ReplaceAllString(s, "")
		if short = laughter.ReplaceAllString(short, ""); short == s {
			break
		}
		s = strings.TrimSpace(short)
	}
	return reworded(keepDoing.ReplaceAllString(s, "continue $1"))
}

var (
	// keepDoing is how people say that something continues.
	keepDoing = match(`(?i)\bkeep(?: on)? (\pL+ing)\b`)
	// apart is a duration without its space: "48hr", "2weeks".
	apart = match(`(?i)\b(\d{1,4})(hours?|hrs?|minutes?|mins?|days?|weeks?|wks?|months?|years?|yrs?|percent|pct)\b`)
	// chatter is what is said to whoever is asked, before the question.
	chatter = match(`(?i)^[ ,.!]*(?:@\pL[\pL\d_-]*|(?:yo|hey+|hiya|heya|hi|hello|greetings|good (?:morning|afternoon|evening|day))(?: (?:there|guys|folks|everyone|all|y'?all|team|bot|again))*` +
		`|hmm+|u[hm]+|er+m?|arr+|ahoy|lo+l|lmao|omg|btw|tbh|dude|bro|bruh|basically|anyways?|alright|ok(?:ay)?|sorry` +
		`|(?:(?:i have|i've|got) )?(?:a |one |another )?(?:quick |serious |random |simple |dumb |stupid |genuine |honest )*(?:question|q)(?: (?:for you|about this))?)(?:[ ,:;.!]+|$)`)
	// laughter is what they end with that asks nothing.
	laughter = match(`(?i)[ ,.;!?-]+(?:lo+l|lmao|rofl|ha(?:ha)+|omg|tbh|btw|ngl|arr+|dude|bro|bruh|tho|though|thx|ty|tysm|cheers|asap|rn|right now|fr|again|for me|exactly|please|thanks|thank you|xd|bot)[ .!?]*$`)
)

// chat are short spellings of chats and mobile phones, with the words that they
// stand for; a question reads the same with either.
var chat = map[string]string{
	"abt": "about", "bout": "about", "u": "you", "r": "are", "ur": "your", "plz": "please", "pls": "please", "wat": "what", "wot": "what",
	"wut": "what", "wht": "what", "y": "why", "ppl": "people", "govt": "government", "gov't": "government", "cuz": "because",
	"coz": "because", "bc": "because", "b/c": "because", "w/": "with", "w/o": "without", "thru": "through", "tho": "though",
	"wanna": "want to", "gonna": "going to", "smth": "something", "sth": "something", "ppls": "people's", "msg": "message",
	"prez": "president", "pres": "president", "sec": "secretary", "spox": "spokesperson", "dems": "democrats",
	"b4": "before", "2day": "today",
	"didnt": "didn't", "doesnt": "doesn't", "dont": "don't", "isnt": "isn't", "wasnt": "wasn't", "arent": "aren't",
	"werent": "weren't", "hasnt": "hasn't", "havent": "haven't", "wouldnt": "wouldn't", "couldnt": "couldn't", "shouldnt": "shouldn't",
	"whats": "what's", "whos": "who's", "wheres": "where's", "whens": "when's", "hows": "how's", "whys": "why's",
	"thats": "that's", "hes": "he's", "shes": "she's", "theyre": "they're", "im": "I'm", "ive": "I've",
}

// titles are those of the chat spellings that are words too: they are spelled
// out only before a name.
var titles = set(`sec pres`)

// spelled spells words out and gives names the apostrophe that they lack:
// "kirbys remarks" are Kirby's.
func spelled(s string, known func(string) bool) string {
	var b strings.Builder
	from := 0
	w := words(s)
	for i, x := range w {
		typed := s[x.start:x.end]
		full, ok := chat[x.low]
		switch {
		case quotedAt(s, x.start):
			continue // words to look for are looked for as they are
		case x.low == "y" && i > 0, titles[x.low] && (i+1 == len(w) || known == nil || !known(w[i+1].low)):
			continue
		case ok && (typed == x.low || i == 0 && x.capital):
		case known != nil && i+1 < len(w) && x.end < len(s) && s[x.end] == ' ' && bareOwner(x.low, known) && !verbOrAux(w[i+1].low):
			full = typed[:len(typed)-1] + "'s"
		default:
			continue
		}
		b.WriteString(s[from:x.start])
		b.WriteString(full)
		from = x.end
		if strings.HasSuffix(full, "with") || strings.HasSuffix(full, "without") {
			from += strings.IndexByte(s[from:]+" ", ' ')
		}
	}
	b.WriteString(s[from:])
	return b.String()
}

// quotedAt tells whether a place of a question is inside quotation marks.
func quotedAt(s string, at int) bool {
	return strings.Count(s[:at], `"`)%2 == 1 || strings.LastIndex(s[:at], "“") > strings.LastIndex(s[:at], "”")
}

// bareOwner tells whether a word is a name with an "s" but no apostrophe.
func bareOwner(word string, known func(string) bool) bool {
	name, cut := strings.CutSuffix(word, "s")
	return cut && len(name) > 2 && !known(word) && known(name)
}

func verbOrAux(w string) bool {
	v, ok := verbs()[w]
	return auxiliaries[w] || ok && !v.noun && !views[w]
}

// phrasing is a way of asking and the one that the grammar knows for it.
type phrasing struct {
	typed *pattern
	plain string
}

// phrasings of chats for which there is a plainer question.
var phrasings = []phrasing{
	{match(`(?i)^(?:please )?(?:any |a |an |the |some |got any |have any |do you have any )*(quotes?|quotations?|statements?) (from|by|of) `), "show me a $1 $2 "},
	{match(`(?i)^(?:did|has|have|does|do) (.{1,60}?) (?:comment(?:ed)?|remark(?:ed)?|sp(?:eak|oken)|talk(?:ed)?) (?:on|about) `), "did $1 say anything about "},
	{match(`(?i)^what(?: kind of| sort of)? (?:job|title|post|office|role|rank|occupation|profession) (?:does|did|do) (.{1,60}?) (?:have|hold|do)\W*$`), "who is $1"},
	{match(`(?i)^(?:what(?:'s|’s|s| is| was| are) )?(?:the )?(?:job|(?:official |job )?title|occupation|profession|rank|role|office) of (.{1,60}?)\W*$`), "who is $1"},
	{match(`(?i)^(?:what(?:'s|’s|s| is| was) )(.{1,60}?)(?:'s|’s|s'|s’|s) (?:job|(?:official |job )?title|occupation|profession|rank|role|office)\W*$`), "who is $1"},
	{match(`(?i)^what (?:does (.{1,60}?) do(?: for (?:a living|work))?)\W*$`), "who is $1"},
	{match(`(?i)^who(?:'s|’s|s| is| was| the (?:hell|heck) is) (?:this |that )?(.{1,60}?) (?:guy|person|dude|man|woman|lady|character|anyway|even|exactly|again)\W*$`), "who is $1"},
	{match(`(?i)^(?:on )?(?:what|which) (?:day|date) (did|was|were|is|are|does|do|will|has|have) `), "when $1 "},
	{match(`(?i)^(?:is|are) ([^,?]{1,60}?) (?:still )?(?:going|planning|about|set|likely|expected) to `), "will $1 "},
	{match(`(?i)^((?:how long|where|when|why|since when)\b.{1,200}?) (?:going on|happening|ongoing)\W*$`), "$1"},
}

// reworded asks a question in the way that the grammar knows.
func reworded(s string) string {
	for _, p := range phrasings {
		if at := p.typed.FindStringSubmatchIndex(s); at != nil {
			return string(p.typed.compiled().ExpandString(nil, p.plain, s, at)) + s[at[1]:]
		}
	}
	return s
}

// nameWord tells whether a word, in small letters, is part of a speaker's name.
func (r *roster) nameWord(word string) bool {
	for _, i := range r.byWord[word] {
		for _, w := range foldedWords(r.cards[i].Name) {
			if w == word {
				return true
			}
		}
	}
	return false
}
