package speakers

// Nickname tells whether two given names in lower case are forms of one: liz
// and elizabeth. A name is no form of itself.
func Nickname(a, b string) bool {
	if a == b {
		return false
	}
	lx := words()
	for _, x := range lx.nicknames[a] {
		for _, y := range lx.nicknames[b] {
			if x == y {
				return true
			}
		}
	}
	return false
}
