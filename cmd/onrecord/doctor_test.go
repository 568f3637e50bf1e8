package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"onrecord/bot/discordtest"
)

// taken is an address that something else listens on.
func taken(t *testing.T) string {
	t.Helper()
	other := httptest.NewServer(http.NotFoundHandler())
	t.Cleanup(other.Close)
	return other.Listener.Addr().String()
}

// runWith runs a command line with settings, and returns what it printed.
func runWith(t *testing.T, set map[string]string, args ...string) (status int, out, errs string) {
	t.Helper()
	t.Chdir(t.TempDir())
	var o, e bytes.Buffer
	status = run(t.Context(), args, func(name string) string { return set[name] }, console{in: strings.NewReader(""), out: &o, err: &e})
	return status, o.String(), e.String()
}

// diagnosed runs doctor and returns its checks by name.
func diagnosed(t *testing.T, srv *discordtest.T, set map[string]string) (int, map[string]diagnosisJSON) {
	t.Helper()
	all := map[string]string{"ONRECORD_DB": inMemory, "DISCORD_TOKEN": discordtest.Token, "ONRECORD_OPS_ADDR": "127.0.0.1:0"}
	for k, v := range set {
		all[k] = v
	}
	status, out, _ := runWith(t, all, "doctor", "--json", "--discord", srv.URL())
	var list []diagnosisJSON
	if err := json.Unmarshal([]byte(out), &list); err != nil {
		t.Fatalf("%v in %s", err, out)
	}
	if strings.Contains(out, discordtest.Token) {
		t.Error("the token is printed")
	}
	by := map[string]diagnosisJSON{}
	for _, d := range list {
		by[d.Check] = d
	}
	return status, by
}

// TestDoctor lets everything go wrong that doctor looks at, once each.
func TestDoctor(t *testing.T) {
	for _, c := range []struct {
		name  string
		opts  discordtest.Options
		do    func(*discordtest.T)
		set   map[string]string
		check string
		found string // in what is found or what to do
	}{
		{name: "all is well"},
		{name: "the token", do: func(d *discordtest.T) { d.SetToken("another") }, check: "token", found: "Reset Token"},
		{name: "Discord is down", do: func(d *discordtest.T) { d.Fail(discordtest.Fault{Path: "/users/@me", Status: 503, Times: 99}) }, check: "token", found: "discordstatus.com"},
		{name: "Discord is out of order", do: func(d *discordtest.T) { d.Fail(discordtest.Fault{Path: "/gateway", Status: 503, Times: 1}) }, check: "discord", found: "discordstatus.com"},
		{name: "the clock is slow", do: func(d *discordtest.T) { d.Advance(time.Hour) }, check: "clock", found: "behind Discord"},
		{name: "a word in place of the token", set: map[string]string{"DISCORD_TOKEN": "123456789012345678"}, check: "token", found: "an ID of Discord's"},
		{name: "health's address is taken", set: map[string]string{"ONRECORD_OPS_ADDR": taken(t)}, check: "health", found: "another address"},
		{name: "health's address is another machine's", set: map[string]string{"ONRECORD_OPS_ADDR": "203.0.113.7:9464"}, check: "health", found: "another address"},
		{name: "the installation", opts: discordtest.Options{ServersOnly: true}, check: "application", found: "people can't install it"},
		{name: "an intent", set: map[string]string{"ONRECORD_MESSAGE_CONTENT": "true"}, check: "intents", found: "switch on Message Content Intent"},
		{name: "an intent that is switched on", opts: discordtest.Options{Privileged: discordtest.IntentMessageContent}, set: map[string]string{"ONRECORD_MESSAGE_CONTENT": "true"}},
		{name: "no sessions left", do: func(d *discordtest.T) { d.LimitStarts(3600e9, 1) }, check: "gateway", found: "1h0m0s"},
		{name: "a command is missing", do: func(d *discordtest.T) { d.Forget("ask") }, check: "commands", found: "1 command differ"},
		{name: "in no server", do: func(d *discordtest.T) { d.Kick(discordtest.GuildID) }, check: "servers", found: "oauth2/authorize"},
		{name: "a permission", do: func(d *discordtest.T) {
			d.AddServer(discordtest.Guild{ID: discordtest.GuildID, Permissions: discordtest.ViewChannel | discordtest.SendMessages})
		}, check: "servers", found: "Embed Links"},
	} {
		t.Run(c.name, func(t *testing.T) {
			srv := discordtest.New(t, c.opts)
			srv.Lenient = true
			if status, _, errs := runWith(t, map[string]string{"DISCORD_TOKEN": discordtest.Token}, "commands", "sync", "--discord", srv.URL()); status != 0 {
				t.Fatal(errs)
			}
			if c.do != nil {
				c.do(srv)
			}
			status, by := diagnosed(t, srv, c.set)
			if want := map[bool]int{true: 0, false: 1}[c.check == ""]; status != want {
				t.Errorf("exit status %d, want %d: %v", status, want, by)
			}
			for name, d := range by {
				if bad := d.State == problem; bad != (name == c.check) {
					t.Errorf("%s: %+v", name, d)
				}
				if name == c.check && !strings.Contains(d.Found+d.Fix, c.found) {
					t.Errorf("%+v lacks %q", d, c.found)
				}
			}
		})
	}
}

// TestCommandsCommand registers, lists and removes.
func TestCommandsCommand(t *testing.T) {
	srv := discordtest.New(t)
	set := map[string]string{"DISCORD_TOKEN": discordtest.Token}
	step := func(want string, args ...string) {
		t.Helper()
		status, out, errs := runWith(t, set, append([]string{"commands"}, append(args, "--discord", srv.URL())...)...)
		if status != 0 || !strings.Contains(out, want) {
			t.Errorf("%v: status %d, %s%s, want %q", args, status, out, errs, want)
		}
	}
	step("/ask", "list")
	step("not registered yet", "list")
	step("Registered anew", "sync")
	step("Nothing to do", "sync")
	if n := srv.CommandWrites(); n != 1 {
		t.Errorf("registered %d times", n)
	}
	step("registered and current", "list")
	srv.Forget("ask")
	srv.Register(`{"name": "old", "description": "Of another time."}`)
	step("registered, but not ours", "list")
	step(`"state": "missing"`, "list", "--json")
	step("/old", "sync")
	step("Nothing to do", "sync")
	step("Removed", "remove")
	if n := len(srv.Commands()); n != 0 {
		t.Errorf("%d commands are left", n)
	}
}
