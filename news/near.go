package news

import "cmp"

// Near is a paragraph that lies near something by its meaning, as vectors have
// it.
type Near struct {
	Article   Ref
	Paragraph int
	Score     int // the cosine in millionths
}

// Nearer is the order of what is near: the nearest first, then by article and
// paragraph. It is total within a library.
func Nearer(a, b Near) int {
	return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Article.ID, b.Article.ID), cmp.Compare(a.Paragraph, b.Paragraph))
}
