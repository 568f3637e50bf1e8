package browsertest

import (
	"fmt"
	"strings"
)

// least is the contrast that text needs against its ground (WCAG 2.2, 1.4.3).
const least = "4.5"

// faint is a script that lists the texts whose contrast, as WCAG reckons it, is
// too little. A ground is the first colour behind a text that is not clear.
const faint = `(() => {
  const rgba = (css) => { const m = css.match(/^rgba?\(([^)]+)\)$/); if (!m) return null; const n = m[1].split(/[ ,/]+/).map(Number); return [n[0], n[1], n[2], n[3] ?? 1]; };
  const light = (c) => { const [r, g, b] = c.slice(0, 3).map((v) => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }); return .2126 * r + .7152 * g + .0722 * b; };
  const ground = (e) => { for (; e; e = e.parentElement) { const c = rgba(getComputedStyle(e).backgroundColor); if (!c || c[3] === 1) return c; } return [255, 255, 255, 1]; };
  const out = [], seen = new Set(), walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let n; n = walker.nextNode();) {
    const e = n.parentElement;
    if (!n.data.trim() || seen.has(e) || !e.getClientRects().length) continue;
    seen.add(e);
    const a = rgba(getComputedStyle(e).color), b = ground(e);
    if (!a || !b || a[3] !== 1) { out.push('unknown colours: ' + n.data.trim()); continue; }
    const [x, y] = [light(a), light(b)].sort((p, q) => q - p), ratio = (x + .05) / (y + .05);
    if (ratio < ` + least + `) out.push(ratio.toFixed(2) + ': ' + n.data.trim());
  }
  return seen.size ? out.join('\n') : 'there is no text';
})()`

// Faint lists the texts that the page shows with too little contrast, in the
// colours that it has now.
func (p *Page) Faint() []string {
	p.t.Helper()
	return lines(p.Eval(faint))
}

// wide is a script that lists what stands out of the window at its side.
const wide = `(() => {
  const most = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= most) return '';
  return [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > most + .5).map((e) => e.tagName + ' ' + e.textContent.trim().slice(0, 60)).join('\n') || 'something';
})()`

// Wide lists what makes the page scroll sideways.
func (p *Page) Wide() []string {
	p.t.Helper()
	return lines(p.Eval(wide))
}

// loose is a script that lists what a reader who can't see the page would miss.
const loose = `(() => {
  const out = [];
  for (const t of document.querySelectorAll('table')) {
    if (!t.caption || !t.caption.textContent.trim()) out.push('a table without a caption');
    if (t.querySelector('th:not([scope])')) out.push('a heading of a table without a scope');
  }
  for (const i of document.querySelectorAll('input:not([type=hidden])')) if (!i.labels.length) out.push('a field without a label: ' + i.name);
  for (const s of ['main', 'h1', 'html[lang]', 'title']) if (document.querySelectorAll(s).length !== 1) out.push('not one ' + s);
  let level = 0;
  for (const h of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    if (Number(h.tagName[1]) > level + 1) out.push('a level is left out before ' + h.textContent);
    level = Number(h.tagName[1]);
  }
  for (const a of document.querySelectorAll('a[href^="#"]')) if (!document.getElementById(decodeURIComponent(a.hash.slice(1)))) out.push('a link to nothing: ' + a.textContent);
  const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
  for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) out.push('twice the ID ' + id);
  return out.join('\n');
})()`

// Loose lists what is wrong with the page for who reads it with a machine:
// tables without captions, fields without labels, links to nothing, and the like.
func (p *Page) Loose() []string {
	p.t.Helper()
	return lines(p.Eval(loose))
}

// Unfit lists everything that keeps somebody from reading the page: what is faint
// in light or dark, what stands out of a wide window or a phone's, and what is
// loose. The window is 1000 pixels wide afterwards.
func (p *Page) Unfit() []string {
	p.t.Helper()
	var out []string
	for _, scheme := range []string{"light", "dark"} {
		p.Prefer(scheme)
		for _, what := range p.Faint() {
			out = append(out, "too little contrast in "+scheme+": "+what)
		}
	}
	for _, width := range []int{360, 1000} {
		p.Resize(width, 900)
		for _, what := range p.Wide() {
			out = append(out, fmt.Sprintf("stands out at %d px: %s", width, what))
		}
	}
	return append(out, p.Loose()...)
}

func lines(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}

// Focus tells what has the focus, by its label or words, and whether that shows.
func (p *Page) Focus() (what string, shows bool) {
	p.t.Helper()
	what, outline, _ := strings.Cut(p.Eval(`(() => {
  const e = document.activeElement, s = getComputedStyle(e);
  return ((e.labels && e.labels[0] ? e.labels[0] : e).textContent.trim() || e.tagName) + '\n' + (s.outlineStyle === 'none' ? 0 : parseFloat(s.outlineWidth));
})()`), "\n")
	return what, outline != "0" && outline != "1"
}
