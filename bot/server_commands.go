package bot

// serverCommands are the commands about libraries and what is kept.
func serverCommands(c Config) []Command {
	return []Command{
		libraryCommand(c),
		addThisCommand(c),
		feedCommand(c),
		watchCommand(c),
		settingsCommand(c),
		privacyCommand(c),
		forgetCommand(c),
	}
}

func serverPresses(c Config) []Press {
	return []Press{
		articlesPress(c),
		removePress(c),
		keepPress(),
		cancelPress(c),
		helpfulPress(c.Servers),
		noHelpPress(c.Servers),
		reasonPress(c.Servers),
		forgetPress(c),
	}
}
