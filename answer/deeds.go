package answer

import (
	"onrecord/news"
)

// deedsOf keeps the statements that do what the question's verb says.
func (in *inquiry) deedsOf(cs []candidate) []candidate {
	var out []candidate
	for _, c := range cs {
		if in.verbAsked(c.st) {
			out = append(out, c)
		}
	}
	return out
}

// verbFits tells whether a statement may answer a question with that verb: who
// denied something is not whoever said it.
func (in *inquiry) verbFits(st *news.Statement) bool {
	switch in.Verb {
	case "deny", "refute", "reject", "dismiss":
		return st.Stance == news.Denied || st.Verb == "dismiss" || st.Verb == "reject" || st.Verb == "refute" || st.Verb == "dispute"
	}
	said := st.Stance == news.Denied && st.Verb != "dismiss" && verbs()[in.Verb].plain
	return !said
}

// verbAsked tells whether a statement answers a question that has only a verb:
// "What did Kerry threaten?" is not answered by what he merely said.
func (in *inquiry) verbAsked(st *news.Statement) bool {
	class := deeds[in.Verb]
	return class == "" || deeds[st.Verb] == class || class == "deny" && st.Stance == news.Denied ||
		class == "demand" && st.Stance == news.Demanded
}

// deeds groups the verbs that do something by saying it.
var deeds = func() map[string]string {
	out := map[string]string{}
	for class, list := range map[string]string{
		"deny": "deny reject refute dismiss dispute", "blame": "blame accuse criticize criticise condemn",
		"demand": "demand urge request order insist", "promise": "promise vow pledge", "threaten": "threaten warn",
		"praise": "praise welcome", "admit": "admit concede acknowledge apologize apologise",
	} {
		for w := range set(list) {
			out[w] = class
		}
	}
	return out
}()
