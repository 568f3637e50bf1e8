// Package bot is On Record in Discord: commands, mentions and how answers look.
package bot
