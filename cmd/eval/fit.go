package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"onrecord/answer"
	"onrecord/news"
)

// fitRow is an article with questions and their answers.
type fitRow struct {
	Article    string
	Paragraphs []string
	Questions  []struct {
		ID, Question string
		Answers      []string
		Impossible   bool
		Trap         string
	}
}

// fitQuestion is a question with the sentences that may answer it.
type fitQuestion struct {
	article    int
	impossible bool
	other      bool // another article's: left out of the fit
	sentences  []answer.Signs
	holds      []bool // which of them hold a right answer
}

// fit fits the weights of package answer that choose a sentence and tell how sure
// it is to answer, on all articles, and prints them. It also prints how well
// weights fitted without an article do on it.
func fit(ctx context.Context, in io.Reader, out io.Writer) error {
	all, err := readFit(ctx, in)
	if err != nil {
		return err
	}
	articles := 0
	for _, q := range all {
		articles = max(articles, q.article+1)
	}
	var held []heldOut
	for a := range articles {
		order := fitOrder(all, a)
		sure := fitSure(all, a, order)
		for _, q := range all {
			if q.article == a {
				held = append(held, q.judge(order, sure))
			}
		}
	}
	w := bufio.NewWriter(out)
	report(w, held)
	order := fitOrder(all, -1)
	sure := fitSure(all, -1, order)
	fmt.Fprintf(w, "sentenceWeights %.2f\n", order)
	fmt.Fprintf(w, "sureBias %.2f sureWeights %.2f\n", sure.bias, sure.weights)
	return w.Flush()
}

func readFit(ctx context.Context, in io.Reader) ([]fitQuestion, error) {
	dec := json.NewDecoder(bufio.NewReader(in))
	var out []fitQuestion
	for article := 0; ; article++ {
		var row fitRow
		if err := dec.Decode(&row); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, fmt.Errorf("read article %d: %w", article+1, err)
		}
		asked, err := row.ask(ctx, article)
		if err != nil {
			return nil, fmt.Errorf("article %s: %w", row.Article, err)
		}
		out = append(out, asked...)
	}
	if len(out) == 0 {
		return nil, errors.New("no questions on standard input")
	}
	return out, nil
}

// ask finds the sentences that may answer the article's questions.
func (row *fitRow) ask(ctx context.Context, article int) ([]fitQuestion, error) {
	s, ref, err := libraryOf(ctx, row.Article, row.Paragraphs)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	engine := answer.New(s)
	var out []fitQuestion
	for _, q := range row.Questions {
		one := fitQuestion{article: article, impossible: q.Impossible, other: q.Trap == "other-article"}
		if one.sentences, err = engine.Signs(ctx, news.Question{Text: q.Question, Library: news.HomeLibrary, Article: ref.ID}); err != nil {
			return nil, fmt.Errorf("question %s: %w", q.ID, err)
		}
		for _, s := range one.sentences {
			one.holds = append(one.holds, holdsAny(s.Text, q.Answers))
		}
		out = append(out, one)
	}
	return out, nil
}

// holdsAny compares as the evaluation does: lower case, no marks, no articles.
func holdsAny(text string, answers []string) bool {
	text = bare(text)
	for _, a := range answers {
		if a = bare(a); a != " " && strings.Contains(text, a) {
			return true
		}
	}
	return false
}

// bare is text as it is compared, with a blank on both sides of each word.
func bare(s string) string {
	out := " "
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) && r != '\'' }) {
		if w != "a" && w != "an" && w != "the" {
			out += w + " "
		}
	}
	return out
}
