package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"onrecord/answer"
)

// settings reads the environment; nothing else in the program does. A variable
// of the process wins over the same one in the file .env of the working
// directory, and an empty variable counts as unset. Complaints are collected,
// so that everything wrong is reported at once.
type settings struct {
	getenv     func(string) string
	source     func(string) string // where a variable that is set comes from
	complaints []error
	secrets    []string          // the names of those read so far that are never printed
	names      []string          // what is set in .env and in the process, others' variables included
	usual      map[string]string // what settings are that nobody has set, for who lists them
}

// newSettings returns the settings of the environment and .env.
func newSettings(getenv func(string) string) (*settings, error) {
	file, err := readDotEnv(".env")
	if err != nil {
		return nil, err
	}
	return &settings{
		names: slices.Collect(maps.Keys(file)),
		getenv: func(name string) string {
			if v := getenv(name); v != "" {
				return v
			}
			return file[name]
		},
		source: func(name string) string {
			if getenv(name) != "" {
				return "environment"
			}
			return ".env"
		},
	}, nil
}

// homeConfig is what every command needs to know.
type homeConfig struct {
	// dataDir is onrecord's folder among the user's data, "" when the
	// environment names no home.
	dataDir string
	// dumb is a terminal that shows lines as they come, and colourless one whose
	// user wants no colours.
	dumb, colourless bool
}

func (s *settings) home() homeConfig {
	return homeConfig{
		dataDir:    s.dataDir(runtime.GOOS),
		dumb:       s.getenv("TERM") == "dumb",
		colourless: s.getenv("NO_COLOR") != "",
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

// libraryConfig is what commands that open a library need to know.
type libraryConfig struct {
	// db is the address of the database, "" for a file in the data directory.
	// It may hold a password.
	db secret
	// boldness is how readily questions are answered.
	boldness answer.Boldness
}

// library returns the settings of the library, or every complaint about them.
// An address from the command line, db, goes before those of the environment.
func (s *settings) library(db string) (libraryConfig, error) {
	c := libraryConfig{db: keep(db), boldness: answer.Boldness(s.share("ONRECORD_BOLDNESS", float64(answer.Balanced), "answer only when nearly certain", "whenever something fits"))}
	if db == "" {
		c.db = s.database()
	}
	if err := checkAddress(c.db.reveal()); err != nil {
		s.complaints = append(s.complaints, err)
	}
	return c, errors.Join(s.complaints...)
}

// database reads where the library is: a file, or the address of a server.
func (s *settings) database() secret {
	file, server := s.getenv("ONRECORD_DB"), s.secret("DATABASE_URL")
	if dir := s.dataDir(runtime.GOOS); dir != "" && server.reveal() == "" {
		s.usually("ONRECORD_DB", filepath.Join(dir, databaseName))
	}
	switch {
	case strings.HasPrefix(file, "~"):
		s.complain("ONRECORD_DB begins with ~, which only a shell understands: write the whole path")
	case server.reveal() == "":
		return keep(file)
	case file != "":
		s.complain("ONRECORD_DB and DATABASE_URL are both set: keep one of them")
	case !isServer(server.reveal()):
		s.complain("DATABASE_URL is not the address of a PostgreSQL database: it begins with postgres://, and a SQLite file goes into ONRECORD_DB")
	}
	return server
}

// isServer tells whether an address is a PostgreSQL database's.
func isServer(address string) bool {
	return strings.HasPrefix(address, "postgres://") || strings.HasPrefix(address, "postgresql://")
}

// checkAddress keeps the address of some other kind of database from becoming
// the name of a file. It doesn't repeat the address, which may hold a password.
func checkAddress(address string) error {
	scheme, _, ok := strings.Cut(address, "://")
	if !ok || isServer(address) {
		return nil
	}
	return fmt.Errorf("%s:// is no database that onrecord knows: name a SQLite file, or an address that begins with postgres://", scheme)
}

// discordConfig is what serve needs to know beside.
type discordConfig struct {
	token secret
	level slog.Level
	hears bool // the words of all messages, so that in its own threads nobody need mention it
}

// discord returns the settings of serve, or every complaint about them.
func (s *settings) discord() (discordConfig, error) {
	c := discordConfig{
		token: s.secret("DISCORD_TOKEN"),
		level: s.level("ONRECORD_LOG"),
		hears: s.yes("ONRECORD_MESSAGE_CONTENT"),
	}
	return c, errors.Join(s.complaints...)
}

func (s *settings) complain(format string, args ...any) {
	s.complaints = append(s.complaints, fmt.Errorf(format, args...))
}

// secret reads a setting that is never printed: from the variable, or from the
// file that the variable with _FILE names, as container secrets come.
func (s *settings) secret(name string) secret {
	s.secrets = append(s.secrets, name)
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

// share reads a number from 0 to 1; least and most say what those two mean.
func (s *settings) share(name string, otherwise float64, least, most string) float64 {
	text := s.or(name, strconv.FormatFloat(otherwise, 'g', -1, 64))
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || !(v >= 0 && v <= 1) { // NaN is not either
		s.complain("%s is %q: use a number from 0 (%s) to 1 (%s)", name, text, least, most)
		return otherwise
	}
	return v
}

// level reads how much is logged.
func (s *settings) level(name string) slog.Level {
	var l slog.Level
	if v := s.or(name, "info"); l.UnmarshalText([]byte(v)) != nil {
		s.complain("%s is %q: use debug, info, warn or error", name, v)
	}
	return l
}
