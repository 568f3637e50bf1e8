package bot

// Place is where something is asked, and by whom.
type Place struct {
	// Server is the server's ID, "" in direct and group messages.
	Server string
	// User is the ID of who asks.
	User string
	// UserInstalled tells that the bot is there only because this user added
	// it to their account: the server, if there is one, has not.
	UserInstalled bool
}
