package bot

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"time"

	"onrecord/news"
	"onrecord/phrases"
)

// File is a file that somebody has attached: where it is, not yet its bytes.
type File struct {
	Name string `json:"filename"`
	Size int64  `json:"size"` // bytes, as Discord says
	URL  string `json:"url"`
}

// file notes an attached file.
func (r *Request) file(option string, f File) {
	if r.Files == nil {
		r.Files = map[string]File{}
	}
	r.Files[option] = f
}

const (
	// maxAttached is how large a file may be, in bytes: what Discord lets
	// everybody attach.
	maxAttached = 10 << 20
	// fetchWithin is how long one may take to come.
	fetchWithin = 20 * time.Second

	errNoFile = excuse("Discord does not give me that file. Please attach it again.")
)

// attachmentHosts are where Discord keeps what people attach.
var attachmentHosts = []string{"cdn.discordapp.com", "media.discordapp.net"}

// fetcher fetches attachments, and nothing else.
type fetcher struct{ client *http.Client }

// newFetcher returns a fetcher that goes where client's transport leads, and
// follows nobody from there.
func newFetcher(client *http.Client) fetcher {
	return fetcher{&http.Client{
		Transport:     client.Transport,
		Timeout:       fetchWithin,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// fetch returns a file's bytes. What is too large is refused before it is asked
// for, by the size that Discord tells, and again while it comes.
func (f fetcher) fetch(ctx context.Context, a File) ([]byte, error) {
	if a.Size > maxAttached {
		return nil, tooLarge(a)
	}
	u, err := url.Parse(a.URL)
	if err != nil || u.Scheme != "https" || u.User != nil || u.Port() != "" || !slices.Contains(attachmentHosts, u.Hostname()) {
		return nil, errNoFile
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, errNoFile
	}
	resp, err := f.client.Do(req)
	if err != nil {
		return nil, fmt.Errorf("fetch an attachment: %w", withoutAddress(err))
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, errNoFile
	}
	data, err := io.ReadAll(io.LimitReader(resp.Body, maxAttached+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("fetch an attachment: %w", withoutAddress(err))
	case len(data) > maxAttached:
		a.Size = int64(len(data))
		return nil, tooLarge(a)
	}
	return data, nil
}

// withoutAddress takes the address out of an error, which holds its signature.
func withoutAddress(err error) error {
	var at *url.Error
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

func tooLarge(a File) error {
	return phrases.Complain(news.ErrBadInput, "“{file}” has {size} MB; I read files of up to {most} MB.",
		clip(plain(a.Name), 100), int((a.Size+1<<20-1)>>20), maxAttached>>20)
}
