package changes

import "onrecord/news"

// Standing says how a page stands to what a library has of it.
type Standing string

// The standings.
const (
	StillThere  Standing = "still there" // word for word
	Changed     Standing = "changed"
	Gone        Standing = "gone"        // the outlet has taken it down
	Unreachable Standing = "unreachable" // for now: nothing is known
)

// Report is what checking an article against its page found.
type Report struct {
	Article  news.ArticleInfo // as the library had it
	Standing Standing
	// Problem is why the page can't be reached or is gone, a sentence.
	Problem string
	// Newer is the version that was stored, when the page has changed.
	Newer news.Ref
	// Comparison tells how the two differ; zero unless Standing is Changed.
	Comparison Comparison
	// Quotes counts the quotations of the article.
	Quotes int
}
