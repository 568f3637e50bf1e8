package news

// Evidence is a passage that may answer a question, as retrieval ranked it.
type Evidence struct {
	// Label counts from 1 within one request and means nothing outside it.
	Label int
	// Article and Reading are the stored version the passage stands in.
	Article *Article
	Reading *Reading
	// Paragraph is the passage's paragraph, by number.
	Paragraph int
	// Score orders evidence within one request, the greater the better.
	Score float64
}
