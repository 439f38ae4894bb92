CREATE TABLE "signals" (
	"id" text PRIMARY KEY NOT NULL,
	"buurt_id" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"theme_id" text,
	"cell" text,
	"week" text NOT NULL,
	"state" text NOT NULL,
	"receipt_hash" text NOT NULL,
	"receipt_lookup" text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "signals_receipt" ON "signals" USING btree ("receipt_lookup");--> statement-breakpoint
CREATE INDEX "signals_queue" ON "signals" USING btree ("state","week","id");--> statement-breakpoint
CREATE INDEX "signals_by_buurt" ON "signals" USING btree ("buurt_id","state");