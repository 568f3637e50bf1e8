package main

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"onrecord/terminal"
)

type configCommand struct {
	JSON bool `name:"json" help:"Print JSON."`
}

func (configCommand) Help() string {
	return `Every setting, with its value and where that comes from; "-" is none. Secrets are not shown, only whether they are set, and of addresses of other servers only the host: people put keys into them. Mistakes are all reported at once.

Example:

    onrecord config`
}

// settingJSON is a setting as --json prints it.
type settingJSON struct {
	Name  string `json:"name"`
	Value string `json:"value"` // in effect, "" for none
	From  string `json:"from"`  // environment, .env, or "" for the default
}

func (c *configCommand) Run(p *program) error {
	list, wrong := p.settings.list()
	if c.JSON {
		if err := p.printJSON(list); err != nil {
			return err
		}
		return wrong
	}
	heading := func(s string) terminal.Run { return terminal.In(terminal.Faint, s) }
	rows := [][]terminal.Run{{heading("setting"), heading("value"), heading("from")}}
	for _, s := range list {
		if s.From == "" {
			rows = append(rows, []terminal.Run{terminal.Text(s.Name), heading(cmp.Or(s.Value, "-")), heading("default")})
			continue
		}
		rows = append(rows, []terminal.Run{terminal.In(terminal.Bold, s.Name), terminal.Text(s.Value), terminal.Text(s.From)})
	}
	p.page.Table(rows)
	if wrong != nil {
		if err := p.page.PrintTo(p.out); err != nil {
			return err
		}
		p.page = terminal.NewPage(p.look(p.home))
	}
	return wrong
}

// systems are the names that belong to the system, not to this program.
var systems = []string{"HOME", "LOCALAPPDATA", "NO_COLOR", "TERM", "XDG_DATA_HOME"}

// addresses are settings that name other servers, and may hold keys.
var addresses = []string{"OPENAI_BASE_URL", "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"}

// hostOf is an address without what may be a key in it.
func hostOf(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" {
		return keep(address).String()
	}
	if u.User == nil && u.RawQuery == "" && u.Fragment == "" && strings.Trim(u.Path, "/") == "" {
		return address
	}
	return u.Scheme + "://" + u.Host + "/…"
}

// list reads every setting and tells what was found, by name, and every
// complaint. Which names there are shows in what is asked for.
func (s *settings) list() ([]settingJSON, error) {
	asked := map[string]bool{}
	watched := &settings{source: s.source, usual: map[string]string{}, getenv: func(name string) string {
		asked[name] = true
		return s.getenv(name)
	}}
	wrong := watched.everything()
	list := []settingJSON{}
	for name := range asked {
		if slices.Contains(systems, name) {
			continue
		}
		one := settingJSON{Name: name, Value: s.getenv(name)}
		switch {
		case one.Value == "":
			one.Value = watched.usual[name]
		case slices.Contains(watched.secrets, name):
			one.Value, one.From = keep(one.Value).String(), s.source(name)
		case slices.Contains(addresses, name), name == "ONRECORD_DB" && strings.Contains(one.Value, "://"): // else a file
			one.Value, one.From = hostOf(one.Value), s.source(name)
		default:
			one.From = s.source(name)
		}
		list = append(list, one)
	}
	slices.SortFunc(list, func(a, b settingJSON) int { return strings.Compare(a.Name, b.Name) })
	return list, wrong
}
