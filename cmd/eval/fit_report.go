package main

import (
	"fmt"
	"io"
	"math"
)

// heldOut is a question judged by weights that were fitted without its article.
type heldOut struct {
	sure              float64
	holds, impossible bool
	other             bool
	neighbourHolds    bool    // the sentence beside it has the answer, which it has not
	gap               float64 // by which that one falls short
}

// judge asks a question of weights.
func (q *fitQuestion) judge(order []float64, sure sureness) heldOut {
	h := heldOut{impossible: q.impossible, other: q.other, gap: math.Inf(1)}
	b := q.best(order)
	if b < 0 {
		return h
	}
	h.sure, h.holds = sure.of(q.sentences[b].Sure), q.holds[b]
	best := dot(order, q.sentences[b].Order)
	for _, n := range [...]int{b - 1, b + 1} {
		if n < 0 || n >= len(q.sentences) || q.sentences[n].Paragraph != q.sentences[b].Paragraph {
			continue
		}
		if gap := best - dot(order, q.sentences[n].Order); gap < h.gap {
			h.gap, h.neighbourHolds = gap, !h.holds && q.holds[n]
		}
	}
	return h
}

// report writes the risk and the coverage at each threshold.
func report(w io.Writer, held []heldOut) {
	var answerable, holds, all float64
	for _, h := range held {
		if h.other {
			continue
		}
		all++
		if !h.impossible {
			answerable++
			if h.holds {
				holds++
			}
		}
	}
	fmt.Fprintf(w, "the best sentence holds the answer: %.1f\n", percent(holds, answerable))
	for _, gap := range []float64{0.25, 0.5, 0.75, 1, 1.25, 1.5, 2} {
		var two, more float64
		for _, h := range held {
			if h.impossible || h.other || h.gap > gap {
				continue
			}
			two++
			if h.neighbourHolds {
				more++
			}
		}
		fmt.Fprintf(w, "with a neighbour within %.2f: %.1f hold the answer, %.1f show two\n", gap, percent(holds+more, answerable), percent(two, answerable))
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
		fmt.Fprintf(w, "needed %.2f: coverage %.1f precision %.1f accuracy %.1f, of other articles refused %.1f\n",
			need, percent(shown, all), percent(right, shown), percent(right+kept, all), percent(refused, others))
	}
}

// percent is a share of what there is, 0 of nothing.
func percent(part, of float64) float64 {
	if of == 0 {
		return 0
	}
	return 100 * part / of
}
