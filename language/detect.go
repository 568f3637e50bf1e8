package language

import (
	"strings"
	"sync"
	"unicode"
)

// Bounds on how much of a text is looked at: more would tell nothing more.
const (
	mostBytes = 20_000
	mostWords = 1_500
)

// Detect tells the language of a text, "" when it can't tell. It counts letters
// by script, then, among languages of one script, words that hardly any other
// language has.
func Detect(text string) string {
	if len(text) > mostBytes {
		text = strings.ToValidUTF8(text[:mostBytes], "")
	}
	switch s := scriptOf(text); s {
	case "Latn":
		return byWords(text, latin, 0.08)
	case "Cyrl":
		return cyrillic(text)
	case "Hans":
		return "zh"
	default:
		return scriptLanguage[s]
	}
}

// scriptLanguage names the language of a script that news in one language
// mostly has for itself.
var scriptLanguage = map[string]string{
	"Jpan": "ja", "Kore": "ko", "Thai": "th", "Grek": "el", "Arab": "ar", "Hebr": "he",
	"Deva": "hi", "Armn": "hy", "Geor": "ka", "Khmr": "km", "Laoo": "lo", "Mymr": "my",
}

// scriptOf is the script of most letters, "" for a text without any.
func scriptOf(text string) string {
	counts := map[string]int{}
	letters := 0
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		switch {
		case unicode.Is(unicode.Latin, r):
			counts["Latn"]++
		case unicode.Is(unicode.Cyrillic, r):
			counts["Cyrl"]++
		case unicode.Is(unicode.Hiragana, r), unicode.Is(unicode.Katakana, r):
			counts["Jpan"] += 3 // among Chinese characters a few tell
		case unicode.Is(unicode.Han, r):
			counts["Hans"]++
		case unicode.Is(unicode.Hangul, r):
			counts["Kore"]++
		default:
			for name, table := range others {
				if unicode.Is(table, r) {
					counts[name]++
				}
			}
		}
	}
	if counts["Jpan"] > 0 && counts["Jpan"]*4 >= counts["Hans"] {
		counts["Jpan"] += counts["Hans"]
	}
	best := ""
	for _, name := range scripts {
		if n := counts[name]; n*2 > letters && (best == "" || n > counts[best]) {
			best = name
		}
	}
	return best
}

var others = map[string]*unicode.RangeTable{
	"Thai": unicode.Thai, "Grek": unicode.Greek, "Arab": unicode.Arabic, "Hebr": unicode.Hebrew, "Deva": unicode.Devanagari,
	"Armn": unicode.Armenian, "Geor": unicode.Georgian, "Khmr": unicode.Khmer, "Laoo": unicode.Lao, "Mymr": unicode.Myanmar,
}

var scripts = []string{"Latn", "Cyrl", "Jpan", "Hans", "Kore", "Thai", "Grek", "Arab", "Hebr", "Deva", "Armn", "Geor", "Khmr", "Laoo", "Mymr"}

// cyrillic tells Russian from its neighbours, by letters that it has not.
func cyrillic(text string) string {
	switch {
	case count(text, "іїєґІЇЄҐ")*200 > len(text):
		if strings.ContainsAny(text, "ўЎ") {
			return "be"
		}
		return "uk"
	case strings.ContainsAny(text, "ђћџљњЂЋЏЉЊ"):
		return "sr"
	case strings.ContainsAny(text, "ѓќѕЃЌЅ"):
		return "mk"
	case count(text, "ыэЫЭ") == 0 && count(text, "ъЪ")*100 > len(text)/2:
		return "bg"
	}
	return byWords(text, []string{"ru"}, 0.05)
}

func count(text, letters string) int {
	n := 0
	for _, r := range text {
		if strings.ContainsRune(letters, r) {
			n++
		}
	}
	return n
}

// latin are the languages of the Latin script that words tell apart.
var latin = []string{"cs", "da", "de", "en", "es", "fi", "fr", "hu", "it", "nl", "no", "pl", "pt", "ro", "sv", "tr"}

// byWords is the language with the most words of its own, "" when they are less
// than that share of all words, or when another has nearly as many.
func byWords(text string, among []string, least float64) string {
	score := map[string]float64{}
	words := 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		if words++; words > mostWords {
			break
		}
		for _, l := range signs()[w] {
			score[l] += 1 / float64(len(signs()[w]))
		}
	}
	best, next := "", 0.0
	for _, l := range among {
		switch s := score[l]; {
		case best == "" || s > score[best]:
			if best != "" {
				next = score[best]
			}
			best = l
		case s > next:
			next = s
		}
	}
	if words == 0 || score[best] < float64(least*float64(words)) || score[best] < 1.2*next {
		return ""
	}
	return best
}

// signs are the languages in which a word is among the most frequent.
var signs = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for _, l := range append([]string{"ru"}, latin...) {
		for _, w := range strings.Fields(frequent[l]) {
			out[w] = append(out[w], l)
		}
	}
	return out
})

// frequent are the words that make up most of any text of a language and that
// few others have.
var frequent = map[string]string{
	"cs": `a aby ale bude byl byla bylo být do jak jako je jeho jejich jsou k kde která které který mezi na nebo o od po podle pro protože při s se si však ve v z za že i to tak také už`,
	"da": `af at blev blive da de den der det dette efter eller en er et for fra han har havde hun i ikke jeg kan man med men nogle når og om op over på sagde siger skal som så til ud under var ved vil hvad hvor også`,
	"de": `aber als am an auch auf aus bei bis das dass dem den der des die durch ein eine einem einen einer er es für gegen haben hat hatte ich im in ist mehr mit nach nicht noch nur oder sagte sei sein seine sich sie sind so über um und unter von vor war waren was wenn werden wie wir wird wurde wurden zu zum zur`,
	"en": `a about after all also an and are as at be been but by can could for from had has have he her his how if in into is it its more not of on one or other out over said she so some than that the their them there they this to up was we were what when which who will with would you`,
	"es": `a al ante como con contra cuando de del desde dijo donde el ella en entre era es esta este están fue ha había han hasta la las le lo los más muy no o para pero por porque que quien se según ser si sin sobre son su sus también todo un una y ya`,
	"fi": `ei että hän he hänen ja jo joka jos jotka kanssa kuin kun mukaan mutta myös niin nyt oli olivat on ovat sanoo se sekä sen siitä tai tämä vain vielä voi`,
	"fr": `a après au aussi aux avait avec ce ces cette comme dans de depuis des deux dit du elle en entre est et été être il ils la le les leur leurs lui mais même ne n'a nous on ont ou où par pas plus pour qu que qui sa sans se selon ses son sont sous sur un une`,
	"hu": `a az azt az be csak de egy el és ez ezt ha hogy is ki kell lehet már meg mert mint mondta nagy nem nincs pedig szerint van volt után`,
	"it": `a ai al alla alle anche che chi come con da dal dalla degli dei del della delle detto di dopo e è era gli ha hanno i il in la le lo loro ma nel nella non o per più prima quando questa questo se secondo si sono stata stato su sua sul suo tra un una`,
	"nl": `aan als bij dat de deze die dit door een en er geen had heeft hebben het hij hun in is kan maar meer met na naar niet nog nu of om onder ook op over te tegen tot uit van voor was wat we werd wordt worden zei ze zich zijn zou`,
	"no": `av at ble bli da de den der det dette etter eller en er et for fra han har hadde hun i ikke jeg kan man med men noe noen når og om opp over på sa sier skal som så til ut under var ved vil hva hvor også mot ha`,
	"pl": `a ale by był była było być co czy dla do go i ich jak jako jego jej jest jeszcze już która które który ma może na nie o od oraz po pod powiedział przed przez przy są się tak tego to tym w we z za że`,
	"pt": `a ao aos as até com como da das de depois disse do dos e é ela ele eles em entre era está foi foram há isso já mais mas na não nas no nos o os ou para pela pelo por quando que quem se segundo sem ser seu seus são sobre sua também tem um uma`,
	"ro": `a al ale au că care ce cu dar de din după ea el este fi fost în între la le lui mai mult nu o pe pentru prin sa să se sunt și un una unei ar`,
	"ru": `а без будет бы был была были было быть в все для до его ее если есть же за и из или их к как когда которые который мы на не него но о об он она они от по под после при с сказал со так также то только у уже что чтобы это я`,
	"sv": `att av blev bli de den det du efter eller en ett från för ha hade han har hon i inte jag kan man med men mot nu när och om på sa sade säger sedan sig sin ska som så till under upp ut vad var vid vill är över`,
	"tr": `ama ancak bir bu çok da daha de değil diye dedi en gibi göre için ile ise kadar ki ne o olan olarak oldu olduğunu sonra şu ve veya ya`,
}
