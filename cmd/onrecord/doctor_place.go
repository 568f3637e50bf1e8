package main

import (
	"context"
	"os"
	"path/filepath"

	"onrecord/terminal"
)

// leastSpace is what a library should have room for: some ten thousand articles,
// or one backup of a smaller one.
const leastSpace = 256 << 20

// checkPlace looks at the folder of the library: that it can be written to, and
// that there is room.
func checkPlace(_ context.Context, e *examination) finding {
	c, err := e.p.settings.library(e.p.db)
	if err != nil {
		return skip("its settings can't be read")
	}
	address, err := e.p.address(c)
	switch {
	case err != nil:
		return trouble("name a file with ONRECORD_DB", "%v", err)
	case isServer(address):
		return skip("the library is on a server")
	case address == inMemory:
		return skip("the library is in memory, and gone afterwards")
	}
	dir := filepath.Dir(address)
	f, err := os.CreateTemp(dir, ".onrecord-doctor-")
	if err != nil {
		return trouble("give whoever runs onrecord (user "+whoami()+") the folder: chown "+whoami()+" "+terminal.Clean(dir), "nothing can be written to %s: %s", terminal.Clean(dir), terminal.Clean(err.Error()))
	}
	_ = f.Close() // nothing was written
	_ = os.Remove(f.Name())
	free, known := freeSpace(dir)
	if known && free < leastSpace {
		return trouble("make room, or move the library to a larger disk and name it with ONRECORD_DB", "only %s are left in %s", megabytes(free), terminal.Clean(dir))
	}
	if !known {
		return fine("%s can be written to", terminal.Clean(dir))
	}
	return fine("%s can be written to and has room for %s", terminal.Clean(dir), megabytes(free))
}
