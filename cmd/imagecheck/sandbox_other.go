//go:build !linux

package main

import "errors"

func newSandbox(_, _ string) (engine, error) {
	return nil, errors.New("without docker or podman, running the image takes Linux")
}
