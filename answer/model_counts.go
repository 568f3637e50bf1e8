package answer

import (
	"maps"
	"sync"

	"onrecord/llm"
)

// ModelCounts are what has become of a model's replies since the program began.
type ModelCounts struct {
	// Outcomes of questions, by name: "told" or "nothing" (to add); and of prompts:
	// "remembered" (from an earlier reply), "bad_reply", "budget", or an [llm.Kind].
	Outcomes map[string]int
	// Objections to sentences of prose, which were not shown.
	Objections map[Objection]int
	// Tokens spent on prompts and on replies.
	Prompt, Completion int
}

// modelCounts is a ModelCounts under a lock.
type modelCounts struct {
	mu  sync.Mutex
	now ModelCounts
}

func newModelCounts() *modelCounts {
	return &modelCounts{now: ModelCounts{Outcomes: map[string]int{}, Objections: map[Objection]int{}}}
}

func (c *modelCounts) outcome(name string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now.Outcomes[name]++
}

func (c *modelCounts) objection(o Objection) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now.Objections[o]++
}

func (c *modelCounts) tokens(u llm.Usage) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now.Prompt += u.Prompt
	c.now.Completion += u.Completion
}

// Counts returns a copy of the counts, for metrics.
func (m *Model) Counts() ModelCounts {
	m.counts.mu.Lock()
	defer m.counts.mu.Unlock()
	out := m.counts.now
	out.Outcomes, out.Objections = maps.Clone(out.Outcomes), maps.Clone(out.Objections)
	return out
}
