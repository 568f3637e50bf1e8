package discordtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// Description checks request bodies against Discord's own OpenAPI
// description. It is safe for concurrent use.
type Description struct {
	mu       sync.Mutex
	compiler *jsonschema.Compiler
	schemas  map[string]*jsonschema.Schema
	bodies   map[string]bool // "POST /path" of operations with a JSON body
}

const descriptionURL = "file:///openapi.json"

// LoadDescription reads the description from a file. One load serves a whole
// process; see the environment variable DISCORD_OPENAPI in [New].
func LoadDescription(path string) (*Description, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read Discord's OpenAPI description: %w", err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("parse Discord's OpenAPI description: %w", err)
	}
	widenPermissions(doc)
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	c.AssertFormat()
	if err := c.AddResource(descriptionURL, doc); err != nil {
		return nil, fmt.Errorf("load Discord's OpenAPI description: %w", err)
	}
	d := &Description{compiler: c, schemas: map[string]*jsonschema.Schema{}, bodies: map[string]bool{}}
	root, _ := doc.(map[string]any)
	paths, _ := root["paths"].(map[string]any)
	for path, item := range paths {
		methods, _ := item.(map[string]any)
		for method, op := range methods {
			if dig(op, "requestBody", "content", "application/json", "schema") != nil {
				d.bodies[strings.ToUpper(method)+" "+path] = true
			}
		}
	}
	return d, nil
}

func dig(v any, keys ...string) any {
	for _, k := range keys {
		m, ok := v.(map[string]any)
		if !ok {
			return nil
		}
		v = m[k]
	}
	return v
}

// widenPermissions mends the one thing that the description refuses wrongly:
// default_member_permissions, which it wants as a number and Discord's
// documentation as a string of digits.
func widenPermissions(v any) {
	switch v := v.(type) {
	case map[string]any:
		if props, ok := v["properties"].(map[string]any); ok {
			if old, ok := props["default_member_permissions"]; ok {
				props["default_member_permissions"] = map[string]any{"anyOf": []any{old, map[string]any{"type": "string", "pattern": "^[0-9]+$"}}}
			}
		}
		for _, child := range v {
			widenPermissions(child)
		}
	case []any:
		for _, child := range v {
			widenPermissions(child)
		}
	}
}

// check validates a body for an operation, named by method and path template
// ("POST /channels/{channel_id}/messages").
func (d *Description) check(operation string, raw json.RawMessage) []complaint {
	if d == nil || !d.bodies[operation] {
		return nil
	}
	schema, err := d.schema(operation)
	if err != nil {
		return []complaint{{"", "DESCRIPTION", err.Error()}}
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		return []complaint{{"", "MODEL_TYPE_CONVERT", err.Error()}}
	}
	err = schema.Validate(doc)
	var bad *jsonschema.ValidationError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &bad):
		leaf := deepest(bad)
		return []complaint{{strings.Join(leaf.InstanceLocation, "."), "OPENAPI", strings.ReplaceAll(leaf.Error(), "\n", " ")}}
	}
	return []complaint{{"", "OPENAPI", err.Error()}}
}

func (d *Description) schema(operation string) (*jsonschema.Schema, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if s, ok := d.schemas[operation]; ok {
		return s, nil
	}
	method, path, _ := strings.Cut(operation, " ")
	pointer := strings.NewReplacer("~", "~0", "/", "~1", "{", "%7B", "}", "%7D").Replace(path)
	s, err := d.compiler.Compile(descriptionURL + "#/paths/" + pointer + "/" + strings.ToLower(method) + "/requestBody/content/application~1json/schema")
	if err != nil {
		return nil, fmt.Errorf("compile the description of %s: %w", operation, err)
	}
	d.schemas[operation] = s
	return s, nil
}

// deepest returns the cause furthest inside the body: those of anyOf begin with
// the branches that were never meant.
func deepest(e *jsonschema.ValidationError) *jsonschema.ValidationError {
	best := e
	for _, c := range e.Causes {
		if d := deepest(c); len(d.InstanceLocation) > len(best.InstanceLocation) || best == e {
			best = d
		}
	}
	return best
}
