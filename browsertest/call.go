package browsertest

import (
	"encoding/json"
	"fmt"
	"time"
)

// message is what the browser sends: a call's result, or an event of a page.
type message struct {
	ID      int             `json:"id"`
	Session string          `json:"sessionId"`
	Method  string          `json:"method"`
	Params  json.RawMessage `json:"params"`
	Result  json.RawMessage `json:"result"`
	Error   *struct {
		Message string `json:"message"`
	} `json:"error"`
}

// read reads the next message and lets pages note their events.
func (b *Browser) read() (message, error) {
	var m message
	if err := b.conn.SetReadDeadline(time.Now().Add(patience)); err != nil {
		return m, err
	}
	if err := b.conn.ReadJSON(&m); err != nil {
		return m, err
	}
	if p := b.pages[m.Session]; p != nil && m.Method != "" {
		p.note(m)
	}
	return m, nil
}

// call calls a method, of the browser itself where session is "", and waits for
// what it returns; into may be nil.
func (b *Browser) call(session, method string, params, into any) error {
	b.last++
	id := b.last
	if params == nil {
		params = struct{}{}
	}
	request := map[string]any{"id": id, "method": method, "params": params}
	if session != "" {
		request["sessionId"] = session
	}
	if err := b.conn.WriteJSON(request); err != nil {
		return fmt.Errorf("%s: %w", method, err)
	}
	for {
		m, err := b.read()
		switch {
		case err != nil:
			return fmt.Errorf("%s: %w", method, err)
		case m.ID != id:
			continue
		case m.Error != nil:
			return fmt.Errorf("%s: %s", method, m.Error.Message)
		case into == nil:
			return nil
		}
		return json.Unmarshal(m.Result, into)
	}
}
