package main

import (
	"bytes"
	"context"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"onrecord/llm/llmtest"
)

const ceasefire = "What did Ryabkov say about a 48-hour ceasefire?"

// asked runs the program with a model in a mode.
func asked(t *testing.T, mode llmtest.Mode, settings []string, args ...string) (out, errs string) {
	t.Helper()
	srv := llmtest.Start(llmtest.Options{Mode: mode, Delay: 50 * time.Millisecond})
	t.Cleanup(srv.Close)
	t.Chdir(t.TempDir())
	base := []string{"ONRECORD_DB=" + filepath.Join(t.TempDir(), "x.db"), "OPENAI_BASE_URL=" + srv.URL, "OPENAI_MODEL=lying-model", "OPENAI_TIMEOUT=500ms"}
	var o, e bytes.Buffer
	if status := run(context.Background(), args, variables(append(base, settings...)...), console{out: &o, err: &e}); status != 0 {
		t.Fatalf("status %d: %s", status, e.String())
	}
	return o.String(), e.String()
}

func TestAskWithModel(t *testing.T) {
	const told = "Sergei Ryabkov said that Russia would support a 48-hour ceasefire to allow aid into Aleppo."
	const own = "Sergei Ryabkov (Russian Deputy Foreign Minister) is paraphrased as saying this"
	for _, c := range []struct {
		name    string
		mode    llmtest.Mode
		args    []string
		told    bool
		without string // what standard error says
	}{
		{"an honest one", llmtest.Honest, nil, true, ""},
		{"left out", llmtest.Honest, []string{"--no-model"}, false, ""},
		{"a liar", llmtest.SwapsSpeakers, nil, false, ""},
		{"one that hangs", llmtest.Hang, nil, false, "did not reply in time"},
		{"a wrong name", llmtest.ErrorOllama, nil, false, "does not know the model"},
	} {
		t.Run(c.name, func(t *testing.T) {
			out, errs := asked(t, c.mode, nil, append([]string{"ask", "--json", ceasefire}, c.args...)...)
			var a struct{ Answer, Drafter, Model, Prompt string }
			if err := json.Unmarshal([]byte(out), &a); err != nil {
				t.Fatal(err)
			}
			if c.told != strings.Contains(a.Answer, told) || !strings.Contains(a.Answer, own) {
				t.Errorf("the answer is %q", a.Answer)
			}
			if by := map[bool]string{true: "model", false: "extractive"}[c.told]; a.Drafter != by || (a.Prompt != "") != c.told || (a.Model != "") != c.told {
				t.Errorf("drafted by %q with %q of %q", a.Drafter, a.Prompt, a.Model)
			}
			if !strings.Contains(errs, c.without) || c.without == "" && errs != "" {
				t.Errorf("standard error says %q, want %q", errs, c.without)
			}
		})
	}
}

func TestUsage(t *testing.T) {
	out, _ := asked(t, llmtest.Honest, nil, "usage", "--json")
	if strings.TrimSpace(out) != "[]" {
		t.Errorf("before anything was asked: %s", out)
	}
	srv := llmtest.Start(llmtest.Options{})
	t.Cleanup(srv.Close)
	t.Chdir(t.TempDir())
	vars := variables("ONRECORD_DB=x.db", "OPENAI_BASE_URL="+srv.URL, "OPENAI_MODEL=lying-model", "ONRECORD_TOKENS_PER_DAY=3000")
	do := func(args ...string) (string, string) {
		var o, e bytes.Buffer
		if status := run(context.Background(), args, vars, console{out: &o, err: &e}); status != 0 {
			t.Fatalf("status %d: %s", status, e.String())
		}
		return o.String(), e.String()
	}
	for range 2 {
		do("ask", ceasefire)
	}
	if srv.Count() != 1 {
		t.Errorf("the same question was asked %d times", srv.Count())
	}
	var rows []spentJSON
	printed, _ := do("usage", "--json")
	if err := json.Unmarshal([]byte(printed), &rows); err != nil || len(rows) != 2 || rows[0].Account != "all" || rows[0].Calls != 1 || rows[0].Prompt == 0 {
		t.Fatalf("%v: %s", err, printed)
	}
	if table, _ := do("usage"); !strings.Contains(table, "(direct)") {
		t.Errorf("the table is\n%s", table)
	}
	for _, q := range []string{"What did Kerry say about aircraft?", "What did Kirby say about extremists?", "What did Peskov say about the comments?"} {
		do("ask", q)
	}
	out, errs := do("ask", "What did Syria say about the U.S.?")
	if !strings.Contains(errs, "tokens for the model are spent") || !strings.Contains(out, "Syria") {
		t.Errorf("over the budget: %s\n%s", errs, out)
	}
}

func TestModelSettings(t *testing.T) {
	for _, c := range []struct {
		name string
		vars []string
		on   bool
		want string // in the complaint
	}{
		{"none", nil, false, ""},
		{"a key", []string{"OPENAI_API_KEY=sk-x"}, true, ""},
		{"an endpoint", []string{"OPENAI_BASE_URL=http://localhost:11434/v1", "OPENAI_MODEL=llama3.2"}, true, ""},
		{"an endpoint without a model", []string{"OPENAI_BASE_URL=http://localhost:11434/v1"}, true, "OPENAI_MODEL"},
		{"a model without an endpoint", []string{"OPENAI_MODEL=llama3.2"}, false, "neither"},
		{"no address", []string{"OPENAI_BASE_URL=localhost:11434", "OPENAI_MODEL=x"}, true, "OPENAI_BASE_URL"},
		{"tokens", []string{"ONRECORD_TOKENS_PER_DAY=many"}, false, "whole number"},
		{"time", []string{"OPENAI_TIMEOUT=20"}, false, "20s"},
		{"field", []string{"OPENAI_MAX_TOKENS_FIELD=tokens"}, false, "max_completion_tokens"},
		{"stream", []string{"OPENAI_STREAM=perhaps"}, false, "true or false"},
		{"prompts", []string{"ONRECORD_PROMPTS=/nowhere/at/all"}, false, "no folder of prompts"},
	} {
		s := &settings{getenv: variables(c.vars...)}
		got, err := s.model()
		if got.on != c.on || (err != nil) != (c.want != "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: on %v, complaint %v, want %q", c.name, got.on, err, c.want)
		}
		if err != nil && strings.Contains(err.Error(), "sk-x") {
			t.Errorf("%s: the key is told", c.name)
		}
	}
}

// variables is an environment of pairs such as "NAME=value".
func variables(pairs ...string) func(string) string {
	var parts []string
	for _, p := range pairs {
		name, value, _ := strings.Cut(p, "=")
		parts = append(parts, name, value)
	}
	return env(parts...)
}

func TestDoctorAsksTheModel(t *testing.T) {
	for _, c := range []struct {
		mode  llmtest.Mode
		state state
		says  string
	}{
		{llmtest.Honest, healthy, "lying-model replied"},
		{llmtest.BadKey, problem, "check OPENAI_API_KEY"},
		{llmtest.ErrorOllama, problem, "check OPENAI_MODEL"},
		{llmtest.ErrorHTML, problem, "failed (502)"},
	} {
		t.Run(string(c.mode), func(t *testing.T) {
			srv := llmtest.Start(llmtest.Options{Mode: c.mode, Key: "sk-right"})
			t.Cleanup(srv.Close)
			s := &settings{getenv: variables("OPENAI_API_KEY=sk-right", "OPENAI_BASE_URL="+srv.URL, "OPENAI_MODEL=lying-model")}
			got := checkModel(t.Context(), &examination{p: &program{settings: s}})
			if got.state != c.state || !strings.Contains(got.says, c.says) || strings.Contains(got.says+got.fix, "sk-right") {
				t.Errorf("%s: %s (%s)", got.state, got.says, got.fix)
			}
		})
	}
	if got := checkModel(t.Context(), &examination{p: &program{settings: &settings{getenv: variables()}}}); got.state != skipped {
		t.Errorf("without a model: %v", got)
	}
}
