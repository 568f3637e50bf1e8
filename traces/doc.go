// Package traces sends what package stages tells as traces of OpenTelemetry, over
// OTLP/HTTP. It alone knows the library for that, and it is only made where an
// exporter is asked for.
//
// A question, a job and a poll are a trace each, what is done for them are its
// spans. A collector that is slow or away holds nobody up: spans wait in a
// bounded queue, and what finds no room in it is dropped.
package traces
