package news

// Gateway is how a bot's connection to Discord is split up.
type Gateway struct {
	Size      int // into how many shards
	Next      int // into how many it is about to be, 0 for no change
	Processes int // how many share in it
}
