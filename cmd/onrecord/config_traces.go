package main

import (
	"cmp"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"onrecord/traces"
)

// The settings of traces are OpenTelemetry's own, so that what is set for other
// programs holds for this one. They are read here and not by its library, which
// would pass over mistakes in silence, and does not know .env.

// traces returns where traces go, nil for nowhere, or every complaint about the
// settings. An exporter or an endpoint switches them on. Logger and version are
// the caller's to fill in.
func (s *settings) traces() (*traces.Config, error) {
	c := &traces.Config{
		Endpoint: s.tracesEndpoint(),
		Headers:  s.tracesHeaders(),
		Gzip:     s.oneOf("COMPRESSION", "none", "gzip") == "gzip",
		JSON:     s.oneOf("PROTOCOL", "http/protobuf", "http/json") == "http/json",
		Timeout:  time.Duration(s.whole(s.signal("TIMEOUT"), "milliseconds", 10_000, 1, 600_000)) * time.Millisecond,
		TLS:      s.tracesTLS(),
		Queue:    s.whole("OTEL_BSP_MAX_QUEUE_SIZE", "spans", 2048, 1, 1<<20),
		Batch:    s.whole("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "spans", 512, 1, 1<<20),
		Delay:    time.Duration(s.whole("OTEL_BSP_SCHEDULE_DELAY", "milliseconds", 5000, 1, 600_000)) * time.Millisecond,
	}
	s.tracesResource(c)
	s.tracesSampler(c)
	off := s.yes("OTEL_SDK_DISABLED")
	usual := "none"
	if c.Endpoint != "" {
		usual = "otlp"
	}
	switch v := s.or("OTEL_TRACES_EXPORTER", usual); v {
	case "otlp":
	case "none":
		off = true
	default:
		s.complain("OTEL_TRACES_EXPORTER is %q: use otlp or none", v)
	}
	if c.Endpoint == "" {
		c.Endpoint = "http://localhost:4318/v1/traces"
		s.usually("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", c.Endpoint)
	}
	if off || len(s.complaints) > 0 {
		c = nil
	}
	return c, errors.Join(s.complaints...)
}

// signal is the name of a setting of the exporter: the one for traces alone where
// that is set, else the one for all that OpenTelemetry sends.
func (s *settings) signal(name string) string {
	const all, alone = "OTEL_EXPORTER_OTLP_", "OTEL_EXPORTER_OTLP_TRACES_"
	if v := s.getenv(all + name); s.getenv(alone+name) == "" && v != "" {
		return all + name
	}
	return alone + name
}

// tracesEndpoint is the address that traces are posted to, "" where none is set.
// It is not repeated: people put keys into addresses.
func (s *settings) tracesEndpoint() string {
	name := s.signal("ENDPOINT")
	text := strings.TrimSpace(s.getenv(name))
	if text == "" {
		return ""
	}
	u, err := url.Parse(text)
	switch {
	case err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https":
		s.complain("%s is no address: use one such as http://localhost:4318", name)
		return ""
	case u.User != nil || u.RawQuery != "" || u.Fragment != "":
		s.complain("%s has more than a host and a path: keys go into OTEL_EXPORTER_OTLP_HEADERS", name)
		return ""
	case !strings.Contains(name, "TRACES"):
		u = u.JoinPath("v1/traces")
	case u.Path == "":
		u.Path = "/"
	}
	return u.String()
}

// tracesHeaders are sent along: keys, most often, so none is ever shown.
func (s *settings) tracesHeaders() map[string]string {
	const all, alone = "OTEL_EXPORTER_OTLP_HEADERS", "OTEL_EXPORTER_OTLP_TRACES_HEADERS"
	name, text := all, s.secret(all).reveal()
	if own := s.secret(alone).reveal(); own != "" {
		name, text = alone, own
	}
	out, ok := pairs(text)
	for k, v := range out {
		ok = ok && token(k) && !strings.ContainsAny(v, "\r\n\x00")
	}
	if !ok {
		s.complain("%s is no list of headers: use name=value, with commas between them", name)
		return nil
	}
	return out
}

// token tells whether a word can be the name of a header.
func token(name string) bool {
	const marks = "!#$%&'*+-.^_`|~"
	return name != "" && strings.IndexFunc(name, func(r rune) bool {
		return (r < '0' || r > '9') && (r|0x20 < 'a' || r|0x20 > 'z') && !strings.ContainsRune(marks, r)
	}) < 0
}

// pairs reads a list such as a=b,c=d, whose values may be escaped as in addresses.
func pairs(text string) (out map[string]string, ok bool) {
	out = map[string]string{}
	for pair := range strings.SplitSeq(text, ",") {
		if strings.TrimSpace(pair) == "" {
			continue
		}
		k, v, found := strings.Cut(pair, "=")
		v, err := url.PathUnescape(strings.TrimSpace(v))
		if k = strings.TrimSpace(k); !found || k == "" || err != nil {
			return nil, false
		}
		out[k] = v
	}
	return out, true
}

// oneOf reads a setting of the exporter that has a few values, the first of them
// where it is not set.
func (s *settings) oneOf(name string, values ...string) string {
	name = s.signal(name)
	v := s.or(name, values[0])
	if !slices.Contains(values, v) {
		s.complain("%s is %q: use %s", name, v, strings.Join(values, " or "))
		return values[0]
	}
	return v
}

// whole reads a whole number from least to most.
func (s *settings) whole(name, of string, otherwise, least, most int) int {
	text := s.or(name, strconv.Itoa(otherwise))
	n, err := strconv.Atoi(text)
	if err != nil || n < least || n > most {
		s.complain("%s is %q: use a number of %s from %d to %d", name, text, of, least, most)
		return otherwise
	}
	return n
}

// tracesTLS trusts the certificate that a setting names, nil where none does.
func (s *settings) tracesTLS() *tls.Config {
	name := s.signal("CERTIFICATE")
	path := s.getenv(name)
	if path == "" {
		return nil
	}
	pool := x509.NewCertPool()
	data, err := os.ReadFile(path)
	if err != nil {
		s.complain("%s names a file that can't be read: %w", name, err)
		return nil
	}
	if !pool.AppendCertsFromPEM(data) {
		s.complain("%s names a file that is no certificate: use one in PEM form", name)
		return nil
	}
	return &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}
}

// tracesResource reads how the program is called in traces.
func (s *settings) tracesResource(c *traces.Config) {
	all, ok := pairs(s.getenv("OTEL_RESOURCE_ATTRIBUTES"))
	if !ok {
		s.complain("OTEL_RESOURCE_ATTRIBUTES is %q: use name=value, with commas between them", s.getenv("OTEL_RESOURCE_ATTRIBUTES"))
	}
	c.Attributes = all
	c.Service = s.or("OTEL_SERVICE_NAME", cmp.Or(all["service.name"], "onrecord"))
}

// tracesSampler reads which traces are kept.
func (s *settings) tracesSampler(c *traces.Config) {
	c.Sampler = traces.Sampler(s.or("OTEL_TRACES_SAMPLER", string(traces.ParentOn)))
	if !slices.Contains(traces.Samplers(), c.Sampler) {
		s.complain("OTEL_TRACES_SAMPLER is %q: use always_on, always_off or traceidratio, or one of these after parentbased_", c.Sampler)
	}
	c.Share = 1
	if c.Sampler == traces.Ratio || c.Sampler == traces.ParentByRatio {
		c.Share = s.share("OTEL_TRACES_SAMPLER_ARG", 1, "no trace", "every trace")
		return
	}
	s.getenv("OTEL_TRACES_SAMPLER_ARG") // others need none
}
