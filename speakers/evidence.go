package speakers

import (
	"strings"

	"onrecord/news"
)

// evidence adds what a naming shows about its entity.
func (c *clusterer) evidence(n *naming, e *entity) {
	e.count++
	if len(n.parts) > 1 && !c.quoted(n) {
		e.full++
	}
	if n.sex != unknownGender {
		e.sex = n.sex
	}
	if n.kind == news.Person {
		e.persons += 2
	}
	if n.where {
		e.where++
	}
	if n.article || n.kind == news.Institution {
		e.persons--
	}
	for _, w := range n.roleWords {
		if e.roles == nil {
			e.roles = map[string]bool{}
		}
		if len(e.roles) < maxRoleWords {
			e.roles[w] = true
		}
	}
	caption := c.pages[n.page].caption
	switch {
	case n.role == "":
	case e.role == "", weak(e.role) && !weak(n.role), e.fromCaption && !caption, !caption && strings.HasSuffix(fold(n.role), " "+fold(e.role)):
		e.role, e.fromCaption = n.role, caption
	}
}

// maxRoleWords bounds the words that tell what one speaker is.
const maxRoleWords = 64

// relations are what somebody is to others, or to everybody; any other role says
// more.
var relations = set("rival opponent husband wife son daughter brother sister father mother friend friends colleague supporter critic ally counterpart nephew niece uncle aunt cousin girlfriend boyfriend partner man woman boy girl person neighbor neighbour mate classmate roommate widow widower fiance fiancee grandson granddaughter")

// weak tells a role that only relates: it ends with such a noun, or has one
// before "of".
func weak(role string) bool {
	role, _, _ = strings.Cut(fold(role), " of ")
	return relations[role[strings.LastIndexByte(role, ' ')+1:]]
}

// plainRole writes a role for showing beside its holder alone: one senator of
// several ("Sens."), and nobody's "his".
func plainRole(role string) string {
	first, rest, more := strings.Cut(role, " ")
	switch strings.ToLower(first) {
	case "his", "her", "their", "its", "our", "my":
		if more {
			return rest
		}
	}
	for _, many := range []string{"Sens", "Reps", "Govs"} {
		head, stop := strings.CutSuffix(role, ".")
		if front, ok := strings.CutSuffix(head, many); ok && stop {
			return front + many[:3] + "."
		}
	}
	return role
}
