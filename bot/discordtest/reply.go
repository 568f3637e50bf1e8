package discordtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
)

// reply is what a route answers: a body to be sent as JSON, or an error.
type reply struct {
	status int
	body   any
	code   int // Discord's error code
	reason string
	errors []complaint
	raw    any // the body of an error that has a shape of its own
}

func ok(body any) reply { return reply{status: http.StatusOK, body: body} }

func fail(status, code int, reason string, errors ...complaint) reply {
	return reply{status: status, code: code, reason: reason, errors: errors}
}

func invalid(errors []complaint) reply { return fail(400, 50035, "Invalid Form Body", errors...) }

// String says why a request was refused.
func (r reply) String() string {
	parts := []string{r.reason}
	for _, e := range r.errors {
		parts = append(parts, fmt.Sprintf("%s: %s %s", e.path, e.code, e.message))
	}
	return strings.Join(parts, "; ")
}

// write sends the reply, errors in the shape that Discord gives them: nested by
// key, with a list called _errors at the place that is wrong.
func (r reply) write(w http.ResponseWriter) {
	body := r.body
	if r.raw != nil {
		body = r.raw
	} else if r.status >= 400 {
		e := map[string]any{"code": r.code, "message": r.reason}
		if len(r.errors) > 0 {
			e["errors"] = nest(r.errors)
		}
		body = e
	}
	if body == nil {
		w.WriteHeader(r.status)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(r.status)
	_ = json.NewEncoder(w).Encode(body)
}

func nest(errs []complaint) map[string]any {
	root := map[string]any{}
	for _, e := range errs {
		at := root
		for key := range strings.SplitSeq(e.path, ".") {
			if key == "" {
				continue
			}
			next, isMap := at[key].(map[string]any)
			if !isMap {
				next = map[string]any{}
				at[key] = next
			}
			at = next
		}
		list, _ := at["_errors"].([]any)
		at["_errors"] = append(list, map[string]string{"code": e.code, "message": e.message})
	}
	return root
}
