package main

// dbCommand groups what is done with databases.
type dbCommand struct {
	Copy dbCopyCommand `cmd:"" help:"Copy every library of a database into another."`
}

func (dbCommand) Help() string {
	return "Example:\n\n    onrecord db copy my.db postgres://user@host/database"
}
