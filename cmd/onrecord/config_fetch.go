package main

import (
	"errors"
	"net/netip"
	"strings"

	"onrecord/ingest/fetch"
)

// fetching returns how addresses are fetched, or every complaint about it.
func (s *settings) fetching() (fetch.Options, error) {
	o := fetch.Options{Contact: s.getenv("ONRECORD_CONTACT")}
	if strings.ContainsFunc(o.Contact, func(r rune) bool { return r <= ' ' || r > '~' || r == '(' || r == ')' }) || len(o.Contact) > 200 {
		s.complain("ONRECORD_CONTACT is %q: use an address of the web or of mail, which sites are shown", o.Contact)
	}
	for _, text := range strings.FieldsFunc(s.getenv("ONRECORD_FETCH_ALLOW"), func(r rune) bool { return r == ',' || r == ' ' }) {
		p, err := netip.ParsePrefix(text)
		if one, wrong := netip.ParseAddr(text); wrong == nil {
			p, err = netip.PrefixFrom(one, one.BitLen()), nil
		}
		if err != nil {
			s.complain("ONRECORD_FETCH_ALLOW has %q: use addresses such as 10.1.2.3 or 10.1.2.0/24, with commas between them", text)
			continue
		}
		o.Allow = append(o.Allow, p)
	}
	return o, errors.Join(s.complaints...)
}
