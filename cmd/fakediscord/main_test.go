package main

import (
	"net"
	"strings"
	"testing"
)

// TestServeOnAnAddressInUse: nobody is sent to a page that is somebody else's.
func TestServeOnAnAddressInUse(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if err := serve(t.Context(), l.Addr().String()); err == nil || !strings.Contains(err.Error(), "-addr") {
		t.Errorf("error %v, want one that names -addr", err)
	}
}
