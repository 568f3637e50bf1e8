package speakers

// asking are words before the name of whoever is asked about.
var asking = set("did does do has had have was is would will could can should might that according to if whether or and")

// answering are words behind it: what people do with words, and their words.
var answering = set("say said says saying think thinks thought claim claims claimed tell told tells deny denied denies call called calls comment commented respond responded argue argued mention mentioned want wanted wants ask asked asks demand demanded explain explained react reacted describe described announce announced promise promised believe believed warn warned express expressed state stated talk talked speak spoke suggest suggested accuse accused blame blamed threaten threatened write wrote tweet tweeted refer referred insist insisted add added predict predicted view views opinion position stance reaction response words comments remarks statement statements view quote quotes criticize criticise support oppose agree discuss really ever also not publicly actually once hear heard made given issued put")

// asked tells whether the words [i, j) stand where a speaker is named.
func (f *finder) asked(i, j int) bool {
	before, after := "", ""
	k := i
	for k > 0 && i-k < longestName && (f.pg.low(k-1) == "the" || f.lx.roles[f.pg.low(k-1)].class != noRole || f.lx.modifiers[f.pg.low(k-1)]) {
		k--
	}
	if k > 0 {
		before = f.pg.low(k - 1)
	}
	if j < len(f.pg.tokens) {
		after = f.pg.low(j)
	}
	if k > 1 {
		switch earlier := f.pg.low(k - 2); before {
		case "by", "from", "of":
			if answering[earlier] {
				return true // "comments by Roe"
			}
		case "to":
			if earlier == "according" {
				return true
			}
		}
	}
	return answering[after] && (asking[before] || k == 0 || f.pg.tokens[j-1].is(possessive) || after == "said" || after == "says")
}
