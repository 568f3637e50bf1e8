package news

// Claim is what becomes of a process's claim on an event.
type Claim struct {
	// Mine says that the event is the claimer's to deal with.
	Mine bool
	// Before is how many other processes have had it in hand and are no more.
	Before int
	// Done says that it has been dealt with. One that is neither done nor mine is
	// in another process's hand.
	Done bool
}

// Session is a session of one shard of a bot's gateway, as one needs to know it
// who takes it up.
type Session struct {
	Size, Shard int
	// ID is Discord's name for it, "" for none, and Address where Discord wants it
	// taken up, "" for anywhere.
	ID, Address string
	// Sequence is the number of the last event up to which all are dealt with.
	Sequence int64
	// Servers is how many servers it had when it was begun, and Intents what it
	// asked to be sent.
	Servers, Intents int
}
