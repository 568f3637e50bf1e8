package news

// AccountKind says whose account it is.
type AccountKind string

// The kinds of account that a model's tokens are charged to.
const (
	EverybodysAccount AccountKind = "all"
	ServerAccount     AccountKind = "server" // ID "" for direct messages and the command line
	UserAccount       AccountKind = "user"
)

// Account is whom a model's tokens are charged to.
type Account struct {
	Kind AccountKind
	ID   string
}

// Spending is what was spent on a model.
type Spending struct {
	Calls      int // prompts sent
	Estimated  int // of them, those whose tokens had to be guessed
	Prompt     int // tokens
	Completion int // tokens
}

// Total is all tokens.
func (s Spending) Total() int { return s.Prompt + s.Completion }

// SpendingRow is what an account spent on a day.
type SpendingRow struct {
	Day string // 2006-01-02, UTC
	Account
	Spending
}
