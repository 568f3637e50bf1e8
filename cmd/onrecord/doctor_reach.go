package main

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"time"
)

// whereDiscordIs answers without a token.
const whereDiscordIs = "https://discord.com/api/v10/gateway"

// checkReach connects to Discord as anybody can, and tells which part of the way
// is broken: the name, the road, or the certificate.
func checkReach(ctx context.Context, e *examination) finding {
	set, err := e.p.settings.discord()
	switch {
	case err != nil:
		return skip("its settings can't be read")
	case set.token.reveal() == "":
		return skip("DISCORD_TOKEN is not set, so nobody needs it")
	}
	client := e.client
	if client == nil {
		client = &http.Client{}
	}
	req, err := http.NewRequestWithContext(ctx, "GET", whereDiscordIs, nil)
	if err != nil {
		return trouble("", "%v", err)
	}
	began := time.Now()
	resp, err := client.Do(req)
	if err != nil {
		return unreached(err)
	}
	defer resp.Body.Close()
	took := time.Since(began)
	if at, err := http.ParseTime(resp.Header.Get("Date")); err == nil {
		// The server wrote it on the way, to the second.
		e.skew, e.told = began.Add(took/2).Sub(at.Add(time.Second/2)), true
	}
	if resp.StatusCode >= 500 {
		return trouble("see whether Discord is up: https://discordstatus.com", "discord.com is reached and says %s", resp.Status)
	}
	return fine("discord.com is reached in %v", took.Round(time.Millisecond))
}

// unreached tells what kept a request from Discord.
func unreached(err error) finding {
	var name *net.DNSError
	var certificate *tls.CertificateVerificationError
	var timeout net.Error
	switch {
	case errors.As(err, &name):
		return trouble("correct this machine's name server (/etc/resolv.conf; in Docker, dns: in compose.yaml)", "the name discord.com can't be looked up: %v", name)
	case errors.As(err, &certificate):
		return trouble("set this machine's clock, install its CA certificates, or find out who answers for discord.com in this network", "discord.com shows a certificate that can't be trusted: %v", certificate.Err)
	case errors.As(err, &timeout) && timeout.Timeout():
		return trouble("allow connections to discord.com and gateway.discord.gg on port 443", "discord.com did not answer in time")
	}
	return trouble("allow connections to discord.com and gateway.discord.gg on port 443; see whether Discord is up: https://discordstatus.com", "discord.com can't be reached: %v", err)
}

// mostSkew is how far the clock may be off: Discord's signatures are good for a
// minute, and a question's age is told by its ID.
const mostSkew = 15 * time.Second

// checkClock compares this machine's clock with Discord's.
func checkClock(_ context.Context, e *examination) finding {
	switch off := e.skew.Round(time.Second); {
	case !e.told:
		return skip("Discord did not tell the time")
	case off > mostSkew:
		return trouble("set the clock, best by NTP: timedatectl set-ntp true", "this machine is %v ahead of Discord", off)
	case off < -mostSkew:
		return trouble("set the clock, best by NTP: timedatectl set-ntp true", "this machine is %v behind Discord", -off)
	default:
		return fine("it agrees with Discord's to %v", max(off.Abs(), time.Second))
	}
}
