package speakers

// ID derives a speaker's identifier from the fullest name, see [news.Speaker].
func ID(name string) string { return slug(name) }
