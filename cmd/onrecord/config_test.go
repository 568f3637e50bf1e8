package main

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"onrecord/answer"
)

// env is an environment for tests.
func env(pairs ...string) func(string) string {
	values := map[string]string{}
	for i := 0; i < len(pairs); i += 2 {
		values[pairs[i]] = pairs[i+1]
	}
	return func(name string) string { return values[name] }
}

func TestDataDir(t *testing.T) {
	tests := []struct {
		name, goos string
		env        func(string) string
		want       string
	}{
		{"home", "linux", env("HOME", "/home/ada"), "/home/ada/.local/share/onrecord"},
		{"XDG", "linux", env("HOME", "/home/ada", "XDG_DATA_HOME", "/data"), "/data/onrecord"},
		{"relative XDG is ignored", "linux", env("HOME", "/home/ada", "XDG_DATA_HOME", "data"), "/home/ada/.local/share/onrecord"},
		{"macOS", "darwin", env("HOME", "/Users/ada"), "/Users/ada/Library/Application Support/onrecord"},
		{"Windows", "windows", env("LOCALAPPDATA", "/local", "HOME", "/ignored"), "/local/onrecord"},
		{"Windows without a profile", "windows", env(), ""},
		{"no home", "linux", env(), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := &settings{getenv: tt.env}
			if got := filepath.ToSlash(s.dataDir(tt.goos)); got != tt.want {
				t.Errorf("dataDir = %q, want %q", got, tt.want)
			}
		})
	}
}

func TestDotEnv(t *testing.T) {
	write := func(t *testing.T, text string) *settings {
		t.Chdir(t.TempDir())
		if err := os.WriteFile(".env", []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := newSettings(env("ONRECORD_DB", "from-process.db"))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	t.Run("process wins", func(t *testing.T) {
		if c, err := write(t, "ONRECORD_DB=from-file.db\n").library(""); err != nil || c.db.reveal() != "from-process.db" {
			t.Errorf("db = %q, error %v", c.db.reveal(), err)
		}
	})
	t.Run("file fills in", func(t *testing.T) {
		c, err := write(t, "# a comment\nDISCORD_TOKEN=\"abc\" # the bot\n").discord()
		if err != nil || c.token.reveal() != "abc" {
			t.Errorf("token %q, error %v", c.token.reveal(), err)
		}
	})
	t.Run("a directory of that name is no settings", func(t *testing.T) {
		t.Chdir(t.TempDir())
		if err := os.Mkdir(".env", 0o700); err != nil {
			t.Fatal(err)
		}
		if _, err := newSettings(env()); err != nil {
			t.Error(err)
		}
	})
	t.Run("a file as Notepad writes it", func(t *testing.T) {
		c, err := write(t, "\ufeffDISCORD_TOKEN=abc\r\nONRECORD_LOG=debug\r\n").discord()
		if err != nil || c.token.reveal() != "abc" || c.level != slog.LevelDebug {
			t.Errorf("token %q, level %v, error %v", c.token.reveal(), c.level, err)
		}
	})
	t.Run("UTF-16 is named", func(t *testing.T) {
		t.Chdir(t.TempDir())
		if err := os.WriteFile(".env", []byte("\xff\xfeD\x00I\x00"), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := newSettings(env()); err == nil || !strings.Contains(err.Error(), "UTF-16") {
			t.Errorf("error %v", err)
		}
	})
	for name, broken := range map[string]struct{ text, says string }{
		"no sign":              {"# mine\nONRECORD_LOG=info\nDISCORD_TOKEN hush-hush\n", "line 3 of .env can't"},
		"no sign at the end":   {"ONRECORD_LOG=info\nhush-hush", "line 2 of .env can't"},
		"a name alone":         {"ONRECORD_LOG=info\nDISCORD_TOKEN", "line 2 of .env can't"},
		"a blank in a name":    {"DISCORD TOKEN=hush-hush\nONRECORD_LOG=info\n", "line 1 of .env can't"},
		"an open mark":         {"ONRECORD_LOG=info\n\nDISCORD_TOKEN=\"hush-hush\nONRECORD_DB=x\n", "line 3 of .env can't"},
		"after several lines":  {"A=\"one\ntwo\nthree\"\n? hush-hush\n", "line 4 of .env can't"},
		"what follows a value": {"A='one' hush-hush\n", "line 1 of .env can't"},
	} {
		t.Run("a broken file is not repeated: "+name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			if err := os.WriteFile(".env", []byte(broken.text), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := newSettings(env())
			if err == nil || strings.Contains(err.Error(), "hush") || !strings.HasPrefix(err.Error(), broken.says) {
				t.Errorf("error %v, want %s", err, broken.says)
			}
		})
	}
}

func TestDiscordSettings(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	full, empty := file("full", "hush-hush\n"), file("empty", "\n")
	tests := []struct {
		name   string
		getenv func(string) string
		token  string
		errors []string // what every line of the complaint must name
	}{
		{"nothing set", env(), "", nil},
		{"token", env("DISCORD_TOKEN", " hush-hush "), "hush-hush", nil},
		{"token from a file", env("DISCORD_TOKEN_FILE", full), "hush-hush", nil},
		{"empty file", env("DISCORD_TOKEN_FILE", empty), "", []string{"DISCORD_TOKEN_FILE"}},
		{"no such file", env("DISCORD_TOKEN_FILE", filepath.Join(dir, "none")), "", []string{"DISCORD_TOKEN_FILE"}},
		{"both", env("DISCORD_TOKEN", "hush-hush", "DISCORD_TOKEN_FILE", full), "", []string{"DISCORD_TOKEN"}},
		{"all complaints together", env("DISCORD_TOKEN_FILE", empty, "ONRECORD_LOG", "loud"), "", []string{"DISCORD_TOKEN_FILE", "ONRECORD_LOG"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, err := (&settings{getenv: tt.getenv}).discord()
			if c.token.reveal() != tt.token {
				t.Errorf("token %q, want %q", c.token.reveal(), tt.token)
			}
			var lines []string
			if err != nil {
				lines = strings.Split(err.Error(), "\n")
			}
			if len(lines) != len(tt.errors) {
				t.Fatalf("complaints %q, want %d", lines, len(tt.errors))
			}
			for i, line := range lines {
				if !strings.Contains(line, tt.errors[i]) || strings.Contains(line, "hush") {
					t.Errorf("complaint %q must name %s and no secret", line, tt.errors[i])
				}
			}
		})
	}
}

func TestLibrarySettings(t *testing.T) {
	file := filepath.Join(t.TempDir(), "url")
	const server = "postgres://ada:hush-hush@db.example/news"
	if err := os.WriteFile(file, []byte(server+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name     string
		flag     string
		getenv   func(string) string
		db       string
		boldness answer.Boldness
		errors   []string // what every line of the complaint must name
	}{
		{"nothing set", "", env(), "", 0.5, nil},
		{"a file", "", env("ONRECORD_DB", "my.db"), "my.db", 0.5, nil},
		{"a server", "", env("DATABASE_URL", server), server, 0.5, nil},
		{"a server named in a file", "", env("DATABASE_URL_FILE", file), server, 0.5, nil},
		{"the command line wins", "flag.db", env("DATABASE_URL", server, "ONRECORD_DB", "my.db"), "flag.db", 0.5, nil},
		{"a server on the command line", server, env("ONRECORD_DB", "my.db"), server, 0.5, nil},
		{"two databases", "", env("DATABASE_URL", server, "ONRECORD_DB", "my.db"), server, 0.5, []string{"ONRECORD_DB and DATABASE_URL"}},
		{"another kind of server", "", env("DATABASE_URL", "mysql://ada:hush-hush@db.example/news"), "mysql://ada:hush-hush@db.example/news", 0.5,
			[]string{"DATABASE_URL is not", "mysql:// is no database"}},
		{"another kind on the command line", "mysql://ada:hush-hush@db", env(), "mysql://ada:hush-hush@db", 0.5, []string{"mysql:// is no database"}},
		{"a path in DATABASE_URL", "", env("DATABASE_URL", "my.db"), "my.db", 0.5, []string{"goes into ONRECORD_DB"}},
		{"a shell's name for home", "", env("ONRECORD_DB", "~/my.db"), "", 0.5, []string{"begins with ~"}},
		{"shy", "", env("ONRECORD_BOLDNESS", "0"), "", 0, nil},
		{"bold", "", env("ONRECORD_BOLDNESS", "0.9"), "", 0.9, nil},
		{"too bold", "", env("ONRECORD_BOLDNESS", "7"), "", 0.5, []string{"ONRECORD_BOLDNESS is \"7\""}},
		{"no number", "", env("ONRECORD_BOLDNESS", "NaN"), "", 0.5, []string{"ONRECORD_BOLDNESS"}},
		{"all complaints together", "", env("ONRECORD_BOLDNESS", "very", "DATABASE_URL", "x", "DATABASE_URL_FILE", "y"), "", 0.5, []string{"ONRECORD_BOLDNESS", "DATABASE_URL"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, err := (&settings{getenv: tt.getenv}).library(tt.flag)
			if c.db.reveal() != tt.db || c.boldness != tt.boldness {
				t.Errorf("db %q, boldness %v, want %q, %v", c.db.reveal(), c.boldness, tt.db, tt.boldness)
			}
			var lines []string
			if err != nil {
				lines = strings.Split(err.Error(), "\n")
			}
			if len(lines) != len(tt.errors) {
				t.Fatalf("complaints %q, want %q", lines, tt.errors)
			}
			for i, line := range lines {
				if !strings.Contains(line, tt.errors[i]) || strings.Contains(line, "hush") {
					t.Errorf("complaint %q must name %s and no password", line, tt.errors[i])
				}
			}
		})
	}
}

func TestSecretIsNeverPrinted(t *testing.T) {
	c := discordConfig{token: keep("hush-hush")}
	data, err := json.Marshal(struct{ Token secret }{c.token})
	if err != nil {
		t.Fatal(err)
	}
	var log strings.Builder
	slog.New(slog.NewTextHandler(&log, nil)).Info("start", "token", c.token)
	printed := fmt.Sprintf("%v %+v %#v %s %q", c, c, c, c.token, c.token) + string(data) + log.String()
	if strings.Contains(printed, "hush") {
		t.Errorf("the secret shows: %s", printed)
	}
	if got := keep("").String(); got != "(not set)" {
		t.Errorf("an unset secret is %q", got)
	}
}

// TestEnvExample holds .env.example and the settings to each other, both ways.
func TestEnvExample(t *testing.T) {
	var asked []string
	s := &settings{getenv: func(name string) string {
		asked = append(asked, name)
		return ""
	}}
	if err := s.everything(); err != nil {
		t.Fatal(err)
	}
	asked = slices.DeleteFunc(asked, func(name string) bool { return slices.Contains(systems, name) })

	data, err := os.ReadFile("../../.env.example")
	if err != nil {
		t.Fatal(err)
	}
	var described []string
	for _, m := range regexp.MustCompile(`(?m)^#? ?([A-Z][A-Z0-9_]*)=`).FindAllStringSubmatch(string(data), -1) {
		described = append(described, m[1])
	}
	slices.Sort(asked)
	slices.Sort(described)
	if asked = slices.Compact(asked); !slices.Equal(asked, described) {
		t.Errorf("config.go reads  %v\n.env.example has %v", asked, described)
	}
}
