package store

import (
	"context"
	"database/sql"
)

// dialect is what differs between the databases. Statements are written once,
// with ? for parameters, and kept to what both understand.
type dialect struct {
	schema  string                              // its folder under schema/
	rebind  func(query string) string           // spells the parameters
	lock    string                              // a statement that lets one process migrate at a time, "" if the transaction does
	tables  string                              // lists the tables there are, by name
	writers int                                 // how many may write at a time; the others queue in the process, holding no connection
	join    string                              // joins the bytes of a conflicting row to the one that is there
	again   func(err error) bool                // tells whether reading may be tried again at once, on another connection
	explain func(name string, err error) string // a sentence for an error people can mend, else ""
	steady  sql.IsolationLevel                  // of a transaction that sees one moment however long it reads
	listed  string                              // a parameter that holds a list in JSON as rows with a value each
	among   string                              // compares with the texts of such a list
	clock   string                              // the database's time in Unix milliseconds
	shared  bool                                // several machines can use it
	given   string                              // lets an INSERT choose what the database would number itself

	// goOn lets such numbers go on after the highest there is.
	goOn func(ctx context.Context, tx *sql.Tx) error
}
