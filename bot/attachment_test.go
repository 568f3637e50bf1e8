package bot

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"onrecord/news"
)

// network is a transport that answers everything and notes what it was asked.
type network struct {
	asked  []string
	status int
	body   func() io.Reader
	header http.Header
	err    error
}

func (n *network) RoundTrip(r *http.Request) (*http.Response, error) {
	n.asked = append(n.asked, r.URL.String())
	if n.err != nil {
		return nil, n.err
	}
	return &http.Response{StatusCode: n.status, Body: io.NopCloser(n.body()), Header: n.header, Request: r}, nil
}

// endless gives zeros for ever.
type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

func TestFetch(t *testing.T) {
	const good = "https://cdn.discordapp.com/attachments/1/2/a.txt?ex=1&is=2&hm=s3cret"
	text := func() io.Reader { return strings.NewReader("words") }
	for _, c := range []struct {
		name   string
		file   File
		net    network
		want   string // in the error, "" for none
		asked  bool
		beyond error
	}{
		{"as it should be", File{Size: 5, URL: good}, network{status: 200, body: text}, "", true, nil},
		{"the other host", File{URL: "https://media.discordapp.net/attachments/1/2/a.txt"}, network{status: 200, body: text}, "", true, nil},
		{"too large by what Discord says", File{Name: "a.txt", Size: 11 << 20, URL: good}, network{}, "11 MB", false, news.ErrBadInput},
		{"larger than Discord says", File{Name: "a.txt", Size: 5, URL: good}, network{status: 200, body: func() io.Reader { return endless{} }}, "11 MB", true, news.ErrBadInput},
		{"another host", File{URL: "https://evil.example/a.txt"}, network{}, "attach it again", false, nil},
		{"a host that looks like it", File{URL: "https://cdn.discordapp.com.evil.example/a.txt"}, network{}, "attach it again", false, nil},
		{"a name and password", File{URL: "https://cdn.discordapp.com@evil.example/a.txt"}, network{}, "attach it again", false, nil},
		{"another port", File{URL: "https://cdn.discordapp.com:8443/a.txt"}, network{}, "attach it again", false, nil},
		{"not encrypted", File{URL: "http://cdn.discordapp.com/a.txt"}, network{}, "attach it again", false, nil},
		{"no address", File{}, network{}, "attach it again", false, nil},
		{"led elsewhere", File{URL: good}, network{status: 302, body: text, header: http.Header{"Location": {"https://evil.example/"}}}, "attach it again", true, nil},
		{"gone", File{URL: good}, network{status: 404, body: text}, "attach it again", true, nil},
		{"out of reach", File{URL: good}, network{err: errors.New("no route")}, "no route", true, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			data, err := newFetcher(&http.Client{Transport: &c.net}).fetch(t.Context(), c.file)
			if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) || c.beyond != nil && !errors.Is(err, c.beyond) {
				t.Errorf("got %d bytes and %v; want %q", len(data), err, c.want)
			}
			if strings.Contains(fmt.Sprint(err), "s3cret") {
				t.Errorf("the error holds the address's signature: %v", err)
			}
			if asked := len(c.net.asked); asked > 1 || (asked == 1) != c.asked {
				t.Errorf("asked for %q", c.net.asked)
			}
			if err == nil && string(data) != "words" {
				t.Errorf("got %q", data)
			}
		})
	}
}

func TestMember(t *testing.T) {
	for _, c := range []struct {
		name, permissions, server, role string
		roles                           []string
		own                             bool
		manage, curate                  bool
	}{
		{"nobody special", "2048", "1", "", nil, false, false, false},
		{"manages the server", "32", "1", "", nil, false, true, true},
		{"administrator", "8", "1", "", nil, false, true, true},
		{"with the role", "2048", "1", "7", []string{"6", "7"}, false, false, true},
		{"with another role", "2048", "1", "7", []string{"6"}, false, false, false},
		{"everybody's role", "2048", "1", "1", nil, false, false, true},
		{"permissions that can't be read", "a lot", "1", "", nil, false, false, false},
		{"permissions of later years", "18446744073709551583", "1", "", nil, false, true, true},
		{"direct messages", "", "", "", nil, false, true, true},
		{"their own app in a server", "2048", "1", "", nil, true, true, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := memberEvent{Roles: c.roles, Permissions: c.permissions}
			r := Request{User: "5", Server: c.server, UserInstalled: c.own, Member: e.member(), Chosen: Settings{Role: c.role}}
			if got := r.mayManage() == nil; got != c.manage {
				t.Errorf("may manage: %v", got)
			}
			if got := r.mayCurate() == nil; got != c.curate {
				t.Errorf("may curate: %v", got)
			}
		})
	}
}
