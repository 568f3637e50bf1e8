package main

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"time"

	"onrecord/llm"
)

// checkModel asks the language model for a word.
func checkModel(ctx context.Context, e *examination) finding {
	c, err := e.p.settings.model()
	switch {
	case err != nil:
		return skip("its settings can't be read")
	case !c.on:
		return skip("there is none: answers come without prose; OPENAI_API_KEY or OPENAI_BASE_URL switches one on")
	}
	client, err := c.open(slog.New(slog.DiscardHandler))
	if err != nil {
		return trouble("correct the settings that begin with OPENAI_", "%v", err)
	}
	began := time.Now()
	_, err = client.Complete(ctx, llm.Request{
		System: `Reply with the JSON object {"ok": true} and nothing else.`, User: "Are you there?", Name: "ok",
		Schema: json.RawMessage(`{"type":"object","additionalProperties":false,"required":["ok"],"properties":{"ok":{"type":"boolean"}}}`),
	})
	var f *llm.Failure
	if errors.As(err, &f) {
		return trouble("until then answers come without prose", "%s: %v", c.client.Model, f)
	}
	took := time.Since(began).Round(10 * time.Millisecond)
	if c.embedding == "" {
		return fine("%s replied after %v", c.client.Model, took)
	}
	embedder, err := c.openEmbedding(slog.New(slog.DiscardHandler))
	if err == nil {
		_, _, err = embedder.Embed(ctx, []string{"Are you there?"})
	}
	if err != nil {
		return trouble("until then questions find by their words alone", "%s: %v", c.embedding, err)
	}
	return fine("%s replied after %v, and %s makes vectors", c.client.Model, took, c.embedding)
}
