package fetch

import (
	"net"
	"net/http"
	"net/netip"
	"syscall"
	"time"

	"code.dny.dev/ssrf"
)

// Options change how a client reaches the web; the zero value is for the web
// as it is.
type Options struct {
	// Contact is an address of the web or of mail where the owner of a site can
	// ask about this program, "" for none. Sites are shown it.
	Contact string
	// Allow lists addresses that may be fetched though they are not public, on
	// any port: a newsroom's own server.
	Allow []netip.Prefix
	// Resolver finds the addresses of names, nil for the system's.
	Resolver *net.Resolver
	// Transport, if set, may change the transport before its first use.
	Transport func(*http.Transport)
	// Time is the longest that one Get takes, 0 for [MaxTime].
	Time time.Duration
}

// control returns what a dialer asks before it opens a connection. It sees the
// very address that is about to be connected to, so that a name can't change
// its mind between a check and the connection.
func (o Options) control() func(network, address string, c syscall.RawConn) error {
	guard := ssrf.New()
	return func(network, address string, c syscall.RawConn) error {
		if at, err := netip.ParseAddrPort(address); err == nil {
			for _, p := range o.Allow {
				if p.Contains(at.Addr()) {
					return nil
				}
			}
			if err := guard.SafeAddr(at.Addr()); err != nil {
				return err // before its port, which matters less
			}
		}
		return guard.Safe(network, address, c)
	}
}

// transport is http.DefaultTransport made safe: no proxy, which would connect
// to what nobody has checked, and limits on everything that a server decides.
func (o Options) transport() *http.Transport {
	t := &http.Transport{
		DialContext:            (&net.Dialer{Timeout: 10 * time.Second, Resolver: o.Resolver, Control: o.control()}).DialContext,
		ForceAttemptHTTP2:      true,
		MaxIdleConns:           20,
		MaxIdleConnsPerHost:    1,
		IdleConnTimeout:        30 * time.Second,
		TLSHandshakeTimeout:    10 * time.Second,
		MaxResponseHeaderBytes: maxHeader,
	}
	if o.Transport != nil {
		o.Transport(t)
	}
	return t
}
