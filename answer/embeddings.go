package answer

import (
	"context"
	"crypto/sha256"
	"log/slog"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"onrecord/llm"
	"onrecord/news"
	"onrecord/stages"
)

// Embedder makes vectors of texts; *llm.Client in the program.
type Embedder interface {
	// Embed returns one vector a text, or none and an error; usage counts in
	// either case.
	Embed(ctx context.Context, texts []string) ([][]float32, llm.Usage, error)
	// Model is the name of the embedding model.
	Model() string
}

// Vectors finds paragraphs by their vectors; *shelf.Shelf in the program.
type Vectors interface {
	// Nearest lists the paragraphs of a library (of one article of it when article
	// is not "") whose vectors of a model are the nearest, in the order of
	// [news.Nearer].
	Nearest(ctx context.Context, library, article, model string, v []float32, limit int) ([]news.Near, error)
}

// EmbeddingConfig is what embeddings are made of. Embedder and Vectors are
// required.
type EmbeddingConfig struct {
	Embedder Embedder
	Vectors  Vectors
	// Ledger keeps what was spent: nothing is, and Day does not hold.
	Ledger Ledger
	// Day bounds the tokens that everybody together spends in a day of UTC, on
	// whatever model; 0 is no bound.
	Day int
	// Wait is how long a question waits for its vector and for what is near it:
	// 1.5 s. After that it is answered by its words alone.
	Wait time.Duration
	// Logger gets why nothing near was found, never a question: slog.Default.
	Logger *slog.Logger
}

// Embeddings let a question find paragraphs that say the same in other words.
// They are safe for concurrent use.
type Embeddings struct {
	config EmbeddingConfig
	kept   *lru.Cache[digest, []float32] // by a digest of the question, which is kept nowhere
}

// digest stands for a text.
type digest [sha256.Size]byte

// keptVectors is how many questions' vectors are kept, some 6 KB each.
const keptVectors = 512

// NewEmbeddings returns embeddings.
func NewEmbeddings(c EmbeddingConfig) *Embeddings {
	if c.Wait == 0 {
		c.Wait = 1500 * time.Millisecond
	}
	if c.Logger == nil {
		c.Logger = slog.Default()
	}
	kept, err := lru.New[digest, []float32](keptVectors)
	if err != nil {
		panic(err) // only for a size below one
	}
	return &Embeddings{config: c, kept: kept}
}

// WithEmbeddings returns an engine over the same library that looks also for
// what lies near a question; nil is an engine that does not.
func (e *Engine) WithEmbeddings(m *Embeddings) *Engine {
	other := *e
	other.near = m
	return &other
}

// Model is the name of the embedding model.
func (m *Embeddings) Model() string { return m.config.Embedder.Model() }

// Embed makes vectors of texts within the day's budget and charges it. It fails
// with [ErrBudget], or as the embedder does.
func (m *Embeddings) Embed(ctx context.Context, texts []string) ([][]float32, error) {
	c, everybody := m.config, news.Account{Kind: news.EverybodysAccount}
	day := time.Now().UTC().Format(time.DateOnly)
	if c.Ledger != nil && c.Day > 0 {
		need := 0
		for _, text := range texts {
			need += llm.Estimate(text)
		}
		spent, err := c.Ledger.Spent(ctx, day, everybody)
		if err != nil {
			return nil, err
		}
		if spent+need > c.Day {
			return nil, OverBudget{everybody}
		}
	}
	asking, stage := stages.Begin(ctx, stages.Embed)
	vectors, usage, err := c.Embedder.Embed(asking, texts)
	stage.Note(slog.String("model", m.Model()), slog.Int("texts", len(texts)), slog.String("outcome", outcome(err)), slog.Int("prompt_tokens", usage.Prompt))
	stage.End(err)
	if c.Ledger != nil && usage.Total() > 0 {
		n := news.Spending{Calls: 1, Prompt: usage.Prompt, Completion: usage.Completion}
		if usage.Estimated {
			n.Estimated = 1
		}
		if err := c.Ledger.Spend(context.WithoutCancel(ctx), day, n, everybody); err != nil {
			c.Logger.ErrorContext(ctx, "what vectors cost could not be kept", "error", err)
		}
	}
	return vectors, err
}

// nearest lists what lies nearest a text, nothing when that can't be told in
// time.
func (m *Embeddings) nearest(ctx context.Context, library, article, text string) []news.Near {
	ctx, cancel := context.WithTimeout(ctx, m.config.Wait)
	defer cancel()
	key := digest(sha256.Sum256([]byte(text)))
	v, ok := m.kept.Get(key)
	if !ok {
		vectors, err := m.Embed(ctx, []string{text})
		if err != nil || len(vectors) != 1 {
			m.config.Logger.DebugContext(ctx, "a question has no vector", "error", err)
			return nil
		}
		v = vectors[0]
		m.kept.Add(key, v)
	}
	found, err := m.config.Vectors.Nearest(ctx, library, article, m.Model(), v, maxNear)
	if err != nil {
		m.config.Logger.DebugContext(ctx, "what is near a question was not found", "error", err)
		return nil
	}
	return found
}
