package ops

import (
	"context"
	"log/slog"
	"strconv"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"onrecord/stages"
)

// Metrics are the numbers of one process. It is safe for concurrent use, and a
// stages.Observer: it counts stages, and what is told of them.
type Metrics struct {
	registry  *prometheus.Registry
	questions *prometheus.CounterVec
	seconds   *prometheus.HistogramVec
	failures  *prometheus.CounterVec
	requests  *prometheus.CounterVec
	replies   *prometheus.HistogramVec
	models    *prometheus.CounterVec
	jobs      *prometheus.CounterVec
	polls     *prometheus.CounterVec

	mu   sync.Mutex
	list []Described
}

// Build is what is known of the program, for a metric that is always 1.
type Build struct{ Version, Commit, Go string }

// NewMetrics returns metrics that have counted nothing yet.
func NewMetrics(b Build) *Metrics {
	m := &Metrics{registry: prometheus.NewRegistry()}
	counter := func(name, help string, labels ...string) *prometheus.CounterVec {
		m.note("counter", name, help, labels...)
		return prometheus.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, labels)
	}
	histogram := func(name, help string, buckets []float64, labels ...string) *prometheus.HistogramVec {
		m.note("histogram", name, help, labels...)
		return prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: name, Help: help, Buckets: buckets}, labels)
	}
	m.questions = counter("onrecord_questions_total", "Questions by outcome (answered, abstained, failed) and the reason for abstaining.", "outcome", "reason")
	m.seconds = histogram("onrecord_stage_duration_seconds", "Time that stages took: of a question, of getting an article, of polling a feed. Stages lie within one another.",
		[]float64{.0001, .00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30}, "stage")
	m.failures = counter("onrecord_stage_failures_total", "Stages that ended with an error, those that somebody gave up included.", "stage")
	m.requests = counter("onrecord_discord_requests_total", "Requests to Discord by route and status; 0 where no reply came.", "method", "route", "code")
	m.replies = histogram("onrecord_discord_request_duration_seconds", "Time until Discord replied; waiting for rate limits is not in it.",
		[]float64{.01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10}, "method", "route")
	m.models = counter("onrecord_model_requests_total", "Requests to language models, for prose and for vectors, by how they ended.", "outcome")
	m.jobs = counter("onrecord_jobs_total", "Articles that this process was to get, by how that ended and what stood in the way.", "outcome", "reason")
	m.polls = counter("onrecord_feed_polls_total", "Feeds that this process asked for news, by how that ended.", "outcome")
	const info, infoHelp = "onrecord_build_info", "Always 1; the labels tell what runs."
	m.note("gauge", info, infoHelp, "version", "commit", "go")
	build := prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: info, Help: infoHelp}, []string{"version", "commit", "go"})
	build.WithLabelValues(b.Version, b.Commit, b.Go).Set(1)
	m.registry.MustRegister(m.questions, m.seconds, m.failures, m.requests, m.replies, m.models, m.jobs, m.polls, build,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	for _, stage := range stages.Names() { // so that none is missing from a graph
		m.seconds.WithLabelValues(string(stage))
		m.failures.WithLabelValues(string(stage))
	}
	return m
}

// Question counts a question. The reason is "" unless it was abstained from.
func (m *Metrics) Question(outcome, reason string) {
	m.questions.WithLabelValues(outcome, reason).Inc()
}

// Request counts a request to Discord.
func (m *Metrics) Request(method, route string, code int, took time.Duration) {
	m.requests.WithLabelValues(method, route, strconv.Itoa(code)).Inc()
	m.replies.WithLabelValues(method, route).Observe(took.Seconds())
}

// Begin implements stages.Observer.
func (m *Metrics) Begin(ctx context.Context, name stages.Name) (context.Context, func(error, []slog.Attr)) {
	began := time.Now()
	return ctx, func(err error, facts []slog.Attr) {
		m.seconds.WithLabelValues(string(name)).Observe(time.Since(began).Seconds())
		if err != nil {
			m.failures.WithLabelValues(string(name)).Inc()
		}
		switch name {
		case stages.Model, stages.Embed:
			m.models.WithLabelValues(fact(facts, "outcome")).Inc()
		case stages.Job:
			m.jobs.WithLabelValues(fact(facts, "outcome"), fact(facts, "reason")).Inc()
		case stages.Poll:
			m.polls.WithLabelValues(fact(facts, "outcome")).Inc()
		}
	}
}

// fact is the last fact of a name, "" for none.
func fact(facts []slog.Attr, name string) string {
	for i := len(facts) - 1; i >= 0; i-- {
		if facts[i].Key == name {
			return facts[i].Value.String()
		}
	}
	return ""
}
