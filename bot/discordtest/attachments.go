package discordtest

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// Attachment is a file that somebody has uploaded. The bot fetches its bytes from
// URL, through [Server.Client], until the address expires.
type Attachment struct {
	ID          string `json:"id"`
	Filename    string `json:"filename"`
	ContentType string `json:"content_type,omitempty"`
	Size        int    `json:"size"`
	URL         string `json:"url"`
	ProxyURL    string `json:"proxy_url"`

	data []byte
}

// addressLife is how long an attachment's address is good for.
const addressLife = 24 * time.Hour

// cdnHosts are where Discord keeps attachments.
var cdnHosts = []string{"cdn.discordapp.com", "media.discordapp.net"}

// Attach uploads a file, for an option of a command or for a [Post].
func (s *Server) Attach(filename, contentType string, data []byte) Attachment {
	a := &Attachment{ID: s.newID(0), Filename: filename, ContentType: contentType, Size: len(data), data: data}
	until := s.Now().Add(addressLife).Unix()
	path := fmt.Sprintf("/attachments/%s/%s/%s?ex=%x&is=%x&hm=fake", ChannelID, a.ID, url.PathEscape(filename), until, s.Now().Unix())
	a.URL, a.ProxyURL = "https://"+cdnHosts[0]+path, "https://"+cdnHosts[1]+path
	s.update(func() { s.files[a.ID] = a })
	return *a
}

// serveFile answers like Discord's content network, which wants the address as
// it was given.
func (s *Server) serveFile(w http.ResponseWriter, r *http.Request) {
	parts := strings.Split(strings.Trim(r.URL.Path, "/"), "/")
	s.mu.Lock()
	var a *Attachment
	if len(parts) == 4 {
		a = s.files[parts[2]]
	}
	now := s.now()
	s.mu.Unlock()
	until, err := strconv.ParseInt(r.URL.Query().Get("ex"), 16, 64)
	if a == nil || err != nil || r.URL.Query().Get("hm") == "" || now.Unix() > until {
		http.Error(w, "This content is no longer available.", http.StatusNotFound)
		return
	}
	if a.ContentType != "" {
		w.Header().Set("Content-Type", a.ContentType)
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(a.data)))
	_, _ = w.Write(a.data)
}
