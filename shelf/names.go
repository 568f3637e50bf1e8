package shelf

// Parts names the libraries that a name stands for: one or two.
func Parts(name string) []string {
	if own, shared, ok := split(name); ok {
		return []string{own, shared}
	}
	return []string{name}
}
