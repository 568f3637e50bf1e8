package main

import (
	"cmp"
	"math"
	"slices"
)

const (
	secondsADay = 86400
	hoursAMonth = 730
	daysAMonth  = 30
)

// need is what so many servers need.
type need struct {
	servers float64

	postgres    bool
	questions   float64 // a second, in the busiest hour
	events      float64 // of the gateway, a second, in the busiest hour
	cores       float64 // of the processes, at the share of use that is allowed
	shards      float64
	starting    float64 // seconds until the last shard is there, all starting at once
	processes   float64
	memory      float64 // bytes, of the processes
	paragraphs  float64 // stored
	disk        float64 // bytes
	dbCores     float64
	connections float64
	rest        float64 // requests a second under Discord's global limit, in the busiest hour
	tokens      float64 // a day
	hosting     float64 // a month
	model       float64 // a month

	limits []limit // the nearest to breaking first
}

// limit is something that breaks: at 1 it does.
type limit struct {
	name string
	at   float64
}

// need works it out. Every line is one sentence of docs/scaling.md.
func (f *figures) need(servers float64) (need, error) {
	n := need{servers: servers, postgres: servers > f.get("servers_on_sqlite")}
	peak := f.get("peak_over_mean") / secondsADay
	n.questions = servers * f.get("questions_per_server_day") * peak
	n.events = servers * f.get("events_per_server_day") * peak

	ask, bytes := f.get("cpu_question_sqlite"), f.get("bytes_paragraph_sqlite")
	if n.postgres {
		ask, bytes = f.get("cpu_question_postgres"), f.get("bytes_paragraph_postgres")
	}
	libraries := servers * f.get("servers_with_library")
	read := libraries * f.get("articles_library_day") * f.get("paragraphs_article") * peak // paragraphs a second
	busy := n.questions*ask/1e3 + n.events*f.get("cpu_event")/1e3 + read*f.get("cpu_paragraph")/1e3
	n.cores = busy / f.get("use_of_a_core")

	n.shards = math.Ceil(servers / f.get("servers_per_shard"))
	together := 1.0
	if servers > f.get("servers_of_a_large_bot") {
		together = f.get("max_concurrency_large")
	}
	n.starting = (math.Ceil(n.shards/together) - 1) * f.get("identify_every")

	n.processes = 1
	if n.postgres { // one more than it takes, so that one may die
		n.processes = max(math.Ceil(n.cores/f.get("cores_per_process")), math.Ceil(n.shards/f.get("shards_per_process"))) + 1
	}
	n.memory = 1e6 * (n.processes*f.get("memory_process") + n.shards*f.get("memory_shard"))

	n.paragraphs = libraries * f.get("articles_library") * f.get("paragraphs_article")
	n.disk = n.paragraphs*bytes + servers*f.get("bytes_server")
	if n.postgres {
		n.dbCores = (n.questions*f.get("cpu_database")/1e3 + read*f.get("cpu_database_paragraph")/1e3) / f.get("use_of_a_core")
		n.connections = n.processes * f.get("connections_process")
	}
	n.rest = n.questions * f.get("questions_by_message") * f.get("requests_per_message")
	told := servers * f.get("questions_per_server_day") * f.get("questions_told")
	n.tokens = told * (f.get("tokens_prompt") + f.get("tokens_reply"))

	cores := max(n.cores+n.dbCores, f.get("smallest_machine_cores"))
	n.hosting = cores*f.get("core_hour")*hoursAMonth + (n.memory+n.dbCores*f.get("database_memory_per_core")*1e9)/1e9*f.get("memory_gb_month") +
		n.disk/1e9*f.get("disk_gb_month")*f.get("copies_of_the_data")
	n.model = told * daysAMonth / 1e6 * (f.get("tokens_prompt")*f.get("price_prompt") + f.get("tokens_reply")*f.get("price_reply"))

	rest := f.get("rest_per_second")
	starts := f.get("identifies_day")
	if servers > f.get("servers_of_a_large_bot") {
		rest, starts = f.get("rest_per_second_large"), math.Max(2000, servers/1000*5)
	}
	n.limits = []limit{
		{"Discord's global limit on requests", n.rest / rest},
		{"sessions that may be started in a day, were all processes restarted twice", 2 * n.shards / starts},
		{"a start of everything within ten minutes", n.starting / 600},
		{"the cores of one database machine", n.dbCores / f.get("database_cores")},
		{"the disk of one database machine", n.disk / (f.get("database_disk") * 1e12)},
		{"PostgreSQL's connections as it comes", n.connections / f.get("database_connections")},
	}
	if !n.postgres {
		n.limits = append(n.limits, limit{"two cores of one machine", n.cores / 2})
	}
	slices.SortStableFunc(n.limits, func(a, b limit) int { return cmp.Compare(b.at, a.at) })
	return n, f.missing
}
