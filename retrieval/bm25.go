package retrieval

import "math"

// BM25's two parameters (Robertson and Zaragoza, The Probabilistic Relevance
// Framework, 2009): how soon repeating a word stops helping, and how far long
// paragraphs are held back.
const (
	bm25K1 = 1.2
	bm25B  = 0.75
)

// rarityPower flattens BM25's idf, which sets a word that one paragraph has too
// far above one that three have.
const rarityPower = 0.8

// rarity is how much a word tells that so many of the documents have: BM25's
// idf, flattened; always positive, 0 for an empty scope. It is rounded to
// millionths, since processors differ in the last bits of a logarithm.
func rarity(docs, with int) float64 {
	if docs == 0 {
		return 0
	}
	with = min(with, docs)
	idf := math.Log(1 + float64(float64(docs-with)+0.5)/float64(float64(with)+0.5))
	return math.Round(float64(math.Pow(idf, rarityPower)*1e6)) / 1e6
}

// saturate is BM25's share of a word that stands count times in a document
// that is norm times as long as the average.
func saturate(count, norm float64) float64 {
	if count == 0 {
		return 0
	}
	long := float64(1-bm25B) + float64(bm25B*norm)
	return float64(count*float64(bm25K1+1)) / (count + float64(bm25K1*long))
}
