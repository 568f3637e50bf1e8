package store

import (
	"context"
	"log/slog"

	"onrecord/stages"
)

// stage begins the stage of a statement, or of a transaction. Of a statement its
// text is told, which has no values in it.
func (d dialect) stage(ctx context.Context, query string) (context.Context, *stages.Stage) {
	ctx, stage := stages.Begin(ctx, stages.Store)
	if stage != nil {
		system := "sqlite"
		if d.schema == "postgres" {
			system = "postgresql"
		}
		stage.Note(slog.String("database", system), slog.String("query", query))
	}
	return ctx, stage
}
