package storetest_test

import (
	"onrecord/answer"
	"onrecord/store"
)

var _ answer.Library = (*store.Store)(nil)
