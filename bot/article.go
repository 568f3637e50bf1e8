package bot

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"onrecord/news"
	"onrecord/phrases"
)

// articleOption limits a command to one article.
var articleOption = Option{Name: "article", Description: "Only this article", Completes: true, MaxLength: 200}

// completeArticle offers the articles of the library whose title or ID holds
// what has been typed, newest first; what is filled in is the ID.
func completeArticle(ctx context.Context, p Pages, r Request) ([]Choice, error) {
	infos, err := p.Articles(ctx, r.Library)
	if err != nil {
		return nil, err
	}
	var out []Choice
	for _, a := range infos {
		if len(out) < maxChoices && named(a, r.Options[r.Typing]) {
			out = append(out, Choice{Name: clip(source(r.Tongue(), a, 70), 100), Value: a.ID})
		}
	}
	return out, nil
}

// article resolves the option: "" for all articles, else the ID or the address, or
// the title when only one fits, since people may send what they typed.
func article(ctx context.Context, p Pages, r Request) (string, error) {
	typed := strings.TrimSpace(r.Options[articleOption.Name])
	if typed == "" {
		return "", nil
	}
	infos, err := p.Articles(ctx, r.Library)
	if err != nil {
		return "", err
	}
	byAddress := ""
	if isAddress(typed) {
		byAddress = news.ArticleID(&news.Article{URL: typed})
	}
	var found []string
	for _, a := range infos {
		if a.ID == typed || byAddress != "" && a.ID == byAddress {
			return a.ID, nil
		}
		if named(a, typed) {
			found = append(found, a.ID)
		}
	}
	if len(found) == 0 && byAddress != "" {
		return "", phrases.Complain(news.ErrBadInput, "No article here has that address. It can be added with /article add.")
	}
	if len(found) == 0 {
		return "", phrases.Complain(news.ErrBadInput, "No article here fits “{title}”. Choose one from the list that shows while you type.", clip(plain(typed), 100))
	}
	if len(found) > 1 {
		return "", &phrases.Complaint{Said: phrases.Counted(len(found), "{n} article in this library fits “{title}”. Choose one from the list that shows while you type.",
			"{n} articles in this library fit “{title}”. Choose one from the list that shows while you type.", clip(plain(typed), 100))}
	}
	return found[0], nil
}

// isAddress tells whether a web address was typed.
func isAddress(typed string) bool {
	return strings.HasPrefix(typed, "https://") || strings.HasPrefix(typed, "http://")
}

// named tells whether what was typed fits an article: it begins its ID, or its
// words begin words of the title or the outlet's name. Accents don't matter.
func named(a news.ArticleInfo, typed string) bool {
	typed = folded(typed)
	if strings.HasPrefix(a.ID, typed) {
		return true
	}
	title := strings.FieldsFunc(folded(a.Title+" "+a.Outlet), notWordy)
	for _, word := range strings.FieldsFunc(typed, notWordy) {
		if !slices.ContainsFunc(title, func(t string) bool { return strings.HasPrefix(t, word) }) {
			return false
		}
	}
	return true
}

func notWordy(r rune) bool { return !wordy(r) }

// folded is text for comparing: in small letters, without accents.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(strings.TrimSpace(s)))
}
