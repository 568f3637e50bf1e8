package ingest

import (
	"regexp"
	"strings"
	"sync"
)

// The shapes of lines that stand on news pages beside the article. They are
// words that pages of all publishers share, never lines of one page. Patterns
// are compiled when first used, since most runs of the program read no page.

// pattern compiles a regular expression that ignores case, at its first use.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)` + expr) })
}

var (
	copyrightLine = pattern(`^(©|\(c\) ?(19|20)\d\d|copyright\b)|\ball rights reserved\b`)

	// Where the readers begin to speak.
	commentLabel = pattern(`^(((post|article|story) with )?(no|\d[\d,]*) comments?( yet| so far)?|(readers'? |reader |top |all |latest )?comments?( ?\(\d+\)| closed| \d+)?|(leave|post|write|add) (a|your) (comment|reply)|join the (conversation|discussion|debate)|have your say|what readers (say|think)|your (comments|views)|(view|show|read) (all )?(\d+ )?comments)[.:!]?$`)

	// Offers of the publisher to the reader.
	promoOpening = pattern(`^(sign up|subscribe|get |join |follow |support |download |register|become |receive |enter your|donate|click |tap |like us|don['’]t miss|never miss|stay (up|in|on|informed|connected)|want (more|to)|enjoy(ed|ing)? |already a|log ?in|unlock|start your|thank you for reading|thanks for reading|you have \w+ |you['’]ve read|this (article|content|story) is (for|available to) |listen to |if you (like|enjoy|value)|help us|send us|have a (story|tip|news tip)|got a (story|tip|news tip)|do you have )`)
	promoObject  = pattern(`\b(newsletters?|in ?box|e-?mail|our app|the app|subscri\w+|our journalism|journalism|notifications?|podcasts?|whatsapp|telegram|twitter|facebook|instagram|youtube|tiktok|breaking news alerts|alerts|free (trial|articles?)|account|membership|member|supporter|unsubscribe|tips?|newsroom|latest news|daily briefing|morning briefing)\b`)
	followLine   = pattern(`\bfollow (her|him|them|us|me|@\w+) (on|at)\b`)
	cookieNotice = pattern(`\b(we|site|website) uses? cookies\b|\baccept (all )?cookies\b|\bcookie (policy|settings)\b|\benable javascript\b|\bprivacy policy\b.*\bterms\b`)

	// Short lines of the page itself.
	pageLine     = pattern(`^(advertisement|advert|ad|sponsored( content)?|promoted|story continues( below)?( advertisement)?|continue reading( the main story)?|article continues( below)?( ad| advertisement)?|skip to (main )?content|loading\W*|(share|print|email|save|listen to|bookmark)( (this|the))?( (article|story|page|post))?|share (on|via) .*|(\d+|one|two|three) ?(min|minutes?) read|reading time.*|(updated |published |posted )?(\d+|an?) (seconds?|minutes?|hours?|days?|weeks?) ago|back to top|next|previous|(view|show|load|see) more|more|menu|search|home|sign in|log in|my account|the end|ends?|-? ?30 ?-?|to be continued|breaking( news)?|exclusive|live updates?|watch live|most (read|viewed|popular|shared)|trending( now)?|top stories|latest( news)?|file(d)? (under|in):? .*|(tags?|topics?|keywords|categories|sections?):.*|(posted|filed) (in|under) .*|page \d+( of \d+)?|\d+ (shares?|likes?|views?)|for immediate release|notes? to editors:?|about the author|media contacts?:?|press contacts?:?|contacts?:?|end of (story|article|release)|audio( only)?|video( only)?|(add|make) .* preferred source.*)[.!]?$`)
	reportCredit = pattern(`^[(\[]?((additional |further )?(reporting|writing|editing|research|production|translation|compiled|edited|written) (and \w+ )?by\b|with (agencies|files from|reporting by)\b|source: \w+)`)
	contactLine  = pattern(`[a-z0-9._-]+@[a-z0-9-]+\.[a-z.]+|\btel(ephone)?\b[.:]? ?[+(\d]|\bphone:|\+\d[\d ()-]{7,}`)
	addressOnly  = pattern(`^(source: ?|link: ?|url: ?)?(https?://|www\.)\S+$`)
	socialWord   = pattern(`^(facebook|twitter|x|instagram|youtube|linkedin|pinterest|whatsapp|telegram|reddit|tiktok|google|google ?(\+|plus)|e-?mail|print|share|tweet|pin|copy|link|rss|messenger|bluesky|mastodon|threads|save|bookmark|post|flipboard|tumblr|like|reply|via|on|this|or|and|more)$`)
	crumbTrail   = pattern(`^[^.?!]{2,40}( ?[>›»/|] ?[^.?!>›»/|]{2,60})+$`)

	// Other stories.
	relatedOpening = pattern(`^(watch|read( more| also| next| now)?|also read|related( story| stories| article| articles| coverage| video| reading)?|see also|see more|more( on this| from [^:]{1,40}| on [^:]{1,40})?|listen( now)?|video|videos|gallery|photos|in pictures|pictures|photo gallery|explainer|explained|opinion|analysis|live|live updates|don['’]t miss|recommended|also|next|previous|up next|from the archives?|editor['’]s pick|must read|in depth|podcast|quiz|you may (also )?like|further reading|background|earlier|catch up|who['’]s who|timeline|interactive|fact check) ?(:|\||–|—|>>|»|►|▶) ?\S`)
	relatedLabel   = pattern(`^(related( story| stories| article| articles| coverage| content| links| reading| topics| news)?|read (more|also|next)|also read|see also|more (on this( story| topic)?|from [^:]{1,40}|stories|news|like this|coverage)|more in [^:]{1,40}|you (may|might) (also )?(like|be interested in)|recommended( for you| stories| reading)?|don['’]t miss|further reading|most (read|popular|viewed|shared)|trending( now)?|top stories|latest (news|stories|headlines)|editor['’]s picks?|(today|this week)['’]s (top|best) .{1,30}|what to read next|up next|in other news|elsewhere|next up|also in the news|other (stories|news)|around the web|promoted stories|from the archives?) ?(:|»|>>|›|…|\.\.\.)?$`)

	// Pictures.
	pictureCredit = pattern(`(^|[\s.|(\[/–—-])[(\[|]? ?(file |ap |afp |handout |courtesy |stock |archive )?(photo|photos|photograph|photography|picture|pictures|image|images|illustration|graphic|video still|credit|credits|pic)s?( credit| courtesy| by)?( of)?( ?[:/©] ?| by )([^.!?]|\b[a-z]\.){2,80}[.)\]]*$|[(\[](photo|photograph|picture|image|courtesy)[^)\]]{2,80}[)\]]\.?$|[(\[|] ?(courtesy|handout)( of)? [^)\]]{2,60}[)\]]?$|[(\[](ap|afp|reuters|getty|epa|pa|dpa) ?(photo|images?)?/[^)\]]{2,60}[)\]]\.?$`)
	pictureLabel  = pattern(`^[(\[]?(file |archive |stock )?(photo|photos|picture|pictures|photograph|image|caption|image caption|photo caption|pictured|figure|fig\. ?\d+|figure \d+|map|above|below|graphic|chart)( \d+)?( \(file\))?[)\]]? ?[:|–—] ?\S`)
	creditOnly    = pattern(`^[(\[]?(file |ap |afp |handout |courtesy |archive )?(photo|photograph|picture|image|illustration|graphic|credit)s?( credit| courtesy| by)?( of)?( ?[:/©] ?| by )([^.!?]|\b[a-z]\.){2,60}[)\]]?\.?$`)

	timeOnly = pattern(`^\[?([01]?\d|2[0-3])([:.h][0-5]\d)? ?(a\.?m\.?|p\.?m\.?)?( ?(gmt|utc|bst|est|edt|et|pt|cet|local time))?\]?( ?[-–—|•])?$`)
)

// isPromo tells whether a publisher speaks to its reader: an invitation to do
// something, and the thing offered. Reported speech is never taken for one.
func isPromo(text string, s shape) bool {
	if s.words > 60 {
		return false
	}
	if mentions(text, "cookie", "javascript", "privacy") && cookieNotice().MatchString(text) {
		return true
	}
	if s.words > 45 || s.quoted || speaks(text) {
		return false
	}
	return promoOpening().MatchString(text) && promoObject().MatchString(text) ||
		mentions(text, "follow") && followLine().MatchString(text)
}

// mentions tells whether text has one of the words, without regard to case: a
// cheap question that saves long paragraphs the patterns.
func mentions(text string, words ...string) bool {
	text = strings.ToLower(text)
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// speaks tells whether somebody is reported to say something.
func speaks(text string) bool {
	for word := range strings.FieldsSeq(text) {
		switch strings.Trim(word, ",.;:") {
		case "said", "says", "told", "added", "asked", "tells":
			return true
		}
	}
	return false
}

// isMenu tells whether a line only names places to click: social networks, or
// sections with arrows or bars between them.
func isMenu(text string, s shape) bool {
	if s.words == 0 || s.words > 14 {
		return false
	}
	social := 0
	for word := range strings.FieldsSeq(text) {
		if !socialWord().MatchString(strings.Trim(word, ",.|•·-/:")) && hasLetter(word) {
			social = -1
			break
		}
		social++
	}
	if social > 0 {
		return true
	}
	return !s.ends && strings.ContainsAny(text, ">›»|") && crumbTrail().MatchString(text) && !pictureCredit().MatchString(text)
}

// isPageLine tells whether a line belongs to the page and not to the story,
// whatever stands around it.
func isPageLine(text string, s shape) bool {
	switch {
	case !hasLetter(text), addressOnly().MatchString(text), timeOnly().MatchString(text):
		return true
	case s.words > 60:
		return false
	case s.words <= 12 && (pageLine().MatchString(text) || commentLabel().MatchString(text)):
		return true
	case s.words <= 12 && !s.ends && updateLabel().MatchString(text) && len(findDates(text)) > 0:
		return true
	case s.words <= 40 && !speaks(text) && (copyrightLine().MatchString(text) || reportCredit().MatchString(text)):
		return true
	case s.words <= 30 && !speaks(text) && contactLine().MatchString(text):
		return true
	}
	return isPromo(text, s) || isMenu(text, s)
}

// isCaption tells whether a line describes a picture: it credits one at its
// end, or says that it is one, and has words beside the credit.
func isCaption(text string, s shape) bool {
	if s.words < 5 || s.words > 90 {
		return false
	}
	const longestCredit = 120
	end := text[max(0, len(text)-longestCredit):]
	credited := mentions(end, "photo", "pic", "image", "illustration", "graphic", "still", "credit", "courtesy", "handout", "/") &&
		pictureCredit().MatchString(end)
	return (credited || pictureLabel().MatchString(text)) && !creditOnly().MatchString(text)
}

// standsAlone tells whether a line is by its shape one of its own, never a
// part of a wrapped paragraph.
func standsAlone(line string) bool {
	if len(line) > 200 {
		return false
	}
	if _, ok := dateLine(line); ok {
		return true
	}
	return isByline(line) || creditOnly().MatchString(line) || commentLabel().MatchString(line) ||
		relatedOpening().MatchString(line) || timeOnly().MatchString(line) || headerLine().MatchString(line)
}
