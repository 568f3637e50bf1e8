package llm_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/llm"
	"onrecord/llm/llmtest"
)

func TestEmbed(t *testing.T) {
	texts := []string{"The ferry is late.", "Bread is dear.", strings.Repeat("long ", 2000)}
	for _, c := range []struct {
		mode llmtest.Mode
		want llm.Kind // "" for vectors
	}{
		{llmtest.Honest, ""},
		{llmtest.TurnedVectors, ""},
		{llmtest.Slow, ""},
		{llmtest.FewVectors, llm.BadReply},
		{llmtest.SameNumber, llm.BadReply},
		{llmtest.NotANumber, llm.BadReply},
		{llmtest.UnevenVectors, llm.BadReply},
		{llmtest.ZeroVectors, llm.BadReply},
		{llmtest.LongVectors, llm.BadReply},
		{llmtest.Huge, llm.BadReply},
		{llmtest.Error500, llm.Down},
		{llmtest.RateLimit, llm.Busy},
		{llmtest.BadModel, llm.NoModel},
		{llmtest.Hang, llm.Slow},
	} {
		t.Run(string(c.mode), func(t *testing.T) {
			wait := 400 * time.Millisecond
			if c.want == "" || c.want == llm.BadReply {
				wait = time.Minute // such a reply comes; a busy machine takes its time to read a large one
			}
			client, _, log := client(t, c.mode, func(c *llm.Config) { c.Timeout = wait })
			got, usage, err := client.Embed(t.Context(), texts)
			var f *llm.Failure
			switch {
			case c.want == "" && err != nil:
				t.Fatal(err)
			case c.want != "" && (!errors.As(err, &f) || f.Kind != c.want || got != nil):
				t.Fatalf("%d vectors, %v; want %s", len(got), err, c.want)
			case strings.Contains(log.String(), key) || err != nil && strings.Contains(err.Error(), key):
				t.Error("the key was told")
			case c.want != "":
				return
			}
			if usage.Prompt == 0 || len(got) != len(texts) {
				t.Fatalf("%d vectors, %+v", len(got), usage)
			}
			for i := range 2 {
				if !slices.Equal(got[i], llmtest.Embedding(texts[i])) {
					t.Errorf("vector %d is another text's", i)
				}
			}
		})
	}
}

func TestEmbedBounds(t *testing.T) {
	client, srv, _ := client(t, llmtest.Honest, nil)
	if got, _, err := client.Embed(t.Context(), nil); got != nil || err != nil {
		t.Errorf("of no texts: %v, %v", got, err)
	}
	if _, _, err := client.Embed(t.Context(), make([]string, llm.MaxEmbedded+1)); err == nil || srv.Count() > 0 {
		t.Errorf("too many texts: %v, %d requests", err, srv.Count())
	}
}
