package main

import (
	"fmt"
	"html"
	"math"
	"strings"
)

// plot draws the p99 of one scope by size, both axes logarithmic, as an SVG.
func plot(results []result, scope string) string {
	const width, height, left, right, top, bottom = 720.0, 380.0, 60.0, 190.0, 40.0, 50.0
	lowX, highX := math.Log10(1000), math.Log10(1_000_000)
	lowY, highY := math.Log10(0.01), math.Log10(1000)
	x := func(v int) float64 { return left + (math.Log10(float64(v))-lowX)/(highX-lowX)*(width-left-right) }
	y := func(v float64) float64 {
		return height - bottom - (math.Log10(max(v, 0.01))-lowY)/(highY-lowY)*(height-top-bottom)
	}
	colours := []string{"#1f6feb", "#8250df", "#bf3989", "#bc4c00", "#57606a"}
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" font-family="sans-serif" font-size="12">`+"\n", width, height)
	fmt.Fprintf(&b, `<rect width="%.0f" height="%.0f" fill="white"/>`+"\n", width, height)
	fmt.Fprintf(&b, `<text x="%.0f" y="22" font-size="14">Finding the best 20 paragraphs in %s: p99 by size of the whole library</text>`+"\n", left, html.EscapeString(scope))
	for _, v := range []float64{0.01, 0.1, 1, 10, 100, 1000} {
		fmt.Fprintf(&b, `<line x1="%.0f" x2="%.0f" y1="%.1f" y2="%.1f" stroke="#d0d7de"/><text x="%.0f" y="%.1f" text-anchor="end">%g ms</text>`+"\n", left, width-right, y(v), y(v), left-6, y(v)+4, v)
	}
	for _, v := range []int{1000, 10_000, 100_000, 1_000_000} {
		fmt.Fprintf(&b, `<line x1="%.1f" x2="%.1f" y1="%.0f" y2="%.0f" stroke="#d0d7de"/><text x="%.1f" y="%.0f" text-anchor="middle">%d</text>`+"\n", x(v), x(v), top, height-bottom, x(v), height-bottom+18, v)
	}
	fmt.Fprintf(&b, `<text x="%.0f" y="%.0f" text-anchor="middle">paragraphs</text>`+"\n", (left+width-right)/2, height-bottom+38)
	for i, name := range order {
		var points []string
		lastX, lastY := 0.0, 0.0
		for _, r := range results {
			t, ok := r.Asked.Find[scope]
			if r.Engine != name || !ok {
				continue
			}
			lastX, lastY = x(r.Paragraphs), y(t.P99)
			points = append(points, fmt.Sprintf("%.1f,%.1f", lastX, lastY))
			fmt.Fprintf(&b, `<circle cx="%.1f" cy="%.1f" r="3" fill="%s"/>`+"\n", lastX, lastY, colours[i])
		}
		if len(points) > 0 {
			fmt.Fprintf(&b, `<polyline points="%s" fill="none" stroke="%s" stroke-width="2"/><text x="%.1f" y="%.1f" fill="%s">%s</text>`+"\n",
				strings.Join(points, " "), colours[i], lastX+8, lastY+4, colours[i], html.EscapeString(name))
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}
