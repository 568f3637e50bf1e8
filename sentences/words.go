package sentences

import "strings"

// The lists are our own, from the usage of English-language agencies.

// titles stand before a name or a number and end no sentence.
var titles = set(`mr mrs ms messrs dr prof gen sen sens rep reps gov govs lt col sgt capt cpl pvt maj adm
	cmdr rev hon pres amb asst atty det supt insp st mt ft vs v fr e.g i.e cf al approx dist sec dept rt`)

// months end a sentence only where a plain opening word follows.
var months = set(`jan feb mar apr jun jul aug sep sept oct nov dec`)

// either stand inside a sentence and at its end alike.
var either = set(`inc corp co ltd llc bros jr sr ph.d u.s u.n u.k e.u d.c a.m p.m etc ave blvd rd est
	ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev
	okla ore pa penn tenn tex vt va wash wis wyo n.h n.j n.m n.y n.c n.d s.c s.d r.i w.va dem univ assn`)

// starters are words that, capitalised, open a sentence rather than go on
// with a name.
var starters = set(`a about after again all also although among an and another any are as at back because
	before between both but by can could despite did do does during each earlier even every few first for
	from had has have he her here his how however i if in indeed instead is it its just last later like
	many meanwhile more moreover most much my neither no nobody nor not nothing now of on once one only
	or other others our over perhaps please since so some still such that the their then there these they
	this those though through thus to today two under unlike until was we were what when where whether
	which while who whose why will with without would yes yet you your`)

// tagVerbs are the commonest verbs after a quotation that is itself a
// question or an exclamation.
var tagVerbs = set(`said says asked asks wrote tweeted replied added shouted told exclaimed cried yelled
	demanded wondered continued joked quipped declared answered responded posted recalled`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
