package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// settings reads the environment; nothing else in the program does. A variable
// of the process wins over the same one in the file .env of the working
// directory, and an empty variable counts as unset. Complaints are collected,
// so that everything wrong is reported at once.
type settings struct {
	getenv     func(string) string
	complaints []error
}

// newSettings returns the settings of the environment and .env.
func newSettings(getenv func(string) string) (*settings, error) {
	file, err := readDotEnv(".env")
	if err != nil {
		return nil, err
	}
	return &settings{getenv: func(name string) string {
		if v := getenv(name); v != "" {
			return v
		}
		return file[name]
	}}, nil
}

// homeConfig is what every command needs to know.
type homeConfig struct {
	// db names the library's file, "" for the one in dataDir.
	db string
	// dataDir is onrecord's folder among the user's data, "" when the
	// environment names no home.
	dataDir string
	// plain asks for output without colours and wrapping.
	plain bool
}

func (s *settings) home() homeConfig {
	return homeConfig{
		db:      s.getenv("ONRECORD_DB"),
		dataDir: s.dataDir(runtime.GOOS),
		plain:   s.getenv("NO_COLOR") != "" || s.getenv("TERM") == "dumb",
	}
}

// dataDir follows the XDG base directory specification, which has relative
// paths ignored, and each other system's own custom.
func (s *settings) dataDir(goos string) string {
	if dir := s.getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "onrecord")
	}
	if goos == "windows" {
		if dir := s.getenv("LOCALAPPDATA"); dir != "" {
			return filepath.Join(dir, "onrecord")
		}
		return ""
	}
	home := s.getenv("HOME")
	switch {
	case home == "":
		return ""
	case goos == "darwin":
		return filepath.Join(home, "Library", "Application Support", "onrecord")
	}
	return filepath.Join(home, ".local", "share", "onrecord")
}

// discordConfig is what serve needs to know beside.
type discordConfig struct {
	token secret
	level slog.Level
}

// discord returns the settings of serve, or every complaint about them.
func (s *settings) discord() (discordConfig, error) {
	c := discordConfig{
		token: s.secret("DISCORD_TOKEN"),
		level: s.level("ONRECORD_LOG"),
	}
	return c, errors.Join(s.complaints...)
}

func (s *settings) complain(format string, args ...any) {
	s.complaints = append(s.complaints, fmt.Errorf(format, args...))
}

// secret reads a setting that is never printed: from the variable, or from the
// file that the variable with _FILE names, as container secrets come.
func (s *settings) secret(name string) secret {
	value, path := s.getenv(name), s.getenv(name+"_FILE")
	switch {
	case path == "":
		return keep(strings.TrimSpace(value))
	case value != "":
		s.complain("%s and %s_FILE are both set: keep one of them", name, name)
		return secret{}
	}
	data, err := readSmall(path)
	if err != nil {
		s.complain("%s_FILE names a file that can't be read: %w", name, err)
		return secret{}
	}
	value = strings.TrimSpace(string(data))
	if value == "" {
		s.complain("%s_FILE names a file with nothing in it: %s", name, path)
	}
	return keep(value)
}

// readSmall reads the start of a file, more than any secret needs.
func readSmall(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	const most = 16 << 10
	return io.ReadAll(io.LimitReader(f, most))
}

// level reads how much is logged, slog.LevelInfo when unset.
func (s *settings) level(name string) slog.Level {
	var l slog.Level
	if v := s.getenv(name); v != "" && l.UnmarshalText([]byte(v)) != nil {
		s.complain("%s is %q: use debug, info, warn or error", name, v)
	}
	return l
}
