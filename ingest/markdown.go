package ingest

func isMarkdown(name, text string) bool  { return false }
func markdownBlocks(text string) []block { return plainBlocks(text) }
