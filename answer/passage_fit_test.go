package answer

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"math"
	"os"
	"strings"
	"testing"
	"unicode"

	"onrecord/news"
	"onrecord/quotes"
	"onrecord/retrieval"
)

// The weights of passage.go and passage_sure.go come from
//
//	go test ./answer -run TestFitPassages -v -fit QA.jsonl
//
// where the file has the form of the evaluation's qa questions. It fits on the
// whole file, and reports how well weights fitted without an article do on it.
var fitFile = flag.String("fit", "", "file of questions to fit the weights of passages on")

// fitQuestion is a question with the sentences that may answer it.
type fitQuestion struct {
	article    int
	impossible bool
	other      bool // another article's: left out of the fit
	in         *inquiry
	sentences  []sentence
	holds      []bool // which sentences hold a right answer
}

func TestFitPassages(t *testing.T) {
	if *fitFile == "" {
		t.Skip("fits weights only when -fit names a file of questions")
	}
	all := readFit(t, *fitFile)
	articles := 0
	for _, q := range all {
		articles = max(articles, q.article+1)
	}
	var held []heldOut
	for a := range articles {
		w := fitSentences(all, a)
		bias, sure := fitSure(all, a, w)
		for _, q := range all {
			if q.article == a {
				held = append(held, q.judge(w, bias, sure))
			}
		}
	}
	report(t, held)
	w := fitSentences(all, -1)
	bias, sure := fitSure(all, -1, w)
	t.Logf("sentenceWeights %.2f", w)
	t.Logf("sureBias %.2f sureWeights %.2f", bias, sure)
}

func readFit(t *testing.T, path string) []fitQuestion {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	dec := json.NewDecoder(bufio.NewReader(f))
	var out []fitQuestion
	for article := 0; dec.More(); article++ {
		var row struct {
			Paragraphs []string
			Questions  []struct {
				Question   string
				Answers    []string
				Impossible bool
				Trap       string
			}
		}
		if err := dec.Decode(&row); err != nil {
			t.Fatal(err)
		}
		m, a := fitLibrary(row.Paragraphs)
		e := New(m)
		for _, q := range row.Questions {
			in := &inquiry{asked: asked{Text: q.Question, Topic: q.Question}, library: news.HomeLibrary, article: a.ID, bold: Balanced}
			if err := e.look(context.Background(), in, nil); err != nil {
				t.Fatal(err)
			}
			one := fitQuestion{article: article, impossible: q.Impossible, other: q.Trap == "other-article", in: in, sentences: in.sentences()}
			for _, s := range one.sentences {
				at := s.passage.Sentences[s.look.Sentence]
				one.holds = append(one.holds, holdsAny(s.passage.Text[at.Start:at.End], q.Answers))
			}
			out = append(out, one)
		}
	}
	return out
}

// fitLibrary is a library of one article.
func fitLibrary(paragraphs []string) (Library, *news.Article) {
	a := &news.Article{Title: "Article", Version: 1}
	for _, p := range paragraphs {
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{Kind: news.Body, Text: p})
	}
	news.NumberParagraphs(a.Paragraphs)
	a.ID = news.ArticleID(a)
	m := &oneArticle{}
	m.Memory.Add(a, quotes.Read(a))
	return m, a
}

// oneArticle is a library that knows no speakers.
type oneArticle struct{ retrieval.Memory }

func (*oneArticle) Articles(context.Context, string) ([]news.ArticleInfo, error) { return nil, nil }
func (*oneArticle) Cards(context.Context, string, string) ([]news.Card, error)   { return nil, nil }
func (*oneArticle) Credited(context.Context, string, string) ([]news.Ref, error) { return nil, nil }

// holdsAny compares as the evaluation does: lower case, no marks, no articles.
func holdsAny(text string, answers []string) bool {
	text = fitNorm(text)
	for _, a := range answers {
		if n := fitNorm(a); n != "  " && strings.Contains(text, n) {
			return true
		}
	}
	return false
}

func fitNorm(s string) string {
	out := " "
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) && r != '\'' }) {
		if w != "a" && w != "an" && w != "the" {
			out += w + " "
		}
	}
	return out
}

// fitSentences fits the order of sentences: a softmax over each question's
// sentences, by gradient descent with Adam (Kingma and Ba, 2015).
func fitSentences(all []fitQuestion, without int) [fromFeatures]float64 {
	var w, m, v [fromFeatures]float64
	for step := 1; step <= 400; step++ {
		var g [fromFeatures]float64
		n := 0.0
		for _, q := range all {
			if q.article == without || q.impossible || q.other {
				continue
			}
			grad, ok := q.softmax(w)
			if !ok {
				continue
			}
			n++
			for i := range g {
				g[i] += grad[i]
			}
		}
		for i := range w {
			w[i] -= adam(&m[i], &v[i], g[i]/n+0.0005*w[i], step, 0.1)
		}
	}
	return w
}

func adam(m, v *float64, g float64, step int, rate float64) float64 {
	*m = 0.9**m + 0.1*g
	*v = 0.99**v + 0.01*g*g
	return rate * (*m / (1 - math.Pow(0.9, float64(step)))) / (math.Sqrt(*v/(1-math.Pow(0.99, float64(step)))) + 1e-9)
}

// softmax is the gradient of minus the log of the share of the sentences that hold.
func (q *fitQuestion) softmax(w [fromFeatures]float64) (g [fromFeatures]float64, ok bool) {
	var all, right float64
	p := make([]float64, len(q.sentences))
	for i := range q.sentences {
		z := 0.0
		for j, f := range q.sentences[i].features() {
			z += w[j] * f
		}
		p[i] = math.Exp(z)
		all += p[i]
		if q.holds[i] {
			right += p[i]
		}
	}
	if right == 0 || math.IsInf(all, 0) {
		return g, false
	}
	for i := range q.sentences {
		d := p[i] / all
		if q.holds[i] {
			d -= p[i] / right
		}
		for j, f := range q.sentences[i].features() {
			g[j] += d * f
		}
	}
	return g, true
}

// best is the sentence that the weights choose, -1 when there is none.
func (q *fitQuestion) best(w [fromFeatures]float64) int {
	best, most := -1, math.Inf(-1)
	for i := range q.sentences {
		z := 0.0
		for j, f := range q.sentences[i].features() {
			z += w[j] * f
		}
		if z > most {
			best, most = i, z
		}
	}
	return best
}

// fitSure fits the logistic regression of whether the chosen sentence answers.
func fitSure(all []fitQuestion, without int, w [fromFeatures]float64) (float64, [sureFeatures]float64) {
	var xs [][sureFeatures]float64
	var ys []float64
	for i := range all {
		q := &all[i]
		b := q.best(w)
		if q.article == without || q.other || b < 0 {
			continue
		}
		xs = append(xs, q.in.sureOf(&q.sentences[b]))
		y := 0.0
		if !q.impossible && q.holds[b] {
			y = 1
		}
		ys = append(ys, y)
	}
	var u, m, v [sureFeatures]float64
	bias, bm, bv := 0.0, 0.0, 0.0
	for step := 1; step <= 600; step++ {
		var g [sureFeatures]float64
		gb := 0.0
		for i, x := range xs {
			z := bias
			for j := range x {
				z += u[j] * x[j]
			}
			d := 1/(1+math.Exp(-z)) - ys[i]
			gb += d
			for j := range x {
				g[j] += d * x[j]
			}
		}
		n := float64(len(xs))
		bias -= adam(&bm, &bv, gb/n, step, 0.05)
		for j := range u {
			u[j] -= adam(&m[j], &v[j], g[j]/n+0.0005*u[j], step, 0.05)
		}
	}
	return bias, u
}

// heldOut is a question judged by weights that were fitted without its article.
type heldOut struct {
	sure              float64
	holds, impossible bool
	other             bool
	two               int     // 0 when the neighbour holds the answer and the best does not
	gap               float64 // by which the neighbour falls short
}

func dot(w, f [fromFeatures]float64) float64 {
	sum := 0.0
	for i := range w {
		sum += w[i] * f[i]
	}
	return sum
}

func (q *fitQuestion) judge(w [fromFeatures]float64, bias float64, u [sureFeatures]float64) heldOut {
	h := heldOut{impossible: q.impossible, other: q.other}
	b := q.best(w)
	if b < 0 {
		return h
	}
	z := bias
	for j, f := range q.in.sureOf(&q.sentences[b]) {
		z += u[j] * f
	}
	h.two = -1
	if n := neighbour(q.sentences, b); n >= 0 && !q.holds[b] && q.holds[n] {
		h.two = 0
	}
	if n := neighbour(q.sentences, b); n >= 0 {
		h.gap = dot(w, q.sentences[b].features()) - dot(w, q.sentences[n].features())
	} else {
		h.gap = 99
	}
	h.sure, h.holds = 1/(1+math.Exp(-z)), q.holds[b]
	return h
}

// report logs the risk and the coverage at each threshold.
func report(t *testing.T, held []heldOut) {
	var answerable, holds, all float64
	for _, h := range held {
		if !h.other {
			all++
		}
		if !h.impossible && !h.other {
			answerable++
			if h.holds {
				holds++
			}
		}
	}
	t.Logf("the best sentence holds the answer: %.1f", 100*holds/answerable)
	for _, gap := range []float64{0.25, 0.5, 0.75, 1, 1.25, 1.5, 2} {
		var two, more float64
		for _, h := range held {
			if h.impossible || h.other || h.gap > gap {
				continue
			}
			two++
			if h.two == 0 {
				more++
			}
		}
		t.Logf("with a neighbour within %.2f: %.1f hold the answer, %.1f show two", gap, 100*(holds+more)/answerable, 100*two/answerable)
	}
	for _, need := range []float64{0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8} {
		var shown, right, kept, others, refused float64
		for _, h := range held {
			switch {
			case h.other:
				others++
				if h.sure < need {
					refused++
				}
			case h.sure >= need:
				shown++
				if h.holds && !h.impossible {
					right++
				}
			case h.impossible:
				kept++
			}
		}
		t.Logf("needed %.2f: coverage %.1f precision %.1f accuracy %.1f, of other articles refused %.1f",
			need, 100*shown/all, 100*right/shown, 100*(right+kept)/all, 100*refused/others)
	}
}
