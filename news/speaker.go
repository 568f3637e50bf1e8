package news

// SpeakerKind says what sort of thing speaks.
type SpeakerKind string

// The kinds of speaker.
const (
	Person      SpeakerKind = "person"
	Group       SpeakerKind = "group"       // critics, Russian diplomats
	Country     SpeakerKind = "country"     // Syria, the U.S.
	Institution SpeakerKind = "institution" // the State Department
	Document    SpeakerKind = "document"    // a report, a statement
)

// Speaker is somebody or something that an article names, with every way in
// which the article names it.
type Speaker struct {
	// ID is derived from the fullest name ("sergei-ryabkov"), so that one
	// speaker has one ID in every article that gives the full name.
	ID string
	// Name is the fullest name that the article gives, without title or role.
	Name string
	// Role is what the article says the speaker is ("Russian Deputy Foreign
	// Minister"), "" if it does not.
	Role string
	Kind SpeakerKind
	// Aliases are the other ways in which the article names the speaker, in
	// order of first use, Name not among them.
	Aliases []string
}
