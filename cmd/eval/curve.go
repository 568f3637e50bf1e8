package main

import (
	"fmt"
	"io"
	"strings"
)

// The picture's measures.
const (
	width, height            = 640.0, 360.0
	left, right, top, bottom = 56.0, 24.0, 44.0, 52.0
)

// drawCurve draws coverage and risk by boldness as an SVG of two lines.
func drawCurve(out io.Writer, curve []point, questions int) error {
	x := func(v float64) float64 { return left + v*(width-left-right) }
	y := func(v float64) float64 { return height - bottom - v*(height-top-bottom) }
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" font-family="sans-serif" font-size="12">`+"\n", width, height)
	fmt.Fprintf(&b, `<rect width="%.0f" height="%.0f" fill="white"/>`+"\n", width, height)
	fmt.Fprintf(&b, `<text x="%.0f" y="24" font-size="14">What boldness does to %d questions of our own</text>`+"\n", left, questions)
	for tenth := 0; tenth <= 10; tenth += 2 {
		v := float64(tenth) / 10
		fmt.Fprintf(&b, `<line x1="%.0f" x2="%.0f" y1="%.1f" y2="%.1f" stroke="#d0d7de"/><text x="%.0f" y="%.1f" text-anchor="end">%d %%</text>`+"\n", left, width-right, y(v), y(v), left-6, y(v)+4, tenth*10)
		fmt.Fprintf(&b, `<text x="%.1f" y="%.0f" text-anchor="middle">%.1f</text>`+"\n", x(v), height-bottom+18, v)
	}
	fmt.Fprintf(&b, `<text x="%.0f" y="%.0f" text-anchor="middle">boldness</text>`+"\n", (left+width-right)/2, height-bottom+38)
	line := func(name, colour string, of func(point) float64) {
		var points []string
		for _, p := range curve {
			points = append(points, fmt.Sprintf("%.1f,%.1f", x(float64(p.bold)), y(of(p))))
		}
		last := curve[len(curve)-1]
		fmt.Fprintf(&b, `<polyline points="%s" fill="none" stroke="%s" stroke-width="2"/>`+"\n", strings.Join(points, " "), colour)
		fmt.Fprintf(&b, `<text x="%.1f" y="%.1f" text-anchor="end" fill="%s">%s</text>`+"\n", x(1)-4, y(of(last))-8, colour, name)
	}
	line("answered, of all questions", "#1f6feb", func(p point) float64 { return p.coverage })
	line("wrong, of those answered", "#bc4c00", func(p point) float64 { return p.risk })
	b.WriteString("</svg>\n")
	if _, err := io.WriteString(out, b.String()); err != nil {
		return fmt.Errorf("write the picture: %w", err)
	}
	return nil
}
