package main

import "log/slog"

// secret is a setting that must not be seen: however it is printed or logged,
// also as a field of something else, it tells only whether it is set. It hides
// behind a pointer because fmt prints unexported fields without asking them.
type secret struct{ value *string }

// keep makes a secret of a value, "" for none.
func keep(value string) secret {
	if value == "" {
		return secret{}
	}
	return secret{&value}
}

// reveal returns the value, for the one place that needs it.
func (s secret) reveal() string {
	if s.value == nil {
		return ""
	}
	return *s.value
}

// String tells whether the secret is set.
func (s secret) String() string {
	if s.value == nil {
		return "(not set)"
	}
	return "(set)"
}

// GoString is String for %#v.
func (s secret) GoString() string { return s.String() }

// LogValue is String for logs.
func (s secret) LogValue() slog.Value { return slog.StringValue(s.String()) }

// MarshalText is String for JSON and other encodings.
func (s secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }
