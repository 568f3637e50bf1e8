package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	"code.dny.dev/ssrf"

	"onrecord/news"
)

// An Error says why an address gave nothing, in a sentence for whoever typed
// it. It wraps news.ErrBadInput.
type Error struct {
	Kind Kind
	// Until is when the site asked to be tried again, zero if it did not.
	Until time.Time
	text  string
}

// Error implements error.
func (e *Error) Error() string { return e.text }

// Unwrap makes it an error that is fit to be shown.
func (e *Error) Unwrap() error { return news.ErrBadInput }

// Kind says what stood in the way, for callers that try again.
type Kind int

// The kinds of error.
const (
	BadAddress  Kind = iota // it can't be fetched at all, see [Client.Get]
	Forbidden               // the site's robots rules or a status say no
	Gone                    // there is no such page (404, 410)
	Busy                    // the site asks to be left alone for a while
	Unreachable             // no answer, or a broken one; another try may do
	TooLarge                // more bytes than the limit
	Unreadable              // of no type that can be read
)

// String is the kind in a word, for those who count.
func (k Kind) String() string {
	switch k {
	case BadAddress:
		return "bad_address"
	case Forbidden:
		return "forbidden"
	case Gone:
		return "gone"
	case Busy:
		return "busy"
	case TooLarge:
		return "too_large"
	case Unreadable:
		return "unreadable"
	}
	return "unreachable"
}

func refuse(k Kind, format string, args ...any) *Error {
	return &Error{Kind: k, text: fmt.Sprintf(format, args...)}
}

// explain makes a sentence of what went wrong on the way to host. It repeats
// nothing of the network's own words: they may hold addresses within it.
func explain(host string, err error) *Error {
	var dns *net.DNSError
	var cert *tls.CertificateVerificationError
	var timeout interface{ Timeout() bool }
	var known *Error
	switch {
	case errors.As(err, &known):
		return known
	case errors.Is(err, ssrf.ErrProhibitedIP), errors.Is(err, ssrf.ErrProhibitedNetwork), errors.Is(err, ssrf.ErrInvalidHostPort):
		return notPublic(host)
	case errors.Is(err, ssrf.ErrProhibitedPort):
		return badPort(host)
	case errors.As(err, &dns) && !dns.IsTimeout:
		return refuse(Unreachable, "There is no site called %s, or it can't be found now: check the address.", host)
	case errors.As(err, &cert):
		return refuse(Unreachable, "%s can't prove that it is %s: its certificate is not valid, so nothing was read from it.", host, host)
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		return refuse(Unreachable, "%s took longer than %d seconds: try again later, or add the article as a file.", host, int(MaxTime.Seconds()))
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return refuse(Unreachable, "%s broke off before the page was complete: try again later.", host)
	case strings.Contains(err.Error(), "headers exceeded"):
		return refuse(Unreadable, "%s sent a header of more than %d KB, which no page needs; nothing was read.", host, maxHeader>>10)
	case strings.Contains(err.Error(), "tls: "), strings.Contains(err.Error(), "HTTP response to HTTPS"):
		return refuse(Unreachable, "No secure connection to %s could be made, so nothing was read from it.", host)
	}
	return refuse(Unreachable, "%s can't be reached or gave an answer that makes no sense: check the address, or try again later.", host)
}

func notPublic(host string) *Error {
	return refuse(BadAddress, "%s is not a place on the public web: only public sites are fetched.", host)
}

func badPort(host string) *Error {
	return refuse(BadAddress, "%s is asked for on an unusual port: only the web's own ports, 80 and 443, are used.", host)
}

// statusError says what an answer without a page means, nil for 200.
func statusError(host string, res *http.Response, now time.Time) *Error {
	switch code := res.StatusCode; {
	case code == http.StatusOK:
		return nil
	case code == http.StatusNotFound, code == http.StatusGone:
		return refuse(Gone, "%s has no page at this address (it says %d): check the address.", host, code)
	case code == http.StatusTooManyRequests, code == http.StatusServiceUnavailable:
		e := refuse(Busy, "%s is busy and asks to be left alone for now (it says %d): try again later.", host, code)
		if e.Until = retryAfter(res.Header.Get("Retry-After"), now); !e.Until.IsZero() {
			e.text = waitText(host, e.Until.Sub(now))
		}
		return e
	case code == http.StatusUnauthorized, code == http.StatusPaymentRequired, code == http.StatusForbidden, code == http.StatusUnavailableForLegalReasons:
		return refuse(Forbidden, "%s does not show this page to programs (it says %d): open it yourself, and add its text as a file.", host, code)
	case code >= 500:
		return refuse(Unreachable, "%s has a fault of its own (it says %d): try again later.", host, code)
	default:
		return refuse(Unreachable, "%s gave no page at this address (it says %d): check the address.", host, code)
	}
}

func waitText(host string, wait time.Duration) string {
	unit, one := "hour", time.Hour
	switch {
	case wait < time.Minute:
		unit, one = "second", time.Second
	case wait < 2*time.Hour:
		unit, one = "minute", time.Minute
	}
	n := int((wait + one - 1) / one)
	if n != 1 {
		unit += "s"
	}
	return fmt.Sprintf("%s is busy and asks to be tried again in %d %s.", host, n, unit)
}
