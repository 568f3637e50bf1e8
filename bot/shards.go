package bot

import (
	"cmp"
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"sync"
	"time"

	"onrecord/news"
	"onrecord/shards"
)

// keepShards holds this process's share of the gateway's shards until ctx ends,
// or until Discord says that trying again is no use.
func (b *Bot) keepShards(ctx context.Context) error {
	app, err := b.introduce(ctx)
	if app == "" || err != nil {
		return err
	}
	b.greet(app)
	saving, stop := context.WithCancel(ctx)
	var clerk sync.WaitGroup
	clerk.Go(func() { b.keepSessions(saving) })
	defer clerk.Wait()
	defer stop()
	if b.config.NoGateway {
		<-ctx.Done()
		return nil
	}
	return shards.New(shards.Config{
		Table: b.config.Shards, App: app, Process: b.config.Process, Logger: b.log,
		Split: b.split, Use: b.stayConnected,
		Pause: b.config.StartEvery, Lease: b.config.ShardLease, Resize: b.config.ResizeEvery,
	}).Run(ctx)
}

// introduce asks Discord who the bot is, until it answers; "" when ctx ended.
func (b *Bot) introduce(ctx context.Context) (app string, err error) {
	for failures := 1; ; failures++ {
		asking, cancel := context.WithTimeout(ctx, b.config.SendTime)
		err := b.askWho(asking)
		cancel()
		switch why := fatal(err); {
		case err == nil:
			return *b.app.Load(), nil
		case why != nil:
			return "", why
		}
		b.log.Warn("cannot reach Discord; trying again", "error", err, "failures", failures)
		if sleep(ctx, backoff(b.config.Backoff, failures)) != nil {
			return "", nil
		}
	}
}

// askWho asks for the bot's user, its application and that one's key.
func (b *Bot) askWho(ctx context.Context) error {
	me, err := fetch[userEvent](ctx, b.discord, "users/@me", accountBucket)
	if err != nil {
		return err
	}
	app, err := fetch[struct {
		ID  string `json:"id"`
		Key string `json:"verify_key"`
	}](ctx, b.discord, "applications/@me", accountBucket)
	if err != nil {
		return err
	}
	b.self.Store(&me.ID)
	b.app.Store(&app.ID)
	if key, err := hex.DecodeString(app.Key); err == nil && len(key) == ed25519.PublicKeySize {
		b.key.Store((*ed25519.PublicKey)(&key))
	}
	return nil
}

// split asks Discord into how many shards the gateway should be split.
func (b *Bot) split(ctx context.Context) (size, atOnce int, err error) {
	asking, cancel := context.WithTimeout(ctx, b.config.SendTime)
	defer cancel()
	starts, err := b.discord.starts(asking)
	switch why := fatal(err); {
	case why != nil:
		return 0, 0, fmt.Errorf("%w: %w", shards.ErrRefused, why)
	case err != nil:
		return 0, 0, err
	}
	return cmp.Or(b.config.Split, starts.shards), starts.atOnce, nil
}

// takeFrom takes a shard's events while this process holds it: one that was
// stopped for a while may find that another has gone on without it. The rest is
// for whoever has the shard next.
func (b *Bot) takeFrom(s shards.Shard, one *session, p *pulse) func(kind string, seq int64, data json.RawMessage) {
	return func(kind string, seq int64, data json.RawMessage) {
		if !s.Held() || b.running.Err() != nil {
			one.leave()
		}
		if !one.takes() {
			return
		}
		if kind == "READY" {
			if e, err := decode[readyEvent](data); err == nil {
				one.begin(news.Session{ID: e.Session, Address: e.Resume, Servers: len(e.Servers), Intents: b.discord.intents()})
			}
		}
		event, how := b.take(kind, data, p)
		if how == left {
			one.leave()
			return
		}
		one.came(seq, event)
	}
}

// newProcess names a process as no other was ever named.
func newProcess(now time.Time) string {
	host, err := os.Hostname()
	if err != nil {
		host = "somewhere"
	}
	return fmt.Sprintf("%s-%d-%d-%08x", host, os.Getpid(), now.UnixMilli(), rand.Uint32())
}
