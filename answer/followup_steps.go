package answer

import (
	"strings"
)

// The steps by which a turn is understood, in the order of [Before.Resolve]:
// each takes the turns that it knows how to complete and leaves the others.

var (
	// quoteAsked asks whether words are somebody's own: "is that a quote?",
	// "did he really say that?", "are those her exact words?".
	quoteAsked = match(`(?i)^(?:` +
		`(?:is|was|are|were) (?:that|this|it|these|those|they)(?: really| actually)?(?: an?| the| his| her| their| \pL+['’]s?)?(?: real| true| actual| exact| direct| literal| own| verbatim)*(?: an?)? (?:quotes?|quotations?|words?|quoted|paraphrased?|verbatim|word for word)(?: or .{1,40})?` +
		`|(?:did|has|have) (?:he|she|they|it)(?: really| actually| ever| literally)? (?:say|said)(?: really)? (?:that|this|it|so|these (?:exact )?words)(?: word for word| verbatim| exactly)?` +
		`|(?:a )?(?:direct |real )?(?:quote|quotation)(?: or .{1,40})?|verbatim|word for word|(?:his|her|their) (?:own|exact) words)$`)
	// truthAsked is what is asked of words that somebody quotes.
	truthAsked = match(`(?i)^(?:(?:is|was) (?:that|this|it)(?: really| actually)? (?:true|real|right|correct|accurate|legit|fake|made up|so|a fact)(?: or .{1,30})?|really|true|real|legit|fake|source|sauce|(?:fact ?)?check(?: (?:that|this|it|please))*|is (?:that|this) for real|who(?:'s|’s| is) quoted(?: here)?|where(?:'s|’s| is| does) (?:that|this|it)(?: come)? from)$`)
	// whoThat asks whose words were shown.
	whoThat = match(`(?i)^who(?: has| had| actually| really)? (?:said|says|say|wrote|claimed)(?: (?:that|this|it|so|these words))$`)
	// elseAsked asks for others on the same topic.
	elseAsked = match(`(?i)^(?:(?:did|does|has|is|was) )?(?:who|whom|any(?:one|body)|some(?:one|body)|no(?:one|body)) else\b(.*)$|^what (?:do|did|have|about) (?:the )?others?\b(.*)$|^(?:the )?others$|^any (?:others?|other (?:views?|voices?|opinions?|sides?|people|speakers?))\b(.*)$|^(?:the )?other sides?$`)
	// moreAsked asks for more of the same speaker.
	moreAsked = match(`(?i)^(?:what else|anything else|something else|more|what more|go on|is there more|any(?:thing)? more)(?: (?:did|does|has|have) (?:he|she|they) (?:say|said|add))?$`)
	// wordingAsked asks for the words that were shown once more: "give me the full
	// quote", "what was the exact wording?".
	wordingAsked = match(`(?i)^(?:(?:can|could) you )?(?:please )?(?:give|show|tell|read|quote|what(?:'s|’s| is| was| are| were))(?: me| us)?(?: the| his| her| their)?(?: full| exact| whole| entire| original| actual| precise| direct)*(?: (?:quotes?|quotations?|wording|words|statement))$`)
	// bareAsked is a question word alone, or with "did he say that".
	bareAsked = match(`(?i)^(when|where|why|how|to whom|who to|since when|how come)(?: (?:was|is|were|did|does|has) (?:that|this|it|(?:he|she|they)(?: really| actually)? (?:say|said|saying|mean|think|claim)(?: (?:that|this|it|so))?)(?: (?:said|be|from))?)?$`)
	// whatAbout goes on to another speaker or topic.
	whatAbout = match(`(?i)^(?:what|how) about (.+)$|^what of (.+)$`)
	// onlyAbout goes on to another topic.
	onlyAbout = match(`(?i)^(?:(?:anything|something) )?(?:about|on|regarding|concerning) (.+)$`)
)

// isQuote asks whether what was shown is a quotation.
func isQuote(t turn, p past, _ Speaks) (FollowUp, bool) {
	asked := quoteAsked.MatchString(t.text) || p.Question == "" && truthAsked.MatchString(t.text)
	if !asked || p.Words == "" {
		return FollowUp{}, false
	}
	return FollowUp{Step: CheckWords, Question: asksAgain(t.text), Words: p.Words, Speaker: p.Speaker}, true
}

// whoElse asks for others on the topic of before.
func whoElse(t turn, p past, _ Speaks) (FollowUp, bool) {
	m := elseAsked.FindStringSubmatch(t.text)
	if m == nil || p.about == "" {
		return FollowUp{}, false
	}
	rest := understand("who said " + strings.TrimSpace(m[1]+m[2]+m[3]))
	w := words(rest.Topic)
	own := turn{asked: rest}
	for len(w) > 0 { // "who else spoke about it": the verb is no topic
		v, ok := verbs()[w[0].low]
		if !ok && !auxiliaries[w[0].low] || v.noun {
			break
		}
		own.Topic = strings.TrimSpace(rest.Topic[w[0].end:])
		w = w[1:]
	}
	if !own.topicless() {
		return FollowUp{}, false // "who else spoke about aid?"
	}
	f := FollowUp{Step: OthersOn, Question: "Who else spoke about " + p.about + "?", About: p.about}
	if p.Answered {
		f.Speaker = p.Speaker
	}
	return f, true
}

// whoSaidIt asks whose words were shown.
func whoSaidIt(t turn, p past, _ Speaks) (FollowUp, bool) {
	if !whoThat.MatchString(t.text) || p.Words == "" {
		return FollowUp{}, false
	}
	return FollowUp{Step: CheckWords, Question: asksAgain(t.text), Words: p.Words}, true
}

// sameAgain asks more of what was said: "when did he say that?", "what else?".
func sameAgain(t turn, p past, _ Speaks) (FollowUp, bool) {
	if p.who != "" && moreAsked.MatchString(t.text) {
		return FollowUp{Question: "What did " + p.who + " say?"}, true
	}
	if p.who != "" && wordingAsked.MatchString(t.text) {
		return FollowUp{Question: p.question(p.who)}, true
	}
	m := bareAsked.FindStringSubmatch(t.text)
	if m == nil || p.Question == "" && p.Words == "" {
		return FollowUp{}, false
	}
	ask := upperFirst(strings.ToLower(m[1]))
	switch {
	case p.Shape == Anything && p.about != "":
		if w := words(p.Text); len(w) > 2 && swappable[w[0].low] && auxiliaries[w[1].low] {
			return FollowUp{Question: asksAgain(ask + p.Text[w[0].end:])}, true
		}
		return FollowUp{}, false
	case p.who == "":
		return FollowUp{}, false
	case p.about != "" && (p.Named || p.Shape == WhatSaid):
		return FollowUp{Question: ask + " did " + p.who + " speak about " + p.about + "?"}, true
	case p.about != "":
		return FollowUp{Question: ask + " did " + p.who + " say that " + p.about + "?"}, true
	case p.Words != "":
		return FollowUp{Question: ask + " did " + p.who + " say “" + opening(p.Words) + "”?"}, true
	}
	return FollowUp{}, false
}

// swappable are the question words in whose place another may stand.
var swappable = set(`when where why how`)

// opening is the first words of a quotation, without marks.
func opening(quoted string) string {
	const most = 14
	w := strings.Fields(strings.NewReplacer("“", "", "”", "", `"`, "").Replace(quoted))
	return strings.TrimRight(strings.Join(w[:min(len(w), most)], " "), ",;:. ")
}

// bareWord completes "and Kirby?", "what about aid?", "about the hospitals?": a
// name or a topic and nothing else.
func bareWord(t turn, p past, speaks Speaks) (FollowUp, bool) {
	if p.Question == "" {
		return FollowUp{}, false
	}
	if m := onlyAbout.FindStringSubmatch(t.text); m != nil {
		return p.turnTo(m[1])
	}
	bare, asked := t.text, t.lead
	if m := whatAbout.FindStringSubmatch(t.text); m != nil {
		bare, asked = m[1]+m[2], true
	} else if from := fromOnly.FindStringSubmatch(t.text); from != nil {
		bare = from[1]
	}
	w := words(bare)
	if len(w) == 0 || len(w) > 7 || askingWords[w[0].low] || asksSomething(w) || reportingIn(w, false) >= 0 || courtesy.MatchString(bare) {
		return FollowUp{}, false
	}
	name, person := speaks(bare)
	switch {
	case asked && places[w[0].low] || t.mark && places[w[0].low]: // "and in Aleppo?"
		return FollowUp{Question: asksAgain(unended(p.Text) + " " + bare)}, true
	case name != "" && (person || p.who == "" || !p.whoIsPerson(speaks)):
		return FollowUp{Question: p.instead(name)}, true
	case name != "" && !whatAbout.MatchString(t.text) && t.lead:
		return FollowUp{Question: p.instead(name)}, true
	case asked || t.mark && len(w) <= 4:
		return p.turnTo(bare)
	}
	return FollowUp{}, false
}

// places are the prepositions of times and places, which add to a question.
var places = set(`in at during before after since until near inside outside within`)

// fromOnly is "from Kirby?", "by the spokesman?".
var fromOnly = match(`(?i)^(?:from|by) (.+)$`)

// courtesy is what people say that asks nothing.
var courtesy = match(`(?i)^(?:thanks?(?: you)?|thx|ty|nice|cool|great|(?:good|bad) bot|good|wow|lol|ok(?:ay)?|no|yes|yep|nope|sure|help|hello|hi|what|huh|hm+|interesting|makes sense|got it|i see|never ?mind|context|explain|tl;?dr|summary|details|more info|link)$`)

func (p past) whoIsPerson(speaks Speaks) bool {
	_, person := speaks(p.who)
	return person
}

// turnTo asks the same speaker about another topic.
func (p past) turnTo(about string) (FollowUp, bool) {
	if p.who == "" || anaphors.MatchString(about) || pronouns[strings.ToLower(about)] {
		return FollowUp{}, false
	}
	return FollowUp{Question: "What did " + p.who + " say about " + about + "?"}, true
}

// continued completes a question that names a speaker and no topic: "and what
// did Kirby say?", "did Kirby deny it?".
func continued(t turn, p past, speaks Speaks) (FollowUp, bool) {
	switch {
	case p.about == "" || t.saysElse() || !t.topicless():
		return FollowUp{}, false
	case t.Shape == WhoSaid && lastAnaphor.MatchString(t.text): // "who denied it?"
		return FollowUp{Question: t.with(p, t.text)}, true
	case len(t.Names) == 0 || t.Shape != WhatSaid && t.Shape != DidSay:
		return FollowUp{}, false
	}
	who := fullName(t.Names[0], speaks)
	text := t.text
	if t.pronounNamed() {
		if p.who == "" {
			return FollowUp{}, false
		}
		who = p.who
		text, _ = replacePronoun(text, who)
	}
	if t.Shape == WhatSaid && plainSaying[t.Verb] && t.Want == WantAny {
		if !t.pronounNamed() && p.Shape != Anything {
			return FollowUp{Question: p.instead(who)}, true
		}
		return FollowUp{Question: p.question(who)}, true
	}
	if strings.HasPrefix(strings.ToLower(t.text), "what") && !lastAnaphor.MatchString(t.text) {
		if t.pronounNamed() {
			return FollowUp{Question: asksAgain(text)}, true
		}
		return FollowUp{}, false // "what did Kirby deny?" asks for the topic
	}
	return FollowUp{Question: t.with(p, text)}, true
}

// plainSaying are the verbs for which "say" may stand.
var plainSaying = set(`say tell speak talk comment think mention state feel`)

// lastAnaphor is the word at a question's end that stands for a topic.
var lastAnaphor = match(`(?i) (?:(about|on|of|to|with|for) )?(?:it|that|this|so|them|the same(?: thing)?)$`)

// with puts the topic of before into a question that has none: in the place of
// "it", or behind.
func (t turn) with(p past, text string) string {
	if m := lastAnaphor.FindStringSubmatchIndex(text); m != nil {
		link := " "
		switch {
		case m[2] >= 0:
			link = " " + text[m[2]:m[3]] + " "
		case t.Verb == "say" || t.Verb == "think":
			link = " that "
			if p.Named || p.Shape == WhatSaid || p.Shape == Anything {
				link = " anything about "
			}
		}
		return asksAgain(text[:m[0]] + link + p.about)
	}
	link := " about "
	switch t.Verb {
	case "react", "respond", "reply", "object", "answer":
		link = " to "
	case "agree", "disagree":
		link = " with "
	case "deny", "confirm", "reject", "oppose", "support", "condemn", "criticize", "criticise", "defend", "dismiss", "mention", "welcome", "refute":
		link = " "
	}
	return asksAgain(text + link + p.about)
}

// pronoun puts the speaker of before in the place of "he" or "her": "where did
// she say the money would come from?".
func pronoun(t turn, p past, _ Speaks) (FollowUp, bool) {
	if p.who == "" || len(t.Names) > 0 && !t.pronounNamed() {
		return FollowUp{}, false
	}
	if strings.EqualFold(p.who, "it") {
		return FollowUp{}, false
	}
	if text, found := replacePronoun(t.text, p.who); found {
		return FollowUp{Question: asksAgain(text)}, true
	}
	return FollowUp{}, false
}
