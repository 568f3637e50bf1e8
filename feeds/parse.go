package feeds

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/mmcdole/gofeed"
)

// Bounds on what is read of a feed.
const (
	MaxBytes   = 3 << 20
	maxEntries = 200
	maxDepth   = 64 // of elements in each other
	maxTitle   = 300
)

// Listing is what a feed shows.
type Listing struct {
	Title   string
	Entries []Entry // in the feed's order, each address once
}

// Entry is one article that a feed names.
type Entry struct {
	// ID is a digest of the entry's own identifier, or of its address.
	ID        string
	Address   string
	Published time.Time // zero if unknown
}

// Parse reads an RSS, Atom or JSON feed that came from an address. Errors are
// sentences and wrap news.ErrBadInput.
func Parse(data []byte, from string) (l Listing, err error) {
	const unread = problem("This is no feed that can be read: RSS, Atom and JSON Feed are.")
	if len(data) > MaxBytes {
		return l, problem("This feed is larger than 3 MB; no outlet's list of new articles is.")
	}
	if gofeed.DetectFeedType(bytes.NewReader(data)) == gofeed.FeedTypeUnknown || tooDeep(data) {
		return l, unread
	}
	defer func() {
		if recover() != nil { // a stranger's file, and a library's parser
			l, err = Listing{}, unread
		}
	}()
	parsed, bad := gofeed.NewParser().Parse(bytes.NewReader(data))
	if bad != nil {
		return l, unread
	}
	base, bad := url.Parse(from)
	if bad != nil {
		return l, unread
	}
	l.Title = title(parsed.Title, base)
	seen := map[string]bool{}
	for _, item := range parsed.Items {
		if len(l.Entries) == maxEntries {
			break
		}
		if item == nil {
			continue
		}
		e := Entry{Address: address(base, item)}
		if e.Address == "" || seen[e.Address] {
			continue
		}
		seen[e.Address] = true
		e.ID = digest(cmp.Or(item.GUID, e.Address))
		switch {
		case item.PublishedParsed != nil:
			e.Published = item.PublishedParsed.UTC()
		case item.UpdatedParsed != nil:
			e.Published = item.UpdatedParsed.UTC()
		}
		l.Entries = append(l.Entries, e)
	}
	return l, nil
}

// address is where an entry's article stands, "" for none on the web.
func address(base *url.URL, item *gofeed.Item) string {
	for _, typed := range append([]string{item.Link}, append(item.Links, item.GUID)...) {
		typed = strings.TrimSpace(typed)
		if typed == "" || typed == item.GUID && !strings.HasPrefix(typed, "http") || len(typed) > 2000 || !utf8.ValidString(typed) {
			continue
		}
		u, err := base.Parse(typed)
		if err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
			u.Fragment = ""
			return u.String()
		}
	}
	return ""
}

// title is a feed's own name, or its host's.
func title(s string, base *url.URL) string {
	s = strings.Join(strings.Fields(strings.ToValidUTF8(strings.ReplaceAll(s, "\x00", ""), "")), " ")
	if r := []rune(s); len(r) > maxTitle {
		s = string(r[:maxTitle-1]) + "…"
	}
	return cmp.Or(s, base.Hostname())
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:10])
}

// newest are the latest entries of a listing, at most n: by their dates, those
// without one in the feed's order behind.
func (l Listing) newest(n int) []Entry {
	list := slices.Clone(l.Entries)
	slices.SortStableFunc(list, func(a, b Entry) int { return b.Published.Compare(a.Published) })
	return list[:min(n, len(list))]
}

// tooDeep tells whether elements or objects stand in each other deeper than in
// any feed: a parser may spend a stack frame on each.
func tooDeep(data []byte) bool {
	depth := 0
	text := bytes.TrimLeft(data, " \t\r\n\xef\xbb\xbf")
	if bytes.HasPrefix(text, []byte("{")) {
		for _, c := range text {
			switch c {
			case '{', '[':
				depth++
			case '}', ']':
				depth--
			}
			if depth > maxDepth {
				return true
			}
		}
		return false
	}
	for i := 0; i+1 < len(text); i++ {
		if text[i] != '<' {
			continue
		}
		switch {
		case bytes.HasPrefix(text[i:], []byte("<![CDATA[")):
			end := bytes.Index(text[i:], []byte("]]>"))
			if end < 0 {
				return false
			}
			i += end
		case text[i+1] == '/':
			depth--
		case text[i+1] == '!' || text[i+1] == '?':
		default:
			end := bytes.IndexByte(text[i:], '>')
			if end < 0 {
				return false
			}
			if text[i+end-1] != '/' {
				depth++
			}
			i += end
		}
		if depth > maxDepth {
			return true
		}
	}
	return false
}
