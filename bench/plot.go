package main

import (
	"cmp"
	"fmt"
	"html"
	"math"
	"slices"
	"strings"
)

// plot draws the p99 of one scope by size, both axes logarithmic, as an SVG.
func plot(results []result, scope string) string {
	const width, height, left, right, top, bottom = 720.0, 380.0, 60.0, 190.0, 40.0, 50.0
	top99 := 1.0
	for _, r := range results {
		top99 = max(top99, r.Asked.Find[scope].P99)
	}
	lowX, highX := 3.0, 6.0 // powers of ten
	lowY, highY := -2.0, math.Ceil(math.Log10(top99))
	x := func(v float64) float64 { return left + (math.Log10(v)-lowX)/(highX-lowX)*(width-left-right) }
	y := func(v float64) float64 {
		return height - bottom - (math.Log10(max(v, 0.01))-lowY)/(highY-lowY)*(height-top-bottom)
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" font-family="sans-serif" font-size="12">`+"\n", width, height)
	fmt.Fprintf(&b, `<rect width="%.0f" height="%.0f" fill="white"/>`+"\n", width, height)
	fmt.Fprintf(&b, `<text x="%.0f" y="22" font-size="14">Finding the best 20 paragraphs in %s: p99 by size of the whole library</text>`+"\n", left, html.EscapeString(scope))
	for power := lowY; power <= highY; power++ {
		v := math.Pow(10, power)
		fmt.Fprintf(&b, `<line x1="%.0f" x2="%.0f" y1="%.1f" y2="%.1f" stroke="#d0d7de"/><text x="%.0f" y="%.1f" text-anchor="end">%g ms</text>`+"\n", left, width-right, y(v), y(v), left-6, y(v)+4, v)
	}
	for power := lowX; power <= highX; power++ {
		v := math.Pow(10, power)
		fmt.Fprintf(&b, `<line x1="%.1f" x2="%.1f" y1="%.0f" y2="%.0f" stroke="#d0d7de"/><text x="%.1f" y="%.0f" text-anchor="middle">%.0f</text>`+"\n", x(v), x(v), top, height-bottom, x(v), height-bottom+18, v)
	}
	fmt.Fprintf(&b, `<text x="%.0f" y="%.0f" text-anchor="middle">paragraphs</text>`+"\n", (left+width-right)/2, height-bottom+38)
	colours := []string{"#1f6feb", "#8250df", "#bf3989", "#bc4c00", "#57606a"}
	var labels []label
	for i, name := range order {
		var points []string
		l := label{text: name, colour: colours[i]}
		for _, r := range results {
			t, ok := r.Asked.Find[scope]
			if r.Engine != name || !ok {
				continue
			}
			l.y = y(t.P99)
			points = append(points, fmt.Sprintf("%.1f,%.1f", x(float64(r.Paragraphs)), l.y))
			fmt.Fprintf(&b, `<circle cx="%.1f" cy="%.1f" r="3" fill="%s"/>`+"\n", x(float64(r.Paragraphs)), l.y, l.colour)
		}
		if len(points) > 0 {
			fmt.Fprintf(&b, `<polyline points="%s" fill="none" stroke="%s" stroke-width="2"/>`+"\n", strings.Join(points, " "), l.colour)
			labels = append(labels, l)
		}
	}
	slices.SortFunc(labels, func(a, b label) int { return cmp.Compare(a.y, b.y) })
	for i, l := range labels {
		if i > 0 { // never one over the other
			l.y = max(l.y, labels[i-1].y+16)
			labels[i] = l
		}
		fmt.Fprintf(&b, `<text x="%.1f" y="%.1f" fill="%s">%s</text>`+"\n", width-right+10, l.y+4, l.colour, html.EscapeString(l.text))
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// label names a line at the right margin.
type label struct {
	text, colour string
	y            float64
}
