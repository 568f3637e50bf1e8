package bot

import (
	"cmp"
	"context"
	"crypto/ed25519"
	"errors"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"onrecord/answer"
	"onrecord/shards"
	"onrecord/stages"
)

// Config is what a bot is made of. Token, Engine and Pages are required; what is
// left zero gets the default named beside it.
type Config struct {
	// Token is the bot's token, with or without "Bot " before it.
	Token  string
	Engine Engine
	Pages  Pages
	// Servers keeps what servers and people choose and say: all ask
	// news.HomeLibrary, and nothing is kept.
	Servers Servers
	// Model names the language model that retells answers, for those who ask what
	// becomes of their questions: there is none. Embedding names the one that makes
	// vectors of questions and articles: neither is there that.
	Model, Embedding string
	// Bold gives an engine that answers more or less readily, for places that
	// choose: Engine.
	Bold func(answer.Boldness) Engine
	// Intake reads what servers and people add to their libraries: they can't.
	Intake Intake
	// Feeds follows outlets and speakers for them: they can't.
	Feeds Feeds
	// Started is called once with the bot, before Run returns: nobody is told.
	Started func(*Bot)
	// Claims is where processes agree on who deals with an event: this one deals
	// with all that it is sent.
	Claims Claims
	// Sessions keeps the sessions of the gateway, so that whoever comes next is
	// sent what was asked in between: they end with the process.
	Sessions Sessions
	// Asked is told of every question that was worked on: in which server, "" for
	// direct messages, and how it ended: answered, why it was not, or [Failed].
	// It must not wait: nobody is told.
	Asked func(server, outcome string)
	// MessageContent asks Discord for the words of all messages, which it gives
	// only when that is switched on for the bot in the developer portal: then
	// people need not mention the bot in the threads that it opened.
	MessageContent bool
	// Process names this process among those that share the gateway, as no other
	// was ever named: a name is made up.
	Process string
	// Journal keeps what is in hand, and Left are the questions that a process
	// which was killed left in it: nobody is told of those.
	Journal Journal
	Left    []InHand
	// Logger gets what happens, never a secret or a question: slog.Default.
	Logger *slog.Logger
	// Invite is called with the link that adds the bot to a server, once it is
	// known: nobody is told.
	Invite func(link string)
	// HTTPClient's transport carries every request: http.DefaultTransport.
	HTTPClient *http.Client

	Questions    int           // taken at once, waiting ones included: 256
	Workers      int           // worked on at once: 8
	QuestionTime time.Duration // for one question, waiting included: 30 s
	FirstReply   time.Duration // for an interaction's first reply, of Discord's 3 s: 2.8 s
	SendTime     time.Duration // for an answer, or a greeting, to reach Discord: 15 s
	StopTime     time.Duration // for finishing when told to stop: 20 s
	Retellings   int           // answers that wait for a model's prose at once: 64
	RetellTime   time.Duration // for one of them, at most: 2 min
	PaceEvery    time.Duration // one question a user, on average: 3 s
	PaceBurst    int           // questions a user may ask in one go: 6
	CrowdEvery   time.Duration // one question a server, on average: 500 ms
	CrowdBurst   int           // questions a server may ask in one go: 40

	// Shards is where processes agree on who holds which part of the gateway:
	// this process holds all.
	Shards shards.Table
	// NoGateway leaves the gateway to others: interactions come over HTTP, see
	// [Bot.Endpoint].
	NoGateway bool
	// Split is into how many shards the gateway is split: as Discord says.
	Split int

	ClaimTime   time.Duration // for a claim, after which an event is answered without, twice being better than never: 500 ms
	ClaimLease  time.Duration // an event is in a process's hand without a word from it: 6 s
	ShardLease  time.Duration // a shard is a process's without a word from it: 6 s
	SaveEvery   time.Duration // how far sessions have got is saved: 1.5 s
	ResizeEvery time.Duration // Discord is asked into how many shards to split: 15 min
	StartEvery  time.Duration // between two sessions of a bucket of shards: 5 s
	OpenTimeout time.Duration // for the gateway to open: 45 s
	ReadTimeout time.Duration // without a word from the gateway: 90 s
	Backoff     time.Duration // first wait before reconnecting: 1 s
}

// Bot answers in Discord. Make one with [New] and run it once.
type Bot struct {
	config   Config
	alone    bool // shares the gateway with nobody
	log      *slog.Logger
	discord  *discord
	clock    *discordClock
	commands []Command
	asking   []Command // those that change nothing
	presses  []Press
	talk     *talker
	seen     *seen
	pace     *pace // of users
	crowd    *pace // of servers

	pulses      pulses
	hand        *hand
	sessions    sessionsKept
	ending      sync.WaitGroup // sockets that are being closed
	crew        crew
	questions   lane // taken
	workers     lane // worked on
	apologies   lane // people being told that there is no answer
	completions lane
	awaited     lane // in the hand of another process, which may not finish it
	notes       lane // being kept
	retellings  lane // answers that wait for a model's prose
	spent       spent

	chores lane // registering the commands

	self atomic.Pointer[string]            // the bot's user ID, nil until READY
	app  atomic.Pointer[string]            // its application's
	key  atomic.Pointer[ed25519.PublicKey] // that Discord signs interactions with, nil until known

	// Both are set by Run before anything that uses them starts.
	running context.Context // ends when the bot is told to stop
	working context.Context // ends when time is up for what is under way
}

// New returns a bot that has not connected yet. It fails when the configuration
// lacks something.
func New(c Config) (*Bot, error) {
	c.Token = bareToken(c.Token)
	switch {
	case c.Token == "":
		return nil, errors.New("a Discord bot needs a token")
	case c.Engine == nil || c.Pages == nil:
		return nil, errors.New("a Discord bot needs an engine and its pages")
	}
	if c.Logger == nil {
		c.Logger = slog.Default()
	}
	c.Logger = stages.Logger(c.Logger)
	alone := c.Shards == nil
	if alone {
		c.Shards, c.ShardLease = &shards.Memory{}, time.Hour // nobody else would take them
	}
	c.setDefaults()

	c.Engine = choosy{c.Engine, c.Pages, c.Bold}
	b := &Bot{
		config:      c,
		alone:       alone,
		log:         c.Logger,
		clock:       &discordClock{},
		commands:    commands(c),
		asking:      onlyAsking(c),
		presses:     presses(c),
		seen:        newSeen(),
		pace:        newPace(c.PaceEvery, c.PaceBurst, 0),
		crowd:       newPace(c.CrowdEvery, c.CrowdBurst, time.Minute),
		questions:   newLane(c.Questions),
		workers:     newLane(c.Workers),
		apologies:   newLane(256),
		completions: newLane(64),
		awaited:     newLane(1024),
		notes:       newLane(64),
		hand:        newHand(),
		retellings:  newLane(c.Retellings),
		chores:      newLane(1),
	}
	b.talk = &talker{c.Engine, c.Pages, newPlaces(b), func(ctx context.Context, r Request) Message { return help(ctx, c.Engine, r) }}
	b.presses = append(b.presses, b.talk.presses()...)
	var err error
	b.discord, err = newDiscord(c.Token, patiently(c.HTTPClient, b.clock, c.Backoff))
	if err == nil {
		b.discord.words = c.MessageContent
	}
	return b, err
}

// setDefaults gives what is left zero its default.
func (c *Config) setDefaults() {
	c.Process = cmp.Or(c.Process, newProcess(time.Now()))
	if c.HTTPClient == nil {
		c.HTTPClient = &http.Client{}
	}
	c.Questions = cmp.Or(c.Questions, 256)
	c.Workers = cmp.Or(c.Workers, 8)
	c.QuestionTime = cmp.Or(c.QuestionTime, 30*time.Second)
	c.FirstReply = cmp.Or(c.FirstReply, 2800*time.Millisecond)
	c.SendTime = cmp.Or(c.SendTime, 15*time.Second)
	c.StopTime = cmp.Or(c.StopTime, 20*time.Second)
	c.Retellings = cmp.Or(c.Retellings, 64)
	c.RetellTime = cmp.Or(c.RetellTime, retellTime)
	c.PaceEvery = cmp.Or(c.PaceEvery, 3*time.Second)
	c.PaceBurst = cmp.Or(c.PaceBurst, 6)
	c.CrowdEvery = cmp.Or(c.CrowdEvery, 500*time.Millisecond)
	c.CrowdBurst = cmp.Or(c.CrowdBurst, 40)
	c.ClaimTime = cmp.Or(c.ClaimTime, 500*time.Millisecond)
	c.ClaimLease = cmp.Or(c.ClaimLease, 6*time.Second)
	c.ShardLease = cmp.Or(c.ShardLease, 6*time.Second)
	c.SaveEvery = cmp.Or(c.SaveEvery, 1500*time.Millisecond)
	c.StartEvery = cmp.Or(c.StartEvery, 5*time.Second)
	c.OpenTimeout = cmp.Or(c.OpenTimeout, 45*time.Second)
	c.ReadTimeout = cmp.Or(c.ReadTimeout, 90*time.Second)
	c.Backoff = cmp.Or(c.Backoff, time.Second)
}

// Run connects and answers until ctx ends, then finishes what it has in hand.
// It returns nil after that, or an error that says what to do when Discord does
// not want this bot.
func (b *Bot) Run(ctx context.Context) error {
	working, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	b.running, b.working = ctx, working
	defer context.AfterFunc(ctx, b.crew.sendHome)()
	if b.config.Started != nil {
		b.config.Started(b)
	}
	var clerks sync.WaitGroup
	clerks.Go(func() { b.keepClaims(working) })
	err := b.keepShards(ctx)
	b.finish(stop)
	stop()
	clerks.Wait()
	b.ending.Wait()
	noting, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer cancel()
	b.noteFinished(noting)
	return err
}

// finish lets the crew finish within the time there is, then stops its work and
// waits a little for what heeds that.
func (b *Bot) finish(stop context.CancelFunc) {
	b.crew.sendHome()
	ctx, cancel := context.WithTimeout(b.working, b.config.StopTime)
	defer cancel()
	if b.crew.finish(ctx) == nil {
		return
	}
	b.log.Warn("stopped before every question was answered")
	late, cancel := context.WithTimeout(context.WithoutCancel(b.working), time.Second)
	defer cancel()
	stop()
	_ = b.crew.finish(late)
}

// bareToken takes off what people paste along with a token.
func bareToken(token string) string {
	token = strings.Trim(strings.TrimSpace(token), `"'`)
	return strings.TrimSpace(strings.TrimPrefix(token, "Bot "))
}
