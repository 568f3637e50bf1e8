package main

import "time"

// patience is how long tests wait for what happens: for so long only where it never
// does.
const patience = 2 * time.Minute

// crowdWaits is how many questions of a crowd wait for an answer at most: a slow
// machine is asked less, and not more than it can ever answer.
const crowdWaits = 64
