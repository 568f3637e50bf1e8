package news

// Question is what somebody asked, and where the answer may come from.
type Question struct {
	// Text is the question as typed; data from a stranger.
	Text string
	// Library is the collection asked, see [HomeLibrary].
	Library string
	// Article limits the answer to one article by its ID; "" asks them all.
	Article string
	// Before is the question that this one may go on from, "" for none. Only a
	// language model reads it.
	Before string
}

// HomeLibrary is the library of the command line and of a bot that has not
// been told to keep one for each server.
const HomeLibrary = "home"

// ServerLibrary is the library of a Discord server.
func ServerLibrary(server string) string { return "server-" + server }

// UserLibrary is somebody's own library, for a bot that they installed for
// themselves.
func UserLibrary(user string) string { return "user-" + user }
