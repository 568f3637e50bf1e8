package answer

import (
	"strings"
	"sync"
)

// A verb of saying or of holding a view, as questions use it.
type verb struct {
	base string
	// plain verbs say nothing of the content ("say", "talk about"); others do
	// ("blame", "demand") and count as a word of the topic.
	plain bool
	// noun tells that the form is as likely a noun or an adjective ("claim",
	// "the State Department's plans"): read as a verb only where no other is.
	noun bool
}

// verbs maps inflected forms to verbs. The list is the reporting verbs of
// English news style books with their regular and irregular forms, and the
// verbs with which people ask for a view.
var verbs = sync.OnceValue(func() map[string]verb {
	out := map[string]verb{}
	add := func(line string, v verb) {
		for _, group := range strings.Split(line, ";") {
			forms := strings.Fields(group)
			for _, f := range forms {
				v.base = forms[0]
				out[f] = v
			}
		}
	}
	add(`say says said saying sez; tell tells told telling; speak speaks spoke spoken speaking;
		talk talks talked talking; mention mentions mentioned mentioning; think thinks thought thinking;
		write wrote written writing writes; tweet tweeted tweets tweeting; respond responds responded responding;
		react reacts reacted reacting; feel feels felt feeling; stated stating; remarked remarking;
		commented commenting`, verb{plain: true})
	add(`state comment comments remark answer answers answered; express expresses expressed;
		report reported reporting; quote quoted; mean meant`, verb{plain: true, noun: true})
	add(`warn warns warned warning; argue argues argued arguing; believe believes believed believing;
		deny denies denied denying; threaten threatens threatened threatening; accuse accuses accused accusing;
		announce announces announced announcing; suggest suggests suggested suggesting;
		explain explains explained explaining; insist insists insisted insisting; predict predicts predicted predicting;
		propose proposes proposed proposing; criticize criticizes criticized criticizing;
		criticise criticises criticised criticising; condemn condemns condemned condemning; add adds added;
		admit admits admitted admitting; reveal reveals revealed revealing; dismiss dismisses dismissed dismissing;
		reject rejects rejected rejecting; oppose opposes opposed opposing; describe describes described describing;
		want wants wanted; agree agrees agreed agreeing; disagree disagrees disagreed; acknowledge acknowledges acknowledged;
		assert asserts asserted asserting; allege alleges alleged alleging; declare declares declared declaring;
		intend intends intended; vow vows vowed vowing; hope hopes hoped hoping; fear fears feared; expect expects expected;
		confirm confirms confirmed confirming; refute refutes refuted; defend defends defended defending;
		recommend recommends recommended; stress stressed stresses; emphasize emphasizes emphasized;
		complain complains complained; concede concedes conceded; contend contends contended; swear swears swore sworn;
		apologize apologizes apologized apologise apologised; apologizing; recall recalled recalls; refer refers referred;
		consider considers considered; justify justifies justified; characterize characterizes characterized;
		assure assures assured; maintain maintains maintained; support supported supports; refuse refuses refused;
		reply replies replied; praise praised praises; mock mocked mocks; joke joked`, verb{})
	add(`claim claims claimed claiming; call calls called calling; demand demands demanded demanding;
		blame blames blamed blaming; promise promises promised promising; urge urges urged urging;
		plan plans planned; pledge pledges pledged; attack attacks attacked; charge charged; ask asks asked asking;
		view views viewed; see sees saw seen; label labels labelled labeled; label; offer offers offered;
		request requests requested; order orders ordered; estimate estimates estimated; favor favors favored;
		favour favours favoured; welcome welcomes welcomed; credit credits credited; doubt doubts doubted;
		question questions questioned; put puts; use used uses; make makes made; give gives gave given`, verb{noun: true})
	return out
})

// views are the nouns with which people ask for what somebody holds.
var views = set(`position stance view views opinion reaction response comment comments take thoughts
	attitude statement statements remark remarks quote quotes quotation quotations words message claim claims argument
	answer explanation warning demand demands threat prediction stand criticism accusation reply description
	assessment explanation denial justification excuse plan proposal complaint`)

// wordsOwn may stand between a name and such a noun.
var wordsOwn = set(`exact own direct latest last full official public recent current actual main original stated`)

// showing are the words with which people ask to be shown something.
var showing = set(`give show find get send list read me us all any the`)

// fillers are words of a topic that name no topic.
var fillers = set(`anything something everything topic subject issue matter question thing things idea
	possibility situation regarding concerning about article story exactly precisely specifically
	statement statements comment comments remark remarks quote quotes quotation word words
	say said saying says tell told talk talking speak mention answer case point fact please`)

// auxiliaries open a question or stand before its subject.
var auxiliaries = set(`did does do has have had is was are were would will might could can should didn't doesn't
	hasn't isn't wasn't won't`)

// doing are the auxiliaries that a subject follows: "what did X say", where
// "what was said" has none.
var doing = set(`did does do has have had didn't doesn't hasn't`)

// nounFollows are the words after which a noun follows, whatever it looks like.
var nounFollows = set(`the a an his her its their our your my this these those every each some any no be being`)

// noName are words that no speaker's name has in it.
var noName = set(`if when while because do doing done be being been there than to that who which whose whom
	not into onto from about`)

// adverbs that stand between a name and its verb and belong to neither.
var adverbs = set(`also exactly actually really recently just ever publicly specifically reportedly then even
	currently now once already previously earlier later officially clearly explicitly still always never not`)

// people stand for whoever it was.
var people = set(`anyone anybody someone somebody people they everyone everybody officials-any any one else`)

// set makes a set of the words of a line.
func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}
