package retrieval

import (
	"os"
	"strconv"
)

var W = func() []float64 {
	w := []float64{1, 1, 0, 0.05, 3, 0.75}
	for i := range w {
		if v, err := strconv.ParseFloat(os.Getenv("W"+strconv.Itoa(i)), 64); err == nil {
			w[i] = v
		}
	}
	return w
}()

func (t *Topic) look(h *Hit, text string) {
	p := ReadPassage(text)
	best := 0.0
	for i := range p.Sentences {
		best = max(best, t.worth(p.In(i)))
	}
	h.add("sentence", float64(W[0]*best))
	h.add("pairs", float64(W[1]*t.pairs(p.Terms)))
}

// pairs scores words that stand together in the question and in the passage.
func (t *Topic) pairs(terms []Term) float64 {
	where := make([][]int, len(t.Words))
	pos := 0
	for _, term := range terms {
		if term.Kind == Joined {
			continue
		}
		for _, a := range t.alts[term.Text] {
			if a.share >= 0.5 {
				where[a.word] = append(where[a.word], pos)
			}
		}
		pos++
	}
	sum := 0.0
	for i := 0; i+1 < len(t.Words); i++ {
		near := 0.0
		for _, x := range where[i] {
			for _, y := range where[i+1] {
				switch d := y - x; {
				case d == 1:
					near = max(near, 1)
				case d == -1 || d == 2:
					near = max(near, 0.6)
				case d >= -3 && d <= 4:
					near = max(near, 0.3)
				}
			}
		}
		sum += float64(near * min(t.Words[i].Weight, t.Words[i+1].Weight))
	}
	return sum
}

func init() {
	for i := range shares {
		if v, err := strconv.ParseFloat(os.Getenv("S"+strconv.Itoa(i)), 64); err == nil {
			shares[i] = v
		}
	}
}
