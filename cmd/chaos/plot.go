package main

import (
	"fmt"
	"math"
	"strings"
	"time"
)

// curve is what one line of a plot shows of a sample.
type curve struct {
	name, colour string
	of           func(sample) float64
	unit         string
}

// plot draws memory and goroutines over time as an SVG, one panel for each.
func plot(title string, samples []sample) string {
	const width, panel, top = 760.0, 190.0, 40.0
	panels := [][]curve{
		{
			{"resident memory", "#1f6feb", func(s sample) float64 { return float64(s.resident) / (1 << 20) }, "MB"},
			{"heap in use", "#bc4c00", func(s sample) float64 { return float64(s.heap) / (1 << 20) }, "MB"},
		},
		{{"goroutines", "#8250df", func(s sample) float64 { return float64(s.goroutines) }, ""}},
	}
	var b strings.Builder
	height := top + panel*float64(len(panels)) + 30
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" font-family="sans-serif" font-size="12">`+"\n", width, height)
	fmt.Fprintf(&b, `<rect width="%.0f" height="%.0f" fill="white"/>`+"\n", width, height)
	fmt.Fprintf(&b, `<text x="60" y="22" font-size="14">%s</text>`+"\n", title)
	for i, curves := range panels {
		draw(&b, curves, samples, top+panel*float64(i), panel-40, width)
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// draw draws one panel: time across, from nothing to a little over the highest
// value upwards.
func draw(b *strings.Builder, curves []curve, samples []sample, top, high, width float64) {
	const left, right = 60.0, 150.0
	most, end := 1.0, time.Minute
	for _, s := range samples {
		end = max(end, s.at)
		for _, c := range curves {
			most = max(most, c.of(s))
		}
	}
	step := niceStep(most / 4)
	most = step * math.Ceil(most/step)
	x := func(at time.Duration) float64 { return left + at.Minutes()/end.Minutes()*(width-left-right) }
	y := func(v float64) float64 { return top + high - v/most*high }
	for v := 0.0; v <= most; v += step {
		fmt.Fprintf(b, `<line x1="%.0f" x2="%.0f" y1="%.1f" y2="%.1f" stroke="#d0d7de"/><text x="%.0f" y="%.1f" text-anchor="end">%.4g %s</text>`+"\n",
			left, width-right, y(v), y(v), left-6, y(v)+4, v, curves[0].unit)
	}
	every := niceStep(end.Minutes() / 6)
	for m := 0.0; m <= end.Minutes(); m += every {
		fmt.Fprintf(b, `<text x="%.1f" y="%.0f" text-anchor="middle">%.4g min</text>`+"\n", x(time.Duration(m*float64(time.Minute))), top+high+18, m)
	}
	for i, c := range curves {
		var points []string
		for _, s := range samples {
			points = append(points, fmt.Sprintf("%.1f,%.1f", x(s.at), y(c.of(s))))
		}
		fmt.Fprintf(b, `<polyline points="%s" fill="none" stroke="%s" stroke-width="1.5"/>`+"\n", strings.Join(points, " "), c.colour)
		fmt.Fprintf(b, `<text x="%.0f" y="%.1f" fill="%s">%s</text>`+"\n", width-right+10, top+12+16*float64(i), c.colour, c.name)
	}
}

// niceStep is the next of 1, 2, 5, 10, 20, 50 …
func niceStep(v float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(max(v, 0.1))))
	for _, n := range []float64{1, 2, 5} {
		if n*power >= v {
			return n * power
		}
	}
	return 10 * power
}
