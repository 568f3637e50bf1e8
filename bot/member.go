package bot

import (
	"slices"
	"strconv"
)

// Member is what somebody is in the server that they ask in; its zero value is
// somebody without rights, such as in a direct message.
type Member struct {
	Roles []string
	// Manages tells that they may manage the server.
	Manages bool
}

type memberEvent struct {
	User        *userEvent `json:"user"`
	Roles       []string   `json:"roles"`
	Permissions string     `json:"permissions"` // a number, in the channel
}

// member reads what Discord says of a member. Administrators may do everything.
func (e *memberEvent) member() Member {
	const administrator, manage = 1 << 3, 1 << 5
	n, _ := strconv.ParseUint(e.Permissions, 10, 64) // none when it can't be read
	return Member{Roles: e.Roles, Manages: n&(administrator|manage) != 0}
}

const (
	errNotManager = excuse("Only members who may manage the server can change its settings.")
	errNoCurator  = excuse("Only members who may manage the server, or have the role that is set for it, can change its articles.")
)

// mayManage tells whether the asker may change what the place has chosen: their
// own, or that of a server that they manage.
func (r *Request) mayManage() error {
	if r.place().personal() || r.Member.Manages {
		return nil
	}
	return errNotManager
}

// mayCurate tells whether the asker may change the place's articles. The role
// that everybody has is called like the server.
func (r *Request) mayCurate() error {
	role := r.Chosen.Role
	if r.mayManage() == nil || role != "" && (role == r.Server || slices.Contains(r.Member.Roles, role)) {
		return nil
	}
	return errNoCurator
}
