CREATE TABLE "bursts" (
	"buurt_id" text NOT NULL,
	"cell" text NOT NULL,
	"week" text NOT NULL,
	"confirmed" integer NOT NULL,
	CONSTRAINT "bursts_buurt_id_cell_week_pk" PRIMARY KEY("buurt_id","cell","week")
);
--> statement-breakpoint
CREATE TABLE "desk_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"public_key" "bytea" NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"salt" "bytea" NOT NULL,
	"memory" integer NOT NULL,
	"passes" integer NOT NULL,
	"active" boolean NOT NULL,
	"number" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "photos" (
	"signal_id" text PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"key_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"signal_id" text PRIMARY KEY NOT NULL,
	"decision" text NOT NULL,
	"mark" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "question_lists" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"questions" jsonb NOT NULL,
	"version" integer NOT NULL,
	"archived" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "released_counts" (
	"batch" integer NOT NULL,
	"buurt_id" text NOT NULL,
	"in_table" text NOT NULL,
	"in_group" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "released_counts_buurt_id_batch_in_table_in_group_pk" PRIMARY KEY("buurt_id","batch","in_table","in_group")
);
--> statement-breakpoint
CREATE TABLE "spent_forms" (
	"hash" text PRIMARY KEY NOT NULL,
	"week" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "turns" (
	"signal_id" text NOT NULL,
	"turn" integer NOT NULL,
	"by" text NOT NULL,
	"week" text NOT NULL,
	"sealed_for_desk" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"sealed_for_sender" "bytea",
	CONSTRAINT "turns_signal_id_turn_pk" PRIMARY KEY("signal_id","turn")
);
--> statement-breakpoint
CREATE TABLE "unsealed_signals" (
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
INSERT INTO "unsealed_signals" SELECT "id", "buurt_id", "kind", "text", "theme_id", "cell", "week", "state", "receipt_hash", "receipt_lookup" FROM "signals";--> statement-breakpoint
DELETE FROM "signals";--> statement-breakpoint
ALTER TABLE "signals" ALTER COLUMN "receipt_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "signals" ALTER COLUMN "receipt_lookup" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "signals" ADD COLUMN "sealed" "bytea";--> statement-breakpoint
ALTER TABLE "signals" ADD COLUMN "key_id" text;--> statement-breakpoint
ALTER TABLE "signals" ADD COLUMN "sender_key" "bytea";--> statement-breakpoint
ALTER TABLE "signals" DROP COLUMN "text";