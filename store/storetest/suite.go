// Package storetest is the suite that every database has to pass, and the
// invented newsroom that it stores.
package storetest

import (
	"testing"

	"onrecord/store"
)

// Fresh names an empty database, as store.Open takes it; the test ends it.
type Fresh func(t testing.TB) string

// Run runs the whole suite on databases from fresh.
func Run(t *testing.T, fresh Fresh) {
	for name, test := range map[string]func(*testing.T, Fresh){
		"RoundTrip":       testRoundTrip,
		"Versions":        testVersions,
		"Remove":          testRemove,
		"Isolation":       testIsolation,
		"BadInput":        testBadInput,
		"Unknown":         testUnknown,
		"Settings":        testSettings,
		"Index":           testIndex,
		"IndexChanges":    testIndexChanges,
		"AddAll":          testAddAll,
		"AddAllAgain":     testAddAllAgain,
		"AddEach":         testAddEach,
		"AddEachEnds":     testAddEachEnds,
		"Cards":           testCards,
		"CardsGrow":       testCardsGrow,
		"Order":           testOrder,
		"TwoStores":       testTwoStores,
		"SideBySide":      testSideBySide,
		"Jobs":            testJobs,
		"JobsOnce":        testJobsOnce,
		"Shelf":           testShelf,
		"Feeds":           testFeeds,
		"Watches":         testWatches,
		"CopyFollowed":    testCopyFollowed,
		"Preferences":     testPreferences,
		"Holds":           testHolds,
		"Votes":           testVotes,
		"Purge":           testPurge,
		"Claims":          testClaims,
		"ClaimedAtOnce":   testClaimedAtOnce,
		"ClaimsTakenOver": testClaimsTakenOver,
		"Sessions":        testSessions,
		"Forget":          testForget,
		"Spending":        testSpending,
		"SpendingOnce":    testSpendingAtOnce,
		"Replies":         testReplies,
		"Vectors":         testVectors,
		"Asked":           testAsked,
		"Presence":        testPresence,
		"Queue":           testQueue,
		"LastVotes":       testLastVotes,
		"Largest":         testLargest,
		"Moment":          testMoment,
		"ArticleKept":     testArticleKept,
	} {
		t.Run(name, func(t *testing.T) { test(t, fresh) })
	}
}

// open opens a database and closes it when the test ends.
func open(t testing.TB, address string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}
