package quotes

import "strings"

// ambiguousClosed are words of the closed classes that are also verbs of
// attribution or nouns.
var ambiguousClosed = wordSet("like per given according including regarding following")

// closedClass gives the tag of the words whose classes take no new members.
var closedClass = func() map[string]tag {
	m := map[string]tag{}
	for _, c := range []struct {
		t     tag
		words string
	}{
		{tagDet, `the a an this these those some any no every each all both another such many several few most
			more less much half either neither other`},
		{tagNum, `one two three four five six seven eight nine ten eleven twelve dozen dozens hundreds hundred
			thousand thousands million billion trillion percent`},
		{tagPoss, `my your his her its our their whose 's`},
		{tagPron, `i you he she it we they me him us them himself herself itself themselves myself ourselves
			yourself everyone everybody someone somebody anyone anybody nobody nothing something everything
			anything none there`},
		{tagPrep, `of in on at by for with from into onto about against over under between among during
			through throughout toward towards upon within without across behind beyond despite near
			off outside inside around via amid alongside unlike per above below beside besides along past
			versus regarding following including plus minus like aboard except`},
		{tagAnd, `and or but nor yet & plus`},
		{tagSub, `because although though while whereas unless until if whether since as than after
			before lest so`},
		{tagWh, `who whom which what when where why how whoever whatever whenever wherever`},
		{tagThat, `that`},
		{tagAdj, `former retired longtime`},
		{tagTo, `to`},
		{tagNot, `not never n't`},
		{tagModal, `will would can could may might must shall should cannot won't wouldn't can't couldn't
			shouldn't mustn't mightn't 'll ought gonna`},
		{tagBe, `be am is are was were been being isn't aren't wasn't weren't 're 'm ain't`},
		{tagHave, `have has had having haven't hasn't hadn't 've`},
		{tagDo, `do does did don't doesn't didn't`},
		{tagAdv, `also then now later still already just only even again ever too very often always soon
			here instead perhaps maybe meanwhile however thus therefore rather quite almost nearly indeed
			once twice together apart ago away back down up out well far long first earlier yesterday
			today tomorrow tonight afterward afterwards sometimes seldom largely mostly not-so else`},
	} {
		for w := range strings.FieldsSeq(c.words) {
			if _, taken := m[w]; !taken {
				m[w] = c.t
			}
		}
	}
	return m
}()

// negations are auxiliaries that say no.
var negations = wordSet(`won't wouldn't can't couldn't shouldn't mustn't mightn't isn't aren't wasn't
	weren't ain't haven't hasn't hadn't don't doesn't didn't not never cannot n't`)

// hedges are modals under which nothing is reported as said.
var hedges = wordSet(`would could may might should can must 'd`)

// days and times may stand between a cue and what it brings.
var timeWords = wordSet(`monday tuesday wednesday thursday friday saturday sunday today yesterday tonight
	tomorrow earlier later recently again repeatedly afterward afterwards then ago once morning afternoon
	evening night week month year weekend january february march april may june july august september
	october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.`)
