package retrieval

// expand adds the terms that may stand for the topic's words.
func (t *Topic) expand(text string) {}
