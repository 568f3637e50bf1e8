package main

import "math"

// descent is gradient descent with Adam (Kingma and Ba, 2015): it moves weights
// against their gradients, a step at a time.
type descent struct {
	rate float64
	step int
	m, v []float64
}

func newDescent(weights int, rate float64) *descent {
	return &descent{rate: rate, m: make([]float64, weights), v: make([]float64, weights)}
}

func (d *descent) move(w, gradient []float64) {
	d.step++
	for i, g := range gradient {
		d.m[i] = 0.9*d.m[i] + 0.1*g
		d.v[i] = 0.99*d.v[i] + 0.01*g*g
		m, v := d.m[i]/(1-math.Pow(0.9, float64(d.step))), d.v[i]/(1-math.Pow(0.99, float64(d.step)))
		w[i] -= d.rate * m / (math.Sqrt(v) + 1e-9)
	}
}

// decay keeps weights small that few questions speak for.
const decay = 0.0005

// fitOrder fits the order of sentences, leaving an article out: a softmax over
// each question's sentences.
func fitOrder(all []fitQuestion, without int) []float64 {
	w := make([]float64, signs(all).order)
	d := newDescent(len(w), 0.1)
	for range 400 {
		g := make([]float64, len(w))
		n := 0.0
		for i := range all {
			q := &all[i]
			if q.article == without || q.impossible || q.other {
				continue
			}
			if q.softmax(w, g) {
				n++
			}
		}
		for i := range g {
			g[i] = g[i]/max(n, 1) + decay*w[i]
		}
		d.move(w, g)
	}
	return w
}

// softmax adds the gradient of minus the log of the share of the sentences that
// hold an answer; false where none does.
func (q *fitQuestion) softmax(w, g []float64) bool {
	var all, right float64
	p := make([]float64, len(q.sentences))
	for i := range q.sentences {
		p[i] = math.Exp(dot(w, q.sentences[i].Order))
		all += p[i]
		if q.holds[i] {
			right += p[i]
		}
	}
	if right == 0 || math.IsInf(all, 0) {
		return false
	}
	for i := range q.sentences {
		d := p[i] / all
		if q.holds[i] {
			d -= p[i] / right
		}
		for j, f := range q.sentences[i].Order {
			g[j] += d * f
		}
	}
	return true
}

// sureness is a logistic regression.
type sureness struct {
	bias    float64
	weights []float64
}

// of is how likely a sentence answers, 0 to 1.
func (s sureness) of(signs []float64) float64 {
	return 1 / (1 + math.Exp(-s.bias-dot(s.weights, signs)))
}

// fitSure fits whether the sentence that order chooses answers, leaving an article
// out.
func fitSure(all []fitQuestion, without int, order []float64) sureness {
	var xs [][]float64
	var ys []float64
	for i := range all {
		q := &all[i]
		b := q.best(order)
		if q.article == without || q.other || b < 0 {
			continue
		}
		y := 0.0
		if !q.impossible && q.holds[b] {
			y = 1
		}
		xs, ys = append(xs, q.sentences[b].Sure), append(ys, y)
	}
	s := sureness{weights: make([]float64, signs(all).sure)}
	bias, weights := newDescent(1, 0.05), newDescent(len(s.weights), 0.05)
	n := float64(max(len(xs), 1))
	for range 600 {
		g, gb := make([]float64, len(s.weights)), 0.0
		for i, x := range xs {
			d := s.of(x) - ys[i]
			gb += d
			for j := range x {
				g[j] += d * x[j]
			}
		}
		for j := range g {
			g[j] = g[j]/n + decay*s.weights[j]
		}
		b := []float64{s.bias}
		bias.move(b, []float64{gb / n})
		s.bias = b[0]
		weights.move(s.weights, g)
	}
	return s
}

// counts are how many signs there are of each sort.
type counts struct{ order, sure int }

func signs(all []fitQuestion) (n counts) {
	for _, q := range all {
		for _, s := range q.sentences {
			return counts{len(s.Order), len(s.Sure)}
		}
	}
	return n
}

// best is the sentence that the weights choose, -1 when there is none.
func (q *fitQuestion) best(w []float64) int {
	best, most := -1, math.Inf(-1)
	for i := range q.sentences {
		if z := dot(w, q.sentences[i].Order); z > most {
			best, most = i, z
		}
	}
	return best
}

func dot(w, f []float64) float64 {
	sum := 0.0
	for i := range w {
		sum += w[i] * f[i]
	}
	return sum
}
