package llm

import (
	"errors"
	"sync/atomic"
	"time"

	"github.com/sony/gobreaker/v2"
)

// breaker leaves a model alone that keeps failing: people then get their
// answers without waiting for prose that won't come.
type breaker struct {
	circuit *gobreaker.CircuitBreaker[Reply]
	lasting *atomic.Bool // the last failure is one that trying again won't mend
}

// fails is how many failures in a row have a model rest; one that only whoever
// runs the program can mend is enough.
const fails = 5

func newBreaker(rest time.Duration) breaker {
	b := breaker{lasting: &atomic.Bool{}}
	b.circuit = gobreaker.NewCircuitBreaker[Reply](gobreaker.Settings{
		Name:    "model",
		Timeout: rest,
		ReadyToTrip: func(c gobreaker.Counts) bool {
			return c.ConsecutiveFailures >= fails || b.lasting.Load()
		},
		IsExcluded: func(err error) bool {
			var f *Failure
			return errors.As(err, &f) && f.Kind == Stopped
		},
	})
	return b
}

// run calls do unless the model rests. The reply of a call that failed is
// returned too, for what it cost.
func (b breaker) run(do func() (Reply, error)) (Reply, error) {
	var cost Usage
	reply, err := b.circuit.Execute(func() (Reply, error) {
		reply, err := do()
		var f *Failure
		b.lasting.Store(errors.As(err, &f) && f.Kind.lasting())
		cost = reply.Usage
		return reply, err
	})
	reply.Usage = cost
	return reply, err
}
