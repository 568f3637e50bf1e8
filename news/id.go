package news

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
)

// ArticleID derives an article's identifier: from its address where it has one,
// the same for all that lead to its page, else from the words of its paragraphs.
// Eight letters and digits, such as "k3v7qa2m": short enough to type, the same on
// every machine and database.
func ArticleID(a *Article) string {
	seed := sameAddress(a.URL)
	if seed == "" {
		var b strings.Builder
		for _, p := range a.Paragraphs {
			b.WriteString(p.Text)
			b.WriteByte('\n')
		}
		seed = b.String()
	}
	sum := sha256.Sum256([]byte(seed))
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:5]))
}
