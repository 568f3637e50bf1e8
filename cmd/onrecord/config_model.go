package main

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"onrecord/answer"
	"onrecord/llm"
	"onrecord/prompts"
)

// modelConfig is what there is to know of a language model; on tells that there
// is one.
type modelConfig struct {
	on      bool
	key     secret
	client  llm.Config // without the key
	prompts *prompts.Set
	budget  answer.Budget
	// embedding is the model that makes vectors, at the same endpoint; "" for none.
	embedding string
}

// embeddingSetting names the model that makes vectors.
const embeddingSetting = "OPENAI_EMBEDDING_MODEL"

// defaultModel is OpenAI's that is asked when none is named: small, and quick to
// begin.
const defaultModel = "gpt-4.1-mini"

// model returns the settings of the model, or every complaint about them. A key
// or an endpoint switches it on.
func (s *settings) model() (modelConfig, error) {
	c := modelConfig{key: s.secret("OPENAI_API_KEY")}
	c.client = llm.Config{
		BaseURL:     strings.TrimSpace(s.getenv("OPENAI_BASE_URL")),
		Model:       strings.TrimSpace(s.getenv("OPENAI_MODEL")),
		Timeout:     s.duration("OPENAI_TIMEOUT", 20*time.Second),
		MaxTokens:   s.count("OPENAI_MAX_TOKENS", 1024),
		TokensField: llm.TokensField(s.or("OPENAI_MAX_TOKENS_FIELD", string(llm.TokensAuto))),
		Stream:      s.yes("OPENAI_STREAM"),
	}
	c.embedding = strings.TrimSpace(s.getenv(embeddingSetting))
	c.budget = answer.Budget{
		Day:    s.count("ONRECORD_TOKENS_PER_DAY", 0),
		Server: s.count("ONRECORD_TOKENS_PER_SERVER", 0),
		User:   s.count("ONRECORD_TOKENS_PER_USER", 0),
	}
	switch c.client.TokensField {
	case llm.TokensAuto, llm.TokensMax, llm.TokensNew:
	default:
		s.complain("OPENAI_MAX_TOKENS_FIELD is %q: use auto, max_tokens or max_completion_tokens", c.client.TokensField)
	}
	c.on = c.key.reveal() != "" || c.client.BaseURL != ""
	if dir := s.getenv("ONRECORD_PROMPTS"); c.on || dir != "" {
		var err error
		if c.prompts, err = prompts.Load(dir); err != nil {
			s.complain("ONRECORD_PROMPTS: %w", err)
		}
	}
	switch {
	case !c.on && c.embedding != "":
		s.complain("OPENAI_EMBEDDING_MODEL is set, but neither OPENAI_API_KEY nor OPENAI_BASE_URL: set the one that your model needs")
	case !c.on && c.client.Model != "":
		s.complain("OPENAI_MODEL is set, but neither OPENAI_API_KEY nor OPENAI_BASE_URL: set the one that your model needs")
	case c.on && c.client.BaseURL != "" && c.client.Model == "":
		s.complain("OPENAI_BASE_URL is set without OPENAI_MODEL: name the model to ask there")
	case c.on && c.client.Model == "":
		s.usually("OPENAI_MODEL", defaultModel)
		c.client.Model = defaultModel
	}
	if c.on {
		if _, err := llm.New(c.client); err != nil && c.client.Model != "" {
			s.complain("%w", err)
		}
	}
	return c, errors.Join(s.complaints...)
}

// count reads a whole number of things that is not negative.
func (s *settings) count(name string, otherwise int) int {
	text := s.or(name, strconv.Itoa(otherwise))
	n, err := strconv.Atoi(text)
	const most = 1_000_000_000_000
	if err != nil || n < 0 || n > most {
		s.complain("%s is %q: use a whole number of tokens", name, text)
		return otherwise
	}
	return n
}

// duration reads a length of time such as 20s.
func (s *settings) duration(name string, otherwise time.Duration) time.Duration {
	text := s.or(name, otherwise.String())
	d, err := time.ParseDuration(text)
	if err != nil || d <= 0 || d > 10*time.Minute {
		s.complain("%s is %q: use a time such as 20s, ten minutes (10m) at most", name, text)
		return otherwise
	}
	return d
}

// yes reads a switch.
func (s *settings) yes(name string) bool {
	text := s.or(name, "false")
	on, err := strconv.ParseBool(text)
	if err != nil {
		s.complain("%s is %q: use true or false", name, text)
	}
	return on
}
