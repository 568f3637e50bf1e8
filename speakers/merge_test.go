package speakers

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"onrecord/news"
)

func at(c news.Card, day int, role string) news.Card {
	c.Role = role
	c.Roles = []news.RoleAt{{Role: role, At: time.Date(2016, 9, day, 0, 0, 0, 0, time.UTC)}}
	return c
}

func TestMerge(t *testing.T) {
	person := func(name string, day int, role string, aliases ...string) news.Card {
		return at(card(name, "", news.Person, aliases...), day, role)
	}
	for _, tc := range []struct {
		name string
		in   []news.Card
		want string // ID: name (newest role; older role) direct/articles [aliases]
	}{
		{"one speaker, roles newest first",
			[]news.Card{person("Ana Brandt", 1, "harbour minister", "Brandt"), person("Ana Brandt", 9, "prime minister", "Brandt")},
			"ana-brandt: Ana Brandt (prime minister; harbour minister) 2/2 [Brandt]"},
		{"a role once, at its newest date",
			[]news.Card{person("Ana Brandt", 9, "minister"), person("Ana Brandt", 1, "Minister")},
			"ana-brandt: Ana Brandt (minister) 2/2 []"},
		{"surname alone joins the only one",
			[]news.Card{person("Brandt", 3, "Minister"), person("Ana Brandt", 1, "harbour minister")},
			"ana-brandt: Ana Brandt (Minister; harbour minister) 2/2 [Brandt]"},
		{"surname alone stays where two could be meant",
			[]news.Card{person("Brandt", 3, "minister"), person("Ana Brandt", 1, "minister"), person("Lars Brandt", 1, "minister")},
			"ana-brandt: Ana Brandt (minister) 1/1 [] | brandt: Brandt (minister) 1/1 [] | lars-brandt: Lars Brandt (minister) 1/1 []"},
		{"surname alone stays where the roles differ",
			[]news.Card{person("Brandt", 3, "striker"), person("Ana Brandt", 1, "minister")},
			"ana-brandt: Ana Brandt (minister) 1/1 [] | brandt: Brandt (striker) 1/1 []"},
		{"a surname called Mr is no woman's",
			[]news.Card{person("Brandt", 3, "", "Mr Brandt"), person("Mary Brandt", 1, "minister")},
			"brandt: Brandt () 1/1 [Mr Brandt] | mary-brandt: Mary Brandt (minister) 1/1 []"},
		{"a surname called Ms is a woman's",
			[]news.Card{person("Brandt", 3, "", "Ms Brandt"), person("Mary Brandt", 1, "minister")},
			"mary-brandt: Mary Brandt (; minister) 2/2 [Ms Brandt Brandt]"},
		{"middle initial",
			[]news.Card{person("Peter J. Okoro", 3, "mayor"), person("Peter Okoro", 1, "mayor"), person("Peter Okoro", 2, "mayor")},
			"peter-okoro: Peter Okoro (mayor) 3/3 [Peter J. Okoro]"},
		{"father and son",
			[]news.Card{person("Martin Kroll Jr.", 3, "owner"), person("Martin Kroll", 1, "owner")},
			"martin-kroll: Martin Kroll (owner) 1/1 [] | martin-kroll-jr: Martin Kroll Jr. (owner) 1/1 []"},
		{"a person is no institution",
			[]news.Card{card("Carrow", "", news.Institution), card("Ana Carrow", "", news.Person)},
			"ana-carrow: Ana Carrow () 1/1 [] | carrow: Carrow () 1/1 []"},
		{"nobody", nil, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var got []string
			for _, c := range Merge(tc.in) {
				var roles []string
				for _, r := range c.Roles {
					roles = append(roles, r.Role)
				}
				got = append(got, fmt.Sprintf("%s: %s (%s) %d/%d %v", c.ID, c.Name, strings.Join(roles, "; "), c.Direct, c.Articles, c.Aliases))
			}
			if g := strings.Join(got, " | "); g != tc.want {
				t.Errorf("Merge gives\n%s\nwant\n%s", g, tc.want)
			}
		})
	}
}
