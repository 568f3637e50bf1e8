package main

import "log/slog"

// secret is a setting that must not be seen. Every usual way of printing or
// logging one tells only whether it is set; a conversion to string reveals it.
type secret string

func (s secret) String() string {
	if s == "" {
		return "(not set)"
	}
	return "(set)"
}

// GoString keeps the secret out of %#v.
func (s secret) GoString() string { return s.String() }

// LogValue keeps the secret out of logs.
func (s secret) LogValue() slog.Value { return slog.StringValue(s.String()) }

// MarshalText keeps the secret out of JSON and other encodings.
func (s secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }
