ALTER TABLE "meetings" ADD COLUMN "report_promised" boolean DEFAULT true NOT NULL;--> statement-breakpoint
-- What was over before this portal knew reports was promised none: none of those is late.
UPDATE "meetings" SET "report_promised" = false WHERE "ends_at" <= now();
