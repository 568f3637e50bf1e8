package news

import "time"

// Card is one speaker across a library: what a list of speakers shows.
type Card struct {
	Speaker
	// Roles are the roles that articles give, newest article first, each once.
	Roles []RoleAt
	// Direct counts statements with the speaker's own words (direct or mixed),
	// Reported the paraphrases.
	Direct   int
	Reported int
	// Articles counts the articles that credit the speaker with something.
	Articles int
}

// RoleAt is a role and the newest date at which an article gave it.
type RoleAt struct {
	Role string
	At   time.Time
}
