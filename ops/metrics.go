package ops

import (
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
)

// Metrics are the numbers of one process. It is safe for concurrent use.
type Metrics struct {
	registry  *prometheus.Registry
	questions *prometheus.CounterVec
	seconds   *prometheus.HistogramVec
	requests  *prometheus.CounterVec
	replies   *prometheus.HistogramVec
}

// Build is what is known of the program, for a metric that is always 1.
type Build struct{ Version, Commit, Go string }

// NewMetrics returns metrics that have counted nothing yet.
func NewMetrics(b Build) *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		questions: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "onrecord_questions_total",
			Help: "Questions by outcome (answered, abstained, failed) and the reason for abstaining.",
		}, []string{"outcome", "reason"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name:    "onrecord_question_seconds",
			Help:    "Time a question spends in a stage.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30},
		}, []string{"stage"}),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "onrecord_discord_requests_total",
			Help: "Requests to Discord by route and status; 0 where no reply came.",
		}, []string{"method", "route", "code"}),
		replies: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name:    "onrecord_discord_request_seconds",
			Help:    "Time until Discord replied, rate limits not waited for included.",
			Buckets: []float64{.01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10},
		}, []string{"method", "route"}),
	}
	build := prometheus.NewGaugeVec(prometheus.GaugeOpts{
		Name: "onrecord_build_info", Help: "Always 1; the labels tell what runs.",
	}, []string{"version", "commit", "go"})
	build.WithLabelValues(b.Version, b.Commit, b.Go).Set(1)
	m.registry.MustRegister(m.questions, m.seconds, m.requests, m.replies, build,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// Question counts a question. The reason is "" unless it was abstained from.
func (m *Metrics) Question(outcome, reason string) {
	m.questions.WithLabelValues(outcome, reason).Inc()
}

// Stage notes how long a question spent in a stage.
func (m *Metrics) Stage(stage string, took time.Duration) {
	m.seconds.WithLabelValues(stage).Observe(took.Seconds())
}

// Request counts a request to Discord.
func (m *Metrics) Request(method, route string, code int, took time.Duration) {
	m.requests.WithLabelValues(method, route, strconv.Itoa(code)).Inc()
	m.replies.WithLabelValues(method, route).Observe(took.Seconds())
}

// Gauge shows a number that is asked for whenever somebody looks. The labels
// are pairs of name and value. A name and its labels are used once.
func (m *Metrics) Gauge(name, help string, labels map[string]string, now func() float64) {
	m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help, ConstLabels: labels}, now))
}

// Total is [Metrics.Gauge] for a number that only grows.
func (m *Metrics) Total(name, help string, labels map[string]string, now func() float64) {
	m.registry.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{Name: name, Help: help, ConstLabels: labels}, now))
}

// Gauges is [Metrics.Gauge] for a number that there is several times, told
// apart by one label: read calls show for each of them.
func (m *Metrics) Gauges(name, help, label string, read func(show func(value string, number float64))) {
	m.registry.MustRegister(several{prometheus.NewDesc(name, help, []string{label}, nil), read})
}

// several collects gauges that come and go.
type several struct {
	desc *prometheus.Desc
	read func(show func(value string, number float64))
}

// Describe implements prometheus.Collector.
func (s several) Describe(out chan<- *prometheus.Desc) { out <- s.desc }

// Collect implements prometheus.Collector.
func (s several) Collect(out chan<- prometheus.Metric) {
	s.read(func(value string, number float64) {
		out <- prometheus.MustNewConstMetric(s.desc, prometheus.GaugeValue, number, value)
	})
}
