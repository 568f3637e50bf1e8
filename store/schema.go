package store

// Schema is the number of the schema that this program writes. A database with
// a lower one is brought up to date when it is opened, one with a higher one is
// refused.
func Schema() int {
	all, err := sqliteDialect.migrations()
	if err != nil {
		panic(err) // the files are compiled in
	}
	return len(all)
}
