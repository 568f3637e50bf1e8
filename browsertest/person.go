package browsertest

import "encoding/base64"

// keys are those that are pressed by their names; other texts are typed.
var keys = map[string]int{"Enter": 13, "Tab": 9, "Escape": 27, "ArrowDown": 40, "ArrowUp": 38, " ": 32}

// Press types texts and presses keys ("Tab", "Enter", …), one after the other.
func (p *Page) Press(what ...string) {
	p.t.Helper()
	for _, w := range what {
		code, named := keys[w]
		if !named {
			p.Call("Input.insertText", map[string]any{"text": w}, nil)
			continue
		}
		text := map[string]string{"Enter": "\r", " ": " "}[w]
		for _, kind := range []string{"keyDown", "keyUp"} {
			p.Call("Input.dispatchKeyEvent", map[string]any{"type": kind, "key": w, "code": w, "windowsVirtualKeyCode": code, "text": text}, nil)
		}
	}
}

// Resize gives the window another size, in CSS pixels.
func (p *Page) Resize(width, height int) {
	p.t.Helper()
	p.Call("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false}, nil)
}

// Prefer says which colours the person likes: "light" or "dark".
func (p *Page) Prefer(scheme string) {
	p.t.Helper()
	p.Call("Emulation.setEmulatedMedia", map[string]any{"features": []map[string]string{{"name": "prefers-color-scheme", "value": scheme}}}, nil)
}

// NoScripts lets the page run no scripts of its own.
func (p *Page) NoScripts() {
	p.t.Helper()
	p.Call("Emulation.setScriptExecutionDisabled", map[string]any{"value": true}, nil)
}

// Picture is what the window shows as PNG, or, whole, all of the page.
func (p *Page) Picture(whole bool) []byte {
	p.t.Helper()
	var shot struct{ Data string }
	p.Call("Page.captureScreenshot", map[string]any{"format": "png", "captureBeyondViewport": whole}, &shot)
	data, err := base64.StdEncoding.DecodeString(shot.Data)
	p.must(err)
	return data
}
