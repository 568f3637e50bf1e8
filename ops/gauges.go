package ops

import (
	"maps"
	"slices"

	"github.com/prometheus/client_golang/prometheus"
	dto "github.com/prometheus/client_model/go"
)

// Gauge shows a number that is asked for whenever somebody looks. The labels
// are pairs of name and value. A name and its labels are used once.
func (m *Metrics) Gauge(name, help string, labels map[string]string, now func() float64) {
	m.note("gauge", name, help, slices.Sorted(maps.Keys(labels))...)
	m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help, ConstLabels: labels}, now))
}

// Total is [Metrics.Gauge] for a number that only grows.
func (m *Metrics) Total(name, help string, labels map[string]string, now func() float64) {
	m.note("counter", name, help, slices.Sorted(maps.Keys(labels))...)
	m.registry.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{Name: name, Help: help, ConstLabels: labels}, now))
}

// Gauges is [Metrics.Gauge] for a number that there is several times, told apart
// by one label, or not always: read calls show for each of them. Without a label
// the value is left out.
func (m *Metrics) Gauges(name, help, label string, read func(show func(value string, number float64))) {
	m.several(prometheus.GaugeValue, name, help, label, read)
}

// Totals is [Metrics.Gauges] for numbers that only grow.
func (m *Metrics) Totals(name, help, label string, read func(show func(value string, number float64))) {
	m.several(prometheus.CounterValue, name, help, label, read)
}

func (m *Metrics) several(kind prometheus.ValueType, name, help, label string, read func(show func(value string, number float64))) {
	var labels []string
	if label != "" {
		labels = []string{label}
	}
	m.note(map[prometheus.ValueType]string{prometheus.GaugeValue: "gauge", prometheus.CounterValue: "counter"}[kind], name, help, labels...)
	m.registry.MustRegister(several{prometheus.NewDesc(name, help, labels, nil), kind, label != "", read})
}

// several collects numbers that come and go.
type several struct {
	desc     *prometheus.Desc
	kind     prometheus.ValueType
	labelled bool
	read     func(show func(value string, number float64))
}

// Describe implements prometheus.Collector.
func (s several) Describe(out chan<- *prometheus.Desc) { out <- s.desc }

// Collect implements prometheus.Collector.
func (s several) Collect(out chan<- prometheus.Metric) {
	s.read(func(value string, number float64) {
		var labels []string
		if s.labelled {
			labels = []string{value}
		}
		out <- prometheus.MustNewConstMetric(s.desc, s.kind, number, labels...)
	})
}

// Gather implements prometheus.Gatherer.
func (m *Metrics) Gather() ([]*dto.MetricFamily, error) { return m.registry.Gather() }
