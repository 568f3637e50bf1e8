package answer

import (
	"context"
	"errors"
	"sync"
	"time"

	"onrecord/llm"
	"onrecord/news"
)

// Budget bounds what is spent on a model in a day of UTC, in tokens; 0 is no
// bound.
type Budget struct {
	Day    int // by everybody together
	Server int // by one server
	User   int // by one person
}

// Ledger keeps what was spent; *store.Store in the program.
type Ledger interface {
	// Spent is what an account has spent on a day (2006-01-02), in tokens.
	Spent(ctx context.Context, day string, a news.Account) (int, error)
	// Spend adds to what accounts have spent on a day.
	Spend(ctx context.Context, day string, s news.Spending, accounts ...news.Account) error
}

// ErrBudget says that nothing is left to spend on the model today; errors wrap it.
var ErrBudget = errors.New("the day's tokens for the model are spent")

// OverBudget says on whose account nothing is left. It wraps [ErrBudget].
type OverBudget struct{ Account news.Account }

func (o OverBudget) Error() string { return ErrBudget.Error() }

// Unwrap returns ErrBudget.
func (o OverBudget) Unwrap() error { return ErrBudget }

// accounts are those that a payer's question is charged to: the server's and
// the person's own. What all servers spent is everybody's.
func (p Payer) accounts() []news.Account {
	out := []news.Account{{Kind: news.EverybodysAccount}, {Kind: news.ServerAccount, ID: p.Server}}
	if p.User != "" {
		out = append(out, news.Account{Kind: news.UserAccount, ID: p.User})
	}
	return out
}

// Budget is what the model may spend.
func (m *Model) Budget() Budget { return m.budget }

// limit is what an account may spend in a day, 0 for no bound.
func (b Budget) limit(a news.Account) int {
	switch a.Kind {
	case news.ServerAccount:
		if a.ID == "" {
			return 0 // direct messages and the command line share no budget
		}
		return b.Server
	case news.UserAccount:
		return b.User
	}
	return b.Day
}

// pending is what questions under way may yet spend, by account, so that many
// at once can't spend a budget over.
type pending struct {
	mu     sync.Mutex
	tokens map[news.Account]int
}

func newPending() *pending { return &pending{tokens: map[news.Account]int{}} }

func (p *pending) add(a news.Account, n int) (before int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	before = p.tokens[a]
	if p.tokens[a] += n; p.tokens[a] <= 0 {
		delete(p.tokens, a)
	}
	return before
}

// replyTokens is what a reply is reckoned at before it has come.
const replyTokens = 200

// reserve sees to it that a prompt is within every budget, and returns what
// charges the accounts when its cost is known. It fails with [ErrBudget].
func (m *Model) reserve(ctx context.Context, x exchange) (release func(context.Context, llm.Usage), err error) {
	if m.ledger == nil {
		return func(context.Context, llm.Usage) {}, nil
	}
	day := time.Now().UTC().Format(time.DateOnly)
	accounts := x.payer.accounts()
	need := llm.Estimate(x.request.System) + llm.Estimate(x.request.User) + replyTokens
	free := func(n int) {
		for _, a := range accounts[:n] {
			m.pending.add(a, -need)
		}
	}
	for i, a := range accounts {
		before := m.pending.add(a, need)
		limit := m.budget.limit(a)
		if limit == 0 {
			continue
		}
		spent, err := m.ledger.Spent(ctx, day, a)
		if err == nil && spent+before+need > limit {
			err = OverBudget{a}
		}
		if err != nil {
			free(i + 1)
			return nil, err
		}
	}
	return func(ctx context.Context, u llm.Usage) {
		defer free(len(accounts))
		if u.Total() == 0 {
			return
		}
		s := news.Spending{Calls: 1, Prompt: u.Prompt, Completion: u.Completion}
		if u.Estimated {
			s.Estimated = 1
		}
		if err := m.ledger.Spend(ctx, day, s, accounts...); err != nil {
			m.log.ErrorContext(ctx, "what the model cost could not be kept", "error", err)
		}
	}, nil
}
