package bot

// serverCommands are the commands about what is kept, and the libraries.
func serverCommands(c Config) []Command {
	return []Command{privacyCommand()}
}

func serverPresses(c Config) []Press { return nil }
