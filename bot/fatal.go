package bot

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/gorilla/websocket"
)

// apiError is a refusal by Discord's REST interface.
type apiError struct {
	status, code int
	message      string
}

func (e *apiError) Error() string {
	return fmt.Sprintf("Discord refused: %d (code %d) %s", e.status, e.code, e.message)
}

// Codes of refusals that the bot expects.
const (
	codeNoAccess           = 50001 // to the channel
	codeNoPermission       = 50013
	codeNoHistory          = 160002 // of the channel, without which nobody may reply
	codeHasThread          = 160004 // the message has one
	codeUnknownMessage     = 10008  // deleted
	codeUnknownWebhook     = 10015
	codeUnknownInteraction = 10062 // too late for a first reply
	codeAcknowledged       = 40060 // the first reply has been given
	codeInvalid            = 50035 // a part of what was sent, which the message names
)

// refused tells whether err is Discord's refusal with that code.
func refused(err error, code int) bool {
	var e *apiError
	return errors.As(err, &e) && e.code == code
}

// tookBack tells whether err is Discord's refusal of a reply to a message that has
// been deleted.
func tookBack(err error) bool {
	var e *apiError
	return errors.As(err, &e) && e.code == codeInvalid && strings.Contains(e.message, "message_reference")
}

// fatal turns the errors after which trying again is no use into a sentence.
func fatal(err error) error {
	var closed *websocket.CloseError
	var api *apiError
	switch {
	case errors.As(err, &api) && api.status == http.StatusUnauthorized,
		errors.As(err, &closed) && closed.Code == 4004:
		return ErrBadToken
	case !errors.As(err, &closed):
		return nil
	}
	switch closed.Code {
	case 4010, 4011:
		return errors.New("the bot has other shards than Discord wants: start onrecord again, which asks Discord how many")
	case 4012:
		return errors.New("this onrecord is too old for Discord, which no longer speaks its gateway version: install a newer one")
	case 4013, 4014:
		return errors.New("the bot asked for intents that Discord does not allow it: at https://discord.com/developers/applications open the application, choose Bot, and switch on the Message Content Intent under Privileged Gateway Intents, or leave ONRECORD_MESSAGE_CONTENT unset")
	}
	return nil
}

// ErrBadToken says that Discord does not know the token, and where to get one.
var ErrBadToken = errors.New("the token in DISCORD_TOKEN is not one that Discord accepts: get a new one at https://discord.com/developers/applications (your application, Bot, Reset Token) and put it in .env")
