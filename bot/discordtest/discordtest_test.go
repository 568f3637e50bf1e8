package discordtest_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"

	"onrecord/bot/discordtest"
)

// open starts a server and a session that has registered one command.
func open(t *testing.T, change func(*discordgo.Session)) (*discordtest.T, *discordgo.Session) {
	t.Helper()
	srv := discordtest.New(t, discordtest.Options{FirstReply: discordtest.FirstReply})
	srv.Lenient = true
	s := session(t, srv)
	if change != nil {
		change(s)
	}
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	_, err := s.ApplicationCommandBulkOverwrite(discordtest.ApplicationID, "", []*discordgo.ApplicationCommand{{
		Name: "echo", Description: "Say it again",
		Options: []*discordgo.ApplicationCommandOption{{Type: discordgo.ApplicationCommandOptionString, Name: "words", Description: "What", Required: true, Autocomplete: true}},
	}, {Name: "Echo this", Type: discordgo.MessageApplicationCommand}})
	if err != nil {
		t.Fatal(err)
	}
	srv.Ready()
	return srv, s
}

func session(t *testing.T, srv interface{ Client() *http.Client }) *discordgo.Session {
	t.Helper()
	s, err := discordgo.New("Bot " + discordtest.Token)
	if err != nil {
		t.Fatal(err)
	}
	s.Client = srv.Client()
	s.LogLevel = -1
	s.ShouldReconnectOnError = false
	s.Identify.Intents = discordgo.IntentsGuildMessages | discordgo.IntentsDirectMessages
	return s
}

// code is the number that Discord gives an error.
func code(err error) int {
	var e *discordgo.RESTError
	if errors.As(err, &e) && e.Message != nil {
		return e.Message.Code
	}
	return 0
}

func TestRefusesWhatDiscordRefuses(t *testing.T) {
	t.Parallel()
	long := func(n int) string { return strings.Repeat("é", n) }
	type M = map[string]any
	embed := func(e M) M { return M{"embeds": []any{e}} }
	row := func(buttons ...any) M {
		return M{"content": "x", "components": []any{M{"type": 1, "components": buttons}}}
	}
	button := func(id string) M { return M{"type": 2, "style": 1, "label": "go", "custom_id": id} }
	var eleven, many []any
	for range 11 {
		eleven = append(eleven, M{"description": "x"})
	}
	for range 2 {
		many = append(many, M{"description": long(3001)})
	}
	builtIn, err := discordtest.Start(discordtest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(builtIn.Close)
	described := discordtest.New(t)
	described.Lenient = true
	for _, c := range []struct {
		name string
		body M
		want int // 0 for accepted
		says string
	}{
		{"fine", M{"content": "hello"}, 0, ""},
		{"2000 code points", M{"content": long(2000)}, 0, ""},
		{"blanks around don't count", M{"content": "  " + long(2000) + "  "}, 0, ""},
		{"2001 code points", M{"content": long(2001)}, 50035, "2000 or fewer"},
		{"nothing to show", M{"content": " "}, 50006, "empty message"},
		{"title", embed(M{"title": long(257)}), 50035, "256 or fewer"},
		{"description", embed(M{"description": long(4097)}), 50035, "4096 or fewer"},
		{"footer", embed(M{"description": "x", "footer": M{"text": long(2049)}}), 50035, "2048 or fewer"},
		{"field value", embed(M{"fields": []any{M{"name": "n", "value": long(1025)}}}), 50035, "1024 or fewer"},
		{"field without a value", embed(M{"fields": []any{M{"name": "n", "value": ""}}}), 50035, "required"},
		{"empty embed", embed(M{}), 50035, "required"},
		{"embed address", embed(M{"title": "t", "url": "not a url"}), 50035, ""},
		{"eleven embeds", M{"embeds": eleven}, 50035, "10 or fewer"},
		{"6000 over all embeds", M{"embeds": many}, 50035, "6000"},
		{"a button outside a row", M{"content": "x", "components": []any{button("a")}}, 50035, "must be one of"},
		{"six buttons in a row", row(button("1"), button("2"), button("3"), button("4"), button("5"), button("6")), 50035, ""},
		{"custom_id", row(button(long(101))), 50035, "100 or fewer"},
		{"custom_id twice", row(button("a"), button("a")), 50035, "duplicated"},
		{"label", row(M{"type": 2, "style": 1, "label": long(81), "custom_id": "a"}), 50035, "80 or fewer"},
		{"mentions named and parsed", M{"content": "x", "allowed_mentions": M{"parse": []string{"users"}, "users": []string{"1"}}}, 50035, "exclusive"},
		{"reply to no message", M{"content": "x", "message_reference": M{"message_id": "1"}}, 50035, "Unknown message"},
		{"reply to a message that may be gone", M{"content": "x", "message_reference": M{"message_id": "1", "fail_if_not_exists": false}}, 0, ""},
		{"content beside Components V2", M{"content": "x", "flags": 1 << 15, "components": []any{M{"type": 10, "content": "y"}}}, 50035, "IS_COMPONENTS_V2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, srv := range []*discordtest.Server{described.Server, builtIn} {
				_, err = session(t, srv).RequestWithBucketID("POST", discordgo.EndpointChannelMessages(discordtest.ChannelID), c.body, "x")
				if got := code(err); got != c.want || c.want == 0 && err != nil {
					t.Fatalf("code %d, want %d: %v", got, c.want, err)
				}
			}
			if err != nil && !strings.Contains(err.Error(), c.says) { // the built-in limits'
				t.Errorf("%v lacks %q", err, c.says)
			}
		})
	}
}

func TestErrorsHaveDiscordsShape(t *testing.T) {
	t.Parallel()
	srv, err := discordtest.Start(discordtest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(srv.Close)
	_, err = session(t, srv).ChannelMessageSendEmbed(discordtest.ChannelID, &discordgo.MessageEmbed{Title: strings.Repeat("x", 300)})
	var rest *discordgo.RESTError
	if !errors.As(err, &rest) {
		t.Fatal(err)
	}
	var body struct {
		Errors struct {
			Embeds map[string]struct {
				Title struct {
					Errors []struct{ Code, Message string } `json:"_errors"`
				}
			}
		}
	}
	if err := json.Unmarshal(rest.ResponseBody, &body); err != nil {
		t.Fatal(err)
	}
	if es := body.Errors.Embeds["0"].Title.Errors; len(es) != 1 || es[0].Code != "BASE_TYPE_MAX_LENGTH" {
		t.Errorf("got %s", rest.ResponseBody)
	}
	if len(srv.Refusals()) != 1 {
		t.Errorf("%d refusals were recorded", len(srv.Refusals()))
	}
}

func TestRefusesCommands(t *testing.T) {
	t.Parallel()
	option := func(name string, required bool) *discordgo.ApplicationCommandOption {
		return &discordgo.ApplicationCommandOption{Type: discordgo.ApplicationCommandOptionString, Name: name, Description: "d", Required: required}
	}
	srv := discordtest.New(t)
	srv.Lenient = true
	for _, c := range []struct {
		name string
		cmds []*discordgo.ApplicationCommand
		want int
	}{
		{"fine", []*discordgo.ApplicationCommand{{Name: "ask", Description: "d", Options: []*discordgo.ApplicationCommandOption{option("a", true), option("b", false)}}}, 0},
		{"capitals", []*discordgo.ApplicationCommand{{Name: "Ask", Description: "d"}}, 50035},
		{"no description", []*discordgo.ApplicationCommand{{Name: "ask"}}, 50035},
		{"long description", []*discordgo.ApplicationCommand{{Name: "ask", Description: strings.Repeat("d", 101)}}, 50035},
		{"twice", []*discordgo.ApplicationCommand{{Name: "ask", Description: "d"}, {Name: "ask", Description: "d"}}, 50035},
		{"required after optional", []*discordgo.ApplicationCommand{{Name: "ask", Description: "d", Options: []*discordgo.ApplicationCommandOption{option("a", false), option("b", true)}}}, 50035},
		{"a menu entry with description", []*discordgo.ApplicationCommand{{Name: "Ask this", Type: discordgo.MessageApplicationCommand, Description: "d"}}, 50035},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := session(t, srv).ApplicationCommandBulkOverwrite(discordtest.ApplicationID, "", c.cmds)
			if got := code(err); got != c.want || c.want == 0 && err != nil {
				t.Errorf("code %d, want %d: %v", got, c.want, err)
			}
		})
	}
}

func TestInteractionRules(t *testing.T) {
	t.Parallel()
	got := make(chan *discordgo.Interaction, 8)
	srv, s := open(t, func(s *discordgo.Session) {
		s.AddHandler(func(_ *discordgo.Session, i *discordgo.InteractionCreate) { got <- i.Interaction })
	})
	use := func() (*discordtest.Pending, *discordgo.Interaction) {
		p, err := srv.Command(discordtest.Use{}, "echo", "words", "hi")
		if err != nil {
			t.Fatal(err)
		}
		return p, <-got
	}
	say := func(kind discordgo.InteractionResponseType, flags discordgo.MessageFlags) *discordgo.InteractionResponse {
		r := &discordgo.InteractionResponse{Type: kind}
		if kind == discordgo.InteractionResponseChannelMessageWithSource || flags != 0 {
			r.Data = &discordgo.InteractionResponseData{Flags: flags}
		}
		if kind == discordgo.InteractionResponseChannelMessageWithSource {
			r.Data.Content = "hi"
		}
		return r
	}
	const reply, deferred = discordgo.InteractionResponseChannelMessageWithSource, discordgo.InteractionResponseDeferredChannelMessageWithSource

	t.Run("one first reply", func(t *testing.T) {
		p, i := use()
		if err := s.InteractionRespond(i, say(reply, 0)); err != nil {
			t.Fatal(err)
		}
		if m := srv.Await(p); m.Content != "hi" || m.Ephemeral() {
			t.Errorf("got %+v", m)
		}
		if err := s.InteractionRespond(i, say(reply, 0)); code(err) != 40060 {
			t.Errorf("a second first reply: %v", err)
		}
	})
	t.Run("three seconds", func(t *testing.T) {
		_, i := use()
		srv.Advance(3100 * time.Millisecond)
		if err := s.InteractionRespond(i, say(reply, 0)); code(err) != 10062 {
			t.Errorf("too late: %v", err)
		}
	})
	t.Run("fifteen minutes", func(t *testing.T) {
		_, i := use()
		if err := s.InteractionRespond(i, say(deferred, 0)); err != nil {
			t.Fatal(err)
		}
		srv.Advance(16 * time.Minute)
		words := "late"
		if _, err := s.InteractionResponseEdit(i, &discordgo.WebhookEdit{Content: &words}); code(err) != 50027 {
			t.Errorf("too late: %v", err)
		}
	})
	t.Run("a deferral's flags stay", func(t *testing.T) {
		p, i := use()
		if err := s.InteractionRespond(i, say(deferred, discordgo.MessageFlagsEphemeral)); err != nil {
			t.Fatal(err)
		}
		words := "edited"
		if _, err := s.InteractionResponseEdit(i, &discordgo.WebhookEdit{Content: &words}); err != nil {
			t.Fatal(err)
		}
		if m := srv.Await(p); m.Content != "edited" || !m.Ephemeral() || m.VisibleTo != discordtest.AdaID {
			t.Errorf("got %+v", m)
		}
	})
	t.Run("a follow-up right after a public deferral can't be private", func(t *testing.T) {
		p, i := use()
		if err := s.InteractionRespond(i, say(deferred, 0)); err != nil {
			t.Fatal(err)
		}
		if _, err := s.FollowupMessageCreate(i, true, &discordgo.WebhookParams{Content: "psst", Flags: discordgo.MessageFlagsEphemeral}); err != nil {
			t.Fatal(err)
		}
		if m := srv.Await(p); m.Content != "psst" || m.Ephemeral() {
			t.Errorf("got %+v", m)
		}
	})
	t.Run("after the deferral is deleted it can", func(t *testing.T) {
		p, i := use()
		if err := s.InteractionRespond(i, say(deferred, 0)); err != nil {
			t.Fatal(err)
		}
		if err := s.InteractionResponseDelete(i); err != nil {
			t.Fatal(err)
		}
		if _, err := s.FollowupMessageCreate(i, true, &discordgo.WebhookParams{Content: "psst", Flags: discordgo.MessageFlagsEphemeral}); err != nil {
			t.Fatal(err)
		}
		if m := srv.Await(p); m.Content != "psst" || !m.Ephemeral() {
			t.Errorf("got %+v", m)
		}
	})
	t.Run("completions are their own reply", func(t *testing.T) {
		p, err := srv.Type(discordtest.Use{}, "echo", "words", "h")
		if err != nil {
			t.Fatal(err)
		}
		i := <-got
		if err := s.InteractionRespond(i, say(reply, 0)); code(err) != 50035 {
			t.Errorf("a message in reply to typing: %v", err)
		}
		many := make([]*discordgo.ApplicationCommandOptionChoice, 26)
		for n := range many {
			many[n] = &discordgo.ApplicationCommandOptionChoice{Name: "n", Value: "v"}
		}
		r := &discordgo.InteractionResponse{Type: discordgo.InteractionApplicationCommandAutocompleteResult, Data: &discordgo.InteractionResponseData{Choices: many}}
		if err := s.InteractionRespond(i, r); code(err) != 50035 {
			t.Errorf("26 choices: %v", err)
		}
		r.Data.Choices = many[:25]
		if err := s.InteractionRespond(i, r); err != nil {
			t.Fatal(err)
		}
		if cs, err := p.Choices(t.Context()); err != nil || len(cs) != 25 {
			t.Errorf("%d choices, %v", len(cs), err)
		}
	})
	t.Run("a modal is a first reply, and not to a modal", func(t *testing.T) {
		modal := func(title string) map[string]any {
			field := map[string]any{"type": 4, "custom_id": "f", "style": 1}
			return map[string]any{"type": 9, "data": map[string]any{"custom_id": "m", "title": title,
				"components": []any{map[string]any{"type": 18, "label": "Words", "component": field}}}}
		}
		open := func(i *discordgo.Interaction, title string) error {
			_, err := s.RequestWithBucketID("POST", discordgo.EndpointInteractionResponse(i.ID, i.Token), modal(title), "m")
			return err
		}
		p, i := use()
		if err := open(i, strings.Repeat("t", 46)); code(err) != 50035 {
			t.Errorf("a title of 46 characters: %v", err)
		}
		if err := open(i, "fits"); err != nil {
			t.Fatal(err)
		}
		m, err := p.Opened(t.Context())
		if err != nil || m == nil || m.Title != "fits" {
			t.Fatal(m, err)
		}
		srv.Submit(discordtest.Use{}, *m, "typed")
		sent := <-got // its Data is nil: the library does not know labels
		if err := open(sent, "again"); code(err) != 50035 {
			t.Errorf("a modal in reply to a modal: %v", err)
		}
		if err := s.InteractionRespond(sent, say(reply, 0)); err != nil {
			t.Error(err)
		}
	})
	t.Run("a menu names its message", func(t *testing.T) {
		m := srv.Send(discordtest.Post{Content: "unmentioned words"})
		if _, err := srv.Menu(discordtest.Use{}, "Echo this", m.ID); err != nil {
			t.Fatal(err)
		}
		data := (<-got).ApplicationCommandData()
		if data.Resolved.Messages[data.TargetID].Content != "unmentioned words" {
			t.Errorf("got %+v", data.Resolved)
		}
	})
	t.Run("what is not registered can't be used", func(t *testing.T) {
		if _, err := srv.Command(discordtest.Use{}, "nope"); err == nil {
			t.Error("an unknown command was used")
		}
		if _, err := srv.Command(discordtest.Use{}, "echo"); err == nil {
			t.Error("a required option was left out")
		}
		if _, err := srv.Command(discordtest.Use{}, "echo", "words", "x", "other", "y"); err == nil {
			t.Error("an unknown option was used")
		}
	})
}

func TestPings(t *testing.T) {
	t.Parallel()
	srv, err := discordtest.Start(discordtest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(srv.Close)
	s, err := discordgo.New("Bot " + discordtest.Token)
	if err != nil {
		t.Fatal(err)
	}
	s.Client = srv.Client()
	asked := srv.Send(discordtest.Post{Content: "hello"})
	type M = map[string]any
	reply := M{"message_id": asked.ID}
	for _, c := range []struct {
		name string
		body M
		want string
	}{
		{"all by default", M{"content": "@everyone <@7> <@&8>"}, "everyone user:7 role:8"},
		{"nobody", M{"content": "@everyone <@7> <@&8>", "allowed_mentions": M{"parse": []string{}}}, ""},
		{"users only", M{"content": "@here <@7> <@&8>", "allowed_mentions": M{"parse": []string{"users"}}}, "user:7"},
		{"one of them", M{"content": "<@7> <@9>", "allowed_mentions": M{"parse": []string{}, "users": []string{"9"}}}, "user:9"},
		{"embeds notify nobody", M{"embeds": []any{M{"description": "@everyone <@7>"}}}, ""},
		{"a reply notifies", M{"content": "x", "message_reference": reply}, "user:" + discordtest.AdaID},
		{"a silent one does not", M{"content": "x", "message_reference": reply, "allowed_mentions": M{"parse": []string{}, "replied_user": false}}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := len(srv.Pings())
			if _, err := s.RequestWithBucketID("POST", discordgo.EndpointChannelMessages(discordtest.ChannelID), c.body, "x"); err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(srv.Pings()[before:], " "); got != c.want {
				t.Errorf("pinged %q, want %q", got, c.want)
			}
		})
	}
}

func TestWordsWithoutTheIntent(t *testing.T) {
	t.Parallel()
	got := make(chan *discordgo.Message, 8)
	srv, _ := open(t, func(s *discordgo.Session) {
		s.AddHandler(func(_ *discordgo.Session, m *discordgo.MessageCreate) { got <- m.Message })
	})
	for _, c := range []struct {
		name string
		post discordtest.Post
		want string
	}{
		{"elsewhere", discordtest.Post{Content: "among ourselves"}, ""},
		{"mentioned", discordtest.Post{Content: "@bot hi"}, "<@" + discordtest.BotID + "> hi"},
		{"direct", discordtest.Post{Content: "hi", Direct: true}, "hi"},
	} {
		srv.Send(c.post)
		if m := <-got; m.Content != c.want {
			t.Errorf("%s: the bot reads %q, want %q", c.name, m.Content, c.want)
		}
	}
}

func TestGatewayCloseCodes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		change func(*discordgo.Session)
		want   int
	}{
		{"token", func(s *discordgo.Session) { s.Identify.Token = "Bot nonsense" }, 4004},
		{"privileged intent not switched on", func(s *discordgo.Session) { s.Identify.Intents |= discordgo.IntentMessageContent }, 4014},
		{"no such intent", func(s *discordgo.Session) { s.Identify.Intents |= 1 << 30 }, 4013},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := session(t, discordtest.New(t))
			c.change(s)
			var closed *websocket.CloseError
			if err := s.Open(); !errors.As(err, &closed) || closed.Code != c.want {
				t.Errorf("got %v, want close code %d", err, c.want)
			}
		})
	}
}

func TestResumeReplays(t *testing.T) {
	t.Parallel()
	got := make(chan string, 8)
	lost := make(chan struct{}, 1)
	srv, s := open(t, func(s *discordgo.Session) {
		s.AddHandler(func(_ *discordgo.Session, m *discordgo.MessageCreate) { got <- m.Content })
		s.AddHandler(func(*discordgo.Session, *discordgo.Disconnect) { lost <- struct{}{} })
	})
	srv.Drop()
	<-lost
	srv.Send(discordtest.Post{Content: "while away", Direct: true})
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	if m := <-got; m != "while away" {
		t.Errorf("replayed %q", m)
	}
	if _, identified, resumed := srv.Connections(); identified != 1 || resumed != 1 {
		t.Errorf("%d begun, %d resumed", identified, resumed)
	}
}

func TestNonceStopsASecondMessage(t *testing.T) {
	t.Parallel()
	srv := discordtest.New(t)
	s := session(t, srv)
	body := map[string]any{"content": "once", "nonce": "123", "enforce_nonce": true}
	for range 2 {
		if _, err := s.RequestWithBucketID("POST", discordgo.EndpointChannelMessages(discordtest.ChannelID), body, "x"); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(srv.BotMessages()); n != 1 {
		t.Errorf("%d messages", n)
	}
}

func TestNothingLeavesTheFake(t *testing.T) {
	t.Parallel()
	srv := discordtest.New(t)
	resp, err := srv.Client().Get("https://example.com/")
	if err == nil {
		resp.Body.Close()
		t.Error("a request left for example.com")
	}
	if _, err := session(t, srv).Request("GET", discordgo.EndpointAPI+"nowhere", nil); err == nil {
		t.Error("an unknown address was answered")
	}
	srv.Lenient = true
}

func TestTokenIsWanted(t *testing.T) {
	t.Parallel()
	srv := discordtest.New(t)
	srv.Lenient = true
	s := session(t, srv)
	s.Token = "Bot wrong"
	_, err := s.User("@me")
	var rest *discordgo.RESTError
	if !errors.As(err, &rest) || rest.Response.StatusCode != http.StatusUnauthorized {
		t.Errorf("got %v", err)
	}
}

// TestDescriptionFindsMore needs Discord's OpenAPI description: it refuses what
// the built-in limits do not look at, and takes permissions as text.
func TestDescriptionFindsMore(t *testing.T) {
	t.Parallel()
	if os.Getenv("DISCORD_OPENAPI") == "" {
		t.Skip("DISCORD_OPENAPI does not name Discord's OpenAPI description")
	}
	srv := discordtest.New(t)
	srv.Lenient = true
	s := session(t, srv)
	type M = map[string]any
	post := func(body M) error {
		_, err := s.RequestWithBucketID("POST", discordgo.EndpointChannelMessages(discordtest.ChannelID), body, "x")
		return err
	}
	if err := post(M{"content": "x", "allowed_mentions": M{"parse": []string{"nobody"}}}); code(err) != 50035 {
		t.Errorf("an unknown kind of mention: %v", err)
	}
	if err := post(M{"content": "x", "components": []any{M{"type": 1, "components": []any{M{"type": 2, "style": 99, "custom_id": "a", "label": "x"}}}}}); code(err) != 50035 {
		t.Errorf("an unknown style of button: %v", err)
	}
	var permissions int64 = 32
	if _, err := s.ApplicationCommandBulkOverwrite(discordtest.ApplicationID, "", []*discordgo.ApplicationCommand{{Name: "ask", Description: "d", DefaultMemberPermissions: &permissions}}); err != nil {
		t.Errorf("permissions as text: %v", err)
	}
}

func TestWaitingEnds(t *testing.T) {
	t.Parallel()
	srv, err := discordtest.Start(discordtest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(srv.Close)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, err := srv.Reply(ctx, "1"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}
