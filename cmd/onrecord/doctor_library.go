package main

import (
	"context"
	"strings"

	"onrecord/store"
	"onrecord/terminal"
)

// checkSettings reads every setting there is.
func checkSettings(_ context.Context, e *examination) finding {
	if err := e.p.settings.everything(); err != nil {
		return trouble("correct it in .env or where the program is started; onrecord config shows every setting", "%v", err)
	}
	if unknown := e.p.settings.unknown(); len(unknown) > 0 {
		return trouble("correct the name, or remove it; onrecord config shows every setting", "%s", strings.Join(unknown, "; "))
	}
	return fine("every setting can be read")
}

// checkLibrary opens the library, which brings its schema up to date.
func checkLibrary(ctx context.Context, e *examination) finding {
	c, err := e.p.settings.library(e.p.db)
	if err != nil {
		return skip("its settings can't be read")
	}
	kind := "the SQLite file"
	if isServer(c.db.reveal()) {
		kind = "PostgreSQL"
	}
	if e.lib, err = e.p.open(ctx); err != nil {
		fix := "do as it says; ONRECORD_DB names another file"
		if isServer(c.db.reveal()) {
			fix = "start the database, or correct DATABASE_URL"
		}
		return trouble(fix, "%s can't be opened: %s", kind, terminal.Clean(err.Error()))
	}
	if e.lib.ReadOnly() {
		return trouble("give whoever runs onrecord the right to write it: articles can't be added and upgrades can't be finished", "%s opens, but only to be read", kind)
	}
	return fine("%s opens, its schema is %d, which is current, and it can be written", kind, store.Schema())
}

// checkArticles counts what there is to answer from.
func checkArticles(ctx context.Context, e *examination) finding {
	if e.lib == nil {
		return skip("the library is not open")
	}
	names, err := e.lib.Libraries(ctx)
	if err != nil {
		return trouble("", "the libraries can't be listed: %v", err)
	}
	total := 0
	for _, name := range names {
		infos, err := e.lib.Articles(ctx, name)
		if err != nil {
			return trouble("", "the articles can't be listed: %v", err)
		}
		total += len(infos)
	}
	if total == 0 {
		return trouble("onrecord article add FILE", "there is no article to answer from")
	}
	return fine("%s in %s", plural(total, "article", "articles"), plural(len(names), "library", "libraries"))
}

// checkReadings tells whether an upgrade has reading left to do.
func checkReadings(ctx context.Context, e *examination) finding {
	if e.lib == nil {
		return skip("the library is not open")
	}
	left, err := e.lib.Stale(ctx)
	switch {
	case err != nil:
		return trouble("", "they can't be counted: %v", err)
	case left > 0:
		return trouble("start onrecord serve, which reads them beside its work; until then the old readings answer",
			"an older onrecord read %s", plural(left, "article", "articles"))
	}
	return fine("every article was read by this onrecord")
}
