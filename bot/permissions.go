package bot

import "github.com/bwmarrin/discordgo"

// administrator stands for every permission.
const administrator int64 = discordgo.PermissionAdministrator

// permissionNames are the names that Discord shows for permissions the bot may
// need, in the order of its settings.
func permissionNames(set int64) []string {
	var out []string
	for _, p := range []struct {
		bit  int64
		name string
	}{
		{discordgo.PermissionViewChannel, "View Channels"},
		{discordgo.PermissionSendMessages, "Send Messages"},
		{discordgo.PermissionSendMessagesInThreads, "Send Messages in Threads"},
		{discordgo.PermissionCreatePublicThreads, "Create Public Threads"},
		{discordgo.PermissionEmbedLinks, "Embed Links"},
		{discordgo.PermissionReadMessageHistory, "Read Message History"},
	} {
		if set&p.bit != 0 {
			out = append(out, p.name)
			set &^= p.bit
		}
	}
	if set != 0 {
		out = append(out, "others that the invite link asks for")
	}
	return out
}
