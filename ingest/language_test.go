package ingest

import "testing"

func TestLanguage(t *testing.T) {
	const spanish = "El puerto de Kelmar fue cerrado después de la tormenta, y el transbordador no saldrá antes del lunes, según dijo Ilse Varga a los periodistas."
	for _, c := range []struct{ name, page, want string }{
		{"by its words", spanish, "es"},
		{"the page names another", "Language: en\n\n" + spanish, "es"},
		{"the page names a region", "Language: es-MX\n\n" + spanish, "es-MX"},
		{"too few words to tell", "Language: nl\n\nVarga zweeg in Kelmar, Vindholm.", "nl"},
		{"nothing tells", "Qanto velu miri stapo noru, Kelmar brasti velu qim.", ""},
		{"English", "The harbour of Kelmar was closed after the storm, and the ferry will not sail, said Ilse Varga.", "en"},
	} {
		a, err := File("page.txt", []byte("Title: Storm\n"+c.page))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if a.Language != c.want {
			t.Errorf("%s: %q, want %q", c.name, a.Language, c.want)
		}
	}
}
