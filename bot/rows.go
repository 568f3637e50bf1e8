package bot

import "slices"

// Discord's limits for buttons.
const (
	maxRows   = 5
	maxPerRow = 5
)

// fitRows makes rows that Discord takes: no row is empty or too long, no button
// stands there twice, and what has no room is left out.
func fitRows(rows [][]Button) [][]Button {
	var out [][]Button
	seen := map[string]bool{}
	for _, row := range rows {
		var fresh []Button
		for _, b := range row {
			if b.ID != "" && !seen[b.ID] {
				seen[b.ID] = true
				fresh = append(fresh, b)
			}
		}
		for part := range slices.Chunk(fresh, maxPerRow) {
			if len(out) < maxRows {
				out = append(out, part)
			}
		}
	}
	return out
}
