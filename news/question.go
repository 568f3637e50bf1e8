package news

// Question is what somebody asked, and where the answer may come from.
type Question struct {
	// Text is the question as typed; data from a stranger.
	Text string
	// Library is the collection asked, see [HomeLibrary].
	Library string
	// Article limits the answer to one article by its ID; "" asks them all.
	Article string
}

// HomeLibrary is the library of the command line and of a bot that has not
// been told to keep one for each server.
const HomeLibrary = "home"
