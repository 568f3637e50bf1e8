package traces

import (
	"crypto/tls"
	"log/slog"
	"time"

	sdk "go.opentelemetry.io/otel/sdk/trace"
)

// Config says where traces go. All of it is given: what the environment says has
// been read by whoever made it.
type Config struct {
	// Endpoint is the address that spans are posted to, its path included.
	Endpoint string
	Headers  map[string]string // a secret
	Gzip     bool
	JSON     bool          // in place of protobuf
	Timeout  time.Duration // for one request, retries included
	TLS      *tls.Config   // nil for the system's certificates
	// Service and Attributes describe the program, Version is its own.
	Service, Version string
	Attributes       map[string]string
	Sampler          Sampler
	Share            float64 // of the traces that a sampler by ratio keeps, 0 to 1
	// Queue is how many spans wait at most, Batch how many are sent at once, and
	// Delay how long the first of them waits.
	Queue, Batch int
	Delay        time.Duration
	// Logger is told when traces can't be sent, and when they can again.
	Logger *slog.Logger
}

// Sampler is which traces are kept, by the names that OpenTelemetry has for them.
type Sampler string

// The samplers. The program's traces have no parents, so those that ask the
// parent do as those that don't.
const (
	AlwaysOn      Sampler = "always_on"
	AlwaysOff     Sampler = "always_off"
	Ratio         Sampler = "traceidratio"
	ParentOn      Sampler = "parentbased_always_on"
	ParentOff     Sampler = "parentbased_always_off"
	ParentByRatio Sampler = "parentbased_traceidratio"
)

// Samplers lists the samplers.
func Samplers() []Sampler {
	return []Sampler{AlwaysOn, AlwaysOff, Ratio, ParentOn, ParentOff, ParentByRatio}
}

func (c Config) sampler() sdk.Sampler {
	switch c.Sampler {
	case AlwaysOn:
		return sdk.AlwaysSample()
	case AlwaysOff:
		return sdk.NeverSample()
	case Ratio:
		return sdk.TraceIDRatioBased(c.Share)
	case ParentOff:
		return sdk.ParentBased(sdk.NeverSample())
	case ParentByRatio:
		return sdk.ParentBased(sdk.TraceIDRatioBased(c.Share))
	}
	return sdk.ParentBased(sdk.AlwaysSample())
}
