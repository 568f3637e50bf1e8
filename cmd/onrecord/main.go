// Command onrecord answers questions about news articles with the articles'
// own words, on the command line and in Discord.
package main

func main() {}
