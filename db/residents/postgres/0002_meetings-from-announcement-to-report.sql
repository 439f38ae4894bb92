CREATE TABLE "walk_ins" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"people" integer NOT NULL
);
--> statement-breakpoint
DROP INDEX "sign_ups_once";--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "fact" text;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "not_after" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "unsubscribe" text;--> statement-breakpoint
ALTER TABLE "sign_up_lists" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_up_lists" ADD COLUMN "starts_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sign_up_lists" ADD COLUMN "off" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_up_lists" ADD COLUMN "online_link" text;--> statement-breakpoint
ALTER TABLE "sign_up_lists" ADD COLUMN "signed_up" integer;--> statement-breakpoint
ALTER TABLE "sign_up_lists" ADD COLUMN "came" integer;--> statement-breakpoint
ALTER TABLE "sign_up_lists" ADD COLUMN "walk_ins" integer;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "signed_up_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "question" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "phone" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "wants_report" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "language" text DEFAULT 'nl' NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "origin" text DEFAULT 'web' NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "confirmed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "answer_by" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD COLUMN "arrived" integer;--> statement-breakpoint
ALTER TABLE "walk_ins" ADD CONSTRAINT "walk_ins_meeting_id_sign_up_lists_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."sign_up_lists"("meeting_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "walk_ins_of_list" ON "walk_ins" USING btree ("meeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "letters_once" ON "letters" USING btree ("sign_up_id","fact");--> statement-breakpoint
CREATE INDEX "sign_ups_to_answer" ON "sign_ups" USING btree ("answer_by");--> statement-breakpoint
CREATE INDEX "sign_ups_to_answer_of_list" ON "sign_ups" USING btree ("meeting_id","answer_by");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_ups_once" ON "sign_ups" USING btree ("meeting_id","who") WHERE "sign_ups"."state" not in ('cancelled', 'lapsed');--> statement-breakpoint
-- Before this, a sign-up needed no confirmation: those that were there have one.
UPDATE "sign_ups" SET "confirmed_at" = "created_at";
