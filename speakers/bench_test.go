package speakers

import (
	"fmt"
	"strings"
	"testing"

	"onrecord/news"
)

// stories makes about size bytes of invented news; every tenth paragraph brings
// a new person.
func stories(size int) *news.Article {
	var ps []string
	for n, i := 0, 0; n < size; i++ {
		p := fmt.Sprintf("Harbour Minister Ana Brandt%c said on Thursday that the U.S. plan was late. “We have waited long enough,” she told the Coast Herald, adding that Mr. Okoro had promised more than he could keep.", 'a'+rune(i%26))
		if i%10 == 0 {
			p = fmt.Sprintf("Peter Okoro-%d, a spokesman for the Tidewater Trust, denied it. The spokesman, who joined in May, said: “He was there, and they were not.” Critics called the Department of Coastal Works slow.", i)
		}
		ps = append(ps, p)
		n += len(p)
	}
	return article(ps...)
}

func BenchmarkRead(b *testing.B) {
	for _, size := range []int{10 << 10, 100 << 10, 1 << 20, 10 << 20} {
		a := stories(size)
		b.Run(fmt.Sprintf("%dKB", size>>10), func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				Read(a)
			}
		})
	}
	marks := article(strings.Repeat("\" A", 1<<20))
	b.Run("marks", func(b *testing.B) {
		b.SetBytes(3 << 20)
		for b.Loop() {
			Read(marks)
		}
	})
	names := article(strings.Repeat("Ana Okoro and ", 1<<18))
	b.Run("names", func(b *testing.B) {
		b.SetBytes(14 << 18)
		for b.Loop() {
			Read(names)
		}
	})
	run := article(strings.Repeat("Okoro ", 1<<18))
	b.Run("one run", func(b *testing.B) {
		b.SetBytes(6 << 18)
		for b.Loop() {
			Read(run)
		}
	})
}

func BenchmarkWho(b *testing.B) {
	for _, size := range []int{10 << 10, 1 << 20} {
		a := stories(size)
		c := Read(a)
		p := a.Citable()[len(a.Citable())-2]
		at := strings.Index(p.Text, " she told") + 1
		b.Run(fmt.Sprintf("%dKB", size>>10), func(b *testing.B) {
			for b.Loop() {
				c.Who(news.Span{Article: a.Ref(), Paragraph: p.Number, Start: at, End: at + 3})
			}
		})
	}
}

func BenchmarkFind(b *testing.B) {
	cards := library()
	for i := range 1000 {
		cards = append(cards, card(fmt.Sprintf("Anton Person%d", i), "", news.Person))
	}
	b.ReportAllocs()
	for b.Loop() {
		Find("What did Ryabkow say about the ceasefire that Anton Person77 asked for?", cards)
	}
}

func BenchmarkReadHostile(b *testing.B) {
	for name, unit := range map[string]string{
		"the senator": "The senator. ",
		"Bob":         "Bob said. ",
		"he":          "He said he. ",
		"namesakes":   "A%d Smith. ",
	} {
		var text strings.Builder
		for i := 0; text.Len() < 1<<20; i++ {
			text.WriteString(strings.Replace(unit, "%d", fmt.Sprint("b", i), 1))
		}
		a := article(text.String())
		b.Run(name, func(b *testing.B) {
			b.SetBytes(1 << 20)
			for b.Loop() {
				Read(a)
			}
		})
	}
}
