package ingest

import "strings"

var (
	pageLine = whole(
		// advertising, and the way past it
		`advertisement`, `advert`, `ad`, `sponsored( content)?`, `promoted`,
		`(story|article) continues( below)?( ad| advertisement)?`, `continue reading( the main story)?`,
		`skip to (main )?content`, `loading`, `back to top`, `next`, `previous`, `page \d+( of \d+)?`, `\d+ of \d+ ?\|?`,
		// what a reader may do
		`(share|print|email|save|listen to|bookmark)( (this|the))?( (article|story|page|post))?`, `share (on|via) .*`,
		`menu`, `search`, `home`, `sign in`, `log in`, `my account`, `(view|show|load|see) more|more`, `watch live`,
		`\d+ (shares?|likes?|views?)`, `(add|make) .* preferred source.*`,
		// when, and how long
		`(\d+|one|two|three) ?(min|minutes?) read`, `reading time.*`,
		`(updated |published |posted )?(\d+|an?) (seconds?|minutes?|hours?|days?|weeks?) ago`,
		// where it is filed
		`file(d)? (under|in):? .*`, `(posted|filed) (in|under) .*`, `(tags?|topics?|keywords|categories|sections?):.*`,
		// slugs, and the end of a release or a wire story
		`breaking( news)?`, `exclusive`, `live updates?`, `audio( only)?`, `video( only)?`, `for immediate release`,
		`the end`, `ends?`, `-? ?30 ?-?`, `end of (story|article|release)`, `to be continued`,
		`notes? to editors`, `about the author`, `(media |press )?contacts?`,
	)
	socialWord = whole(
		`facebook`, `twitter`, `x`, `instagram`, `youtube`, `linkedin`, `pinterest`, `whatsapp`, `telegram`, `reddit`, `tiktok`,
		`google ?(\+|plus)?`, `messenger`, `bluesky`, `mastodon`, `threads`, `flipboard`, `tumblr`, `e-?mail`, `print`, `share`, `tweet`,
		`pin`, `copy`, `link`, `rss`, `save`, `bookmark`, `post`, `like`, `reply`, `via`, `on`, `this`, `or`, `and`, `more`,
	)
	crumbTrail  = pattern(`^[^.?!]{2,40}( ?[>›»/|] ?[^.?!>›»/|]{2,60})+$`)
	timeOnly    = pattern(`^\[?([01]?\d|2[0-3])([:.h][0-5]\d)? ?(a\.?m\.?|p\.?m\.?)?( ?(gmt|utc|bst|est|edt|et|pt|cet|local time))?\]?( ?[-–—|•])?$`)
	addressOnly = pattern(`^(source: ?|link: ?|url: ?)?(https?://|www\.)\S+$`)
	contactLine = pattern(`[a-z0-9._-]+@[a-z0-9-]+\.[a-z.]+|\btel(ephone)?\b[.:]? ?[+(\d]|\bphone:|\+\d[\d ()-]{7,}`)

	copyrightLine = pattern(`^(©|\(c\) ?(19|20)\d\d|copyright\b)|© ?(19|20)\d\d|\ball rights reserved\b`)
	contributors  = pattern(`\bcontributed (reporting )?to this (report|story|article)\b`)
	// What the publisher says of its own page. A correction repeats the mistake,
	// so nobody should find it as an answer.
	correction = opening(
		`(corrections?|clarifications?)( \([^)]{1,40}\))? ?[:–—]`,
		`(this|an earlier version of this|a previous version of this) (article|story|report|post|page|piece) (was|has been|had|originally|incorrectly|mis\w+|gave|stated|said)\b`,
	)
	reportCredit = opening(
		`[(\[]?(additional |further )?(reporting|writing|editing|research|production|translation|compiled|edited|written) (and \w+ )?by\b`,
		`[(\[]?with (agencies|files from|reporting by)\b`, `[(\[]?source: \w+`, `our standards:`,
	)
)

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
	case s.words <= 40 && !speaks(text) && (copyrightLine().MatchString(text) || reportCredit().MatchString(text) || contributors().MatchString(text)):
		return true
	case correction().MatchString(text):
		return true
	case s.words <= 30 && !speaks(text) && contactLine().MatchString(text):
		return true
	}
	return isPromo(text, s) || isMenu(text, s)
}

// isMenu tells whether a line only names places to click: social networks, or
// sections with arrows or bars between them.
func isMenu(text string, s shape) bool {
	if s.words == 0 || s.words > 14 {
		return false
	}
	return onlySocial(text) ||
		!s.ends && strings.ContainsAny(text, ">›»|") && crumbTrail().MatchString(text) && !pictureCredit().MatchString(text)
}

func onlySocial(text string) bool {
	for word := range strings.FieldsSeq(text) {
		if hasLetter(word) && !socialWord().MatchString(strings.Trim(word, ",.|•·-/:")) {
			return false
		}
	}
	return true
}

// Offers of the publisher to the reader.
var (
	promoOpening = opening(
		`sign up`, `subscribe`, `get `, `join `, `follow `, `support `, `download `, `register`, `become `, `receive `, `enter your`, `donate`,
		`click `, `tap `, `like us`, `(don['’]t|never) miss`, `stay (up|in|on|informed|connected)`, `want (more|to)`, `enjoy(ed|ing)? `, `already a`,
		`log ?in`, `unlock`, `start your`, `thank(s| you) for reading`, `you have \w+ `, `you['’]ve read`, `listen to `, `help us`, `send us`,
		`this (article|content|story) is (for|available to) `, `(have|got) a (story|tip|news tip)`, `do you have `, `if you (like|enjoy|value)`,
	)
	promoObject = anywhere(
		`newsletters?`, `in ?box`, `e-?mail`, `(our|the) app`, `subscri\w+`, `unsubscribe`, `journalism`, `notifications?`, `podcasts?`, `alerts`,
		`whatsapp`, `telegram`, `twitter`, `facebook`, `instagram`, `youtube`, `tiktok`, `free (trial|articles?)`, `account`, `membership`, `member`,
		`supporter`, `tips?`, `newsroom`, `latest news`, `(daily|morning) briefing`,
	)
	reader       = anywhere(`you`, `your`)
	followLine   = pattern(`\bfollow (her|him|them|us|me|@\w+) (on|at)\b`)
	cookieNotice = anywhere(`(we|site|website) uses? cookies`, `accept (all )?cookies`, `cookie (policy|settings)`, `enable javascript`, `privacy policy\b.*\bterms`)
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
	if mentions(text, "follow") && followLine().MatchString(text) {
		return true
	}
	invites := promoOpening().MatchString(text) || !s.ends && reader().MatchString(text)
	return invites && promoObject().MatchString(text)
}
