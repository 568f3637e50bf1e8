package ingest_test

import (
	"strings"
	"testing"

	"onrecord/ingest"
	"onrecord/news"
)

// A page into whose top, middle or end the tests put a line.
const (
	headline = "Kestrel Bay votes to keep its lighthouse after all"
	body1    = "The council of Kestrel Bay voted on Monday to keep the lighthouse, which it had planned to sell for two years."
	body2    = "“It was never ours to sell,” said Mayor Oriel Banks, who had first proposed the sale and then voted against it."
	body3    = "The lighthouse was built in 1871 and has not shone since the war, according to the council's own records."
	body4    = "A decision on the keeper's cottage was put off until the autumn, and nobody expects it to be an easy one."
)

// kindOf reads a page with the line in it and says what the line became.
func kindOf(t *testing.T, where, line string) news.ParagraphKind {
	t.Helper()
	var parts []string
	switch where {
	case "top":
		parts = []string{line, headline, body1, body2, body3, body4}
	case "under the title":
		parts = []string{headline, line, body1, body2, body3, body4}
	case "middle":
		parts = []string{headline, body1, body2, line, body3, body4}
	case "end":
		parts = []string{headline, body1, body2, body3, body4, line}
	}
	a, err := ingest.File("page.txt", []byte(strings.Join(parts, "\n\n")+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Join(strings.Fields(line), " ")
	for _, p := range a.Paragraphs {
		if p.Text == want || "• "+p.Text == want || "- "+p.Text == want {
			return p.Kind
		}
	}
	t.Fatalf("%q is not on the page: %q", line, texts(a.Paragraphs))
	return ""
}

func TestKindOfALine(t *testing.T) {
	tests := []struct {
		where, line string
		want        news.ParagraphKind
	}{
		// The article's own words, short and odd ones among them.
		{"middle", "No one slept.", news.Body},
		{"middle", "“No,” she said.", news.Body},
		{"middle", "Why?", news.Body},
		{"middle", "The council set three conditions:", news.Body},
		{"middle", "• to paint the tower before the first of May", news.Body},
		{"middle", "Banks told the Kestrel Bay Post: “I read the newsletter, and I signed up for the debate.”", news.Body},
		{"middle", "Follow the money, the auditor told them, and they did.", news.Body},
		{"middle", "Share prices of Lantern Holdings fell by 4.2 percent on the news.", news.Body},
		{"middle", "Comments by the mayor angered the keepers' union.", news.Body},
		{"middle", "Published accounts show a debt of 40,000 crowns on 3 May 2025.", news.Body},
		{"middle", "By Tuesday evening, all eleven councillors had changed their minds.", news.Body},
		{"middle", "Watch the tower from the beach and you will see it lean.", news.Body},
		{"middle", "He photographed the lamp by hand and kept the picture in his office for years.", news.Body},
		{"middle", "The Vale Ferry Company, Lantern Holdings and Port Merrow Council all sent letters.", news.Body},
		{"middle", "Banks took 1,204 votes, Orrin Vale 1,198 and Tess Lomax 12.", news.Body},
		{"end", "The vote is final.", news.Body},
		{"under the title", "A town changes its mind, and its mayor with it.", news.Body},

		// Pictures.
		{"middle", "Mayor Oriel Banks at the lighthouse on Monday. Photo: Kestrel Bay Post", news.Caption},
		{"middle", "Mayor Oriel Banks at the lighthouse on Monday (Photo by Ada Lark)", news.Caption},
		{"middle", "The lighthouse in 1920. | Picture: Town Archive/A. Lark", news.Caption},
		{"middle", "FILE PHOTO: The lighthouse of Kestrel Bay, March 3, 2019. REUTERS/Ada Lark", news.Caption},
		{"middle", "Image caption: The keeper's cottage has stood empty for years", news.Caption},
		{"middle", "The lamp room, closed since 1944. Credit: Ada Lark", news.Caption},
		{"middle", "Banks waves to the crowd. (AP Photo/Ada Lark)", news.Caption},
		{"under the title", "The lighthouse seen from the sea on Sunday. [Image: Ada Lark]", news.Caption},
		{"middle", "Islanders wait for a boat on Tuesday morning. Ada Lark/Northern Wire", news.Caption},
		{"middle", "The council voted by 9 to 2, and the yes/no question that follows is not settled.", news.Body},
		{"middle", "Photo: Ada Lark", news.Furniture},
		{"middle", "(Photo by Ada Lark/Kestrel Bay Post)", news.Furniture},

		// Other stories.
		{"middle", "READ MORE: Ferry crews walk out in Port Merrow", news.Related},
		{"middle", "WATCH: The lamp is lit again", news.Related},
		{"middle", "Related: Why do lighthouses lean?", news.Related},
		{"middle", "Also read | Ten towers that were never sold", news.Related},
		{"middle", "Ferry Crews Walk Out in Port Merrow as Talks Fail", news.Related},
		{"middle", "Storm Warning Issued for Northern Coast", news.Related},
		{"middle", "Three fishermen rescued off Cape Dunmore after a night at sea", news.Related},
		{"end", "Ferry crews walk out in Port Merrow as talks fail", news.Related},
		{"end", "MORE FROM KESTREL BAY: The harbour that moved", news.Related},

		// Headings of this story.
		{"middle", "A long wait", news.Heading},
		{"middle", "What happens next", news.Heading},
		{"middle", "'We were wrong'", news.Heading},

		// The page.
		{"top", "Home > News > Kestrel Bay", news.Furniture},
		{"top", "Home | News | Sport | Weather", news.Furniture},
		{"top", "• Live", news.Furniture},
		{"top", "News", news.Furniture},
		{"top", "Skip to main content", news.Furniture},
		{"top", "We use cookies to give you the best experience on our website. By continuing you accept our privacy policy.", news.Furniture},
		{"under the title", "By Ada Lark", news.Furniture},
		{"under the title", "By ADA LARK and Bo de Quill, Political Editor", news.Furniture},
		{"under the title", "By our staff", news.Furniture},
		{"under the title", "29 September 2016", news.Furniture},
		{"under the title", "Published: Thursday, September 29, 2016 at 4:05 p.m. EDT", news.Furniture},
		{"under the title", "Updated 2 hours ago", news.Furniture},
		{"under the title", "5 min read", news.Furniture},
		{"under the title", "Facebook Twitter WhatsApp Email", news.Furniture},
		{"under the title", "12 Comments", news.Furniture},
		{"middle", "Advertisement", news.Furniture},
		{"middle", "Story continues below", news.Furniture},
		{"middle", "* * *", news.Furniture},
		{"middle", "Sign up for our morning newsletter", news.Furniture},
		{"middle", "Get the day's top stories in your inbox. Unsubscribe at any time.", news.Furniture},
		{"middle", "Support independent journalism: become a member today.", news.Furniture},
		{"middle", "https://kestrel-bay-post.example/lighthouse", news.Furniture},
		{"middle", "10.42am", news.Furniture},
		{"end", "Correction: an earlier version said that the lighthouse was built in 1781.", news.Furniture},
		{"end", "This article was amended on 3 May 2026 to correct the mayor's first name.", news.Furniture},
		{"middle", "This story has a lighthouse in it, and a council, and no heroes at all.", news.Body},
		{"end", "Post with no comments.", news.Furniture},
		{"end", "No comments yet", news.Furniture},
		{"middle", "People are also reading…", news.Furniture},
		{"middle", "Our morning email breaks down the stories of the day, telling you what is happening and why it matters", news.Furniture},
		{"end", "Ada Lark and Bo Quill contributed to this report.", news.Furniture},
		{"end", "Kestrel Sans & © 2016 Kestrel Bay Post.", news.Furniture},
		{"end", "© 2026 Kestrel Bay Post. All rights reserved.", news.Furniture},
		{"end", "(Reporting by Ada Lark; editing by Bo Quill)", news.Furniture},
		{"end", "Additional reporting by Bo Quill.", news.Furniture},
		{"end", "Tags: lighthouse, council, Oriel Banks", news.Furniture},
		{"end", "Follow Ada Lark on Twitter @adalark", news.Furniture},
		{"end", "Contact: Ada Lark, ada@kestrel-bay-post.example", news.Furniture},
		{"end", "-30-", news.Furniture},
		{"end", "Share this article", news.Furniture},
	}
	for _, tt := range tests {
		t.Run(tt.where+" "+tt.line, func(t *testing.T) {
			if got := kindOf(t, tt.where, tt.line); got != tt.want {
				t.Errorf("%q in the %s is %s, want %s", tt.line, tt.where, got, tt.want)
			}
		})
	}
}

// TestSections holds the lines that change what stands under them.
func TestSections(t *testing.T) {
	tests := []struct {
		name  string
		lines []string
		kinds string // first letters of the kinds of the lines
	}{
		{"comments to the end", []string{"3 comments", "gull77, 2 hours ago", "Banks said yesterday that he would sell it himself.", "Reply"}, "ffff"},
		{"stories under a label", []string{"Related stories", "Ferry crews walk out", "Why do lighthouses lean?", "Port Merrow Mourns Its Harbour Master"}, "frrr"},
		{"a caption under its source", []string{"Getty Images", "Oriel Banks at the lighthouse in May", "Reuters", "The keeper's cottage has stood empty"}, "fcfc"},
		{"a credit before a headline", []string{"Photo: Ada Lark", "Ferry crews walk out in Port Merrow"}, "fr"},
		{"captions that say so", []string{"Image source, Ada Lark", "Image caption, Oriel Banks at the lighthouse in May"}, "fc"},
		{"share list", []string{"Share this article", "• Facebook", "• X", "• Email"}, "ffff"},
		{"a list of the article", []string{"Three things were agreed:", "• the tower", "• the lamp and its glass", "• the keeper's cottage."}, "bbbb"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			page := strings.Join([]string{headline, body1, body2, body3, strings.Join(tt.lines, "\n\n")}, "\n\n")
			a, err := ingest.File("page.txt", []byte(page))
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, p := range a.Paragraphs[4:] {
				got += string(p.Kind[:1])
			}
			if got != tt.kinds {
				t.Errorf("kinds %q, want %q", got, tt.kinds)
			}
		})
	}
}

// TestProseAfterRelatedStories holds that a box of links in the middle does not
// swallow the rest of the article.
func TestProseAfterRelatedStories(t *testing.T) {
	page := strings.Join([]string{headline, body1, body2, "Read more", "Ferry crews walk out", "Why do lighthouses lean?", body3, body4}, "\n\n")
	a, err := ingest.File("page.txt", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(a.Citable()); n != 4 || a.Paragraph(4).Text != body4 {
		t.Errorf("%d citable paragraphs, want the four of the body: %q", n, texts(a.Citable()))
	}
}
