package answer

import (
	"math/rand/v2"
	"strings"
	"testing"

	"onrecord/news"
)

// leanOn are the quotations that properties are tested with.
var leanOn = []source{ryabkov, holt, denial, voice, mixed}

// FuzzGuard: a sentence that passes begins with who says it, and every name,
// figure, no and condition in the rest stands in the quotation, as often at most.
func FuzzGuard(f *testing.F) {
	for _, s := range leanOn {
		f.Add("Ryabkov said that Russia would support a 48-hour ceasefire.", s.content)
		f.Add("The article says that "+s.content, s.content)
	}
	f.Fuzz(func(t *testing.T, prose, content string) {
		for _, s := range leanOn {
			s.content = content
			if guard(prose, []source{s}) == NoObjection {
				passes(t, prose, s)
			}
		}
	})
}

// passes holds a sentence that the guard let pass to what it promises.
func passes(t *testing.T, prose string, s source) {
	t.Helper()
	rest, ok := s.attributed(prose)
	if !ok {
		t.Fatalf("%q passes without saying whose words it retells", prose)
	}
	if strings.ContainsAny(prose, "<>@#*_~|`[]{}\\\n") || strings.Contains(prose, "://") {
		t.Fatalf("%q passes with markup in it", prose)
	}
	left := map[string]int{}
	for _, w := range readWords(s.content) {
		left[w.fold]++
		left["~"+w.stem]++
	}
	for _, w := range readWords(rest) {
		if w.free {
			continue
		}
		key := w.fold
		if !w.digit && !w.capital && !w.turns() {
			key = "~" + w.stem
		}
		if left[key]--; left[key] < 0 && left[w.fold] <= 0 && left["~"+w.stem] <= 0 {
			t.Fatalf("%q passes over %q, which lacks %q", prose, s.content, w.fold)
		}
	}
}

// TestGuardOneChange: whatever one word of a sentence that passes is taken out,
// put in or changed into, what still passes has no other name, figure or no than
// the quotation, and has none of its noes less.
func TestGuardOneChange(t *testing.T) {
	good := []struct {
		prose string
		lean  source
	}{
		{"Ryabkov said that Russia would support a 48-hour ceasefire to allow aid into Aleppo.", ryabkov},
		{"Holt said that they would keep all 312 of them in port until Friday.", holt},
		{"Holt said they don't think the boats are safe.", holt},
		{"Lavrov denied that Russian planes had bombed the convoy.", denial},
		{"The article says that the plan to close the old bridge will fail, analysts fear, unless the council finds $5m.", voice},
		{"Kirby called the strikes “a thinly disguised invitation” to extremists.", mixed},
	}
	others := strings.Fields("not never no if unless may might only Kirby Syria Monday 72 two opposed secretly and or but the a 1,000 $9m don't lied everyone he")
	r := rand.New(rand.NewPCG(7, 7))
	kept := 0
	for _, g := range good {
		if o := guard(g.prose, []source{g.lean}); o != NoObjection {
			t.Errorf("%q: %q", g.prose, o)
		}
		words := strings.Fields(g.prose)
		for range 3000 {
			changed := append([]string(nil), words...)
			i := r.IntN(len(words))
			switch r.IntN(4) {
			case 0:
				changed = append(changed[:i], changed[i+1:]...)
			case 1:
				changed[i] = others[r.IntN(len(others))]
			case 2:
				j := r.IntN(len(words))
				changed[i], changed[j] = changed[j], changed[i]
			default:
				changed = append(changed[:i], append([]string{others[r.IntN(len(others))]}, changed[i:]...)...)
			}
			prose := strings.Join(changed, " ")
			if guard(prose, []source{g.lean}) != NoObjection {
				continue
			}
			kept++
			passes(t, prose, g.lean)
			if turned(prose) != turned(g.prose) && g.lean.kind != news.Narration {
				t.Errorf("%q passes; %q has other noes", prose, g.prose)
			}
		}
	}
	if kept == 0 {
		t.Error("nothing passes: the test tests nothing")
	}
}

// turned are the noes of a sentence, in order.
func turned(prose string) string {
	var out []string
	for _, w := range readWords(prose) {
		if w.fold == "not" || w.fold == "never" || w.fold == "no" || w.fold == "if" || w.fold == "unless" || w.fold == "may" || w.fold == "only" {
			out = append(out, w.fold)
		}
	}
	return strings.Join(out, " ")
}

// FuzzReadReply: no reply is too wrong to be read or refused, and none names a
// passage that was not offered.
func FuzzReadReply(f *testing.F) {
	f.Add(`{"answers":true,"numbers":[1,2],"prose":[{"text":"x","from":[1]}]}`)
	f.Add("```json\n{\"numbers\":[9]}\n```")
	f.Fuzz(func(t *testing.T, text string) {
		const items = 3
		r, err := readReply(text, items)
		if err != nil {
			return
		}
		all := append([]int(nil), r.Numbers...)
		for _, p := range r.Prose {
			all = append(all, p.From...)
		}
		for _, n := range all {
			if n < 1 || n > items {
				t.Fatalf("%q names passage %d", text, n)
			}
		}
	})
}
