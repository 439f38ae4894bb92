CREATE TABLE "letters" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"sign_up_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"attempts" integer NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"error" text,
	"recipient" text,
	"subject" text,
	"body_text" text,
	"body_html" text,
	"attachments" jsonb
);
--> statement-breakpoint
CREATE TABLE "sign_up_lists" (
	"meeting_id" text PRIMARY KEY NOT NULL,
	"places" integer NOT NULL,
	"taken" integer NOT NULL,
	"waiting" integer NOT NULL,
	"last_number" integer NOT NULL,
	"turn" integer NOT NULL,
	CONSTRAINT "sign_up_lists_counts" CHECK ("sign_up_lists"."places" >= 0 and "sign_up_lists"."taken" >= 0 and "sign_up_lists"."waiting" >= 0)
);
--> statement-breakpoint
CREATE TABLE "sign_ups" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"who" text NOT NULL,
	"people" integer NOT NULL,
	"needs" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"link_hash" text NOT NULL,
	"forget_after" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sign_ups_people" CHECK ("sign_ups"."people" >= 1)
);
--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_sign_up_id_sign_ups_id_fk" FOREIGN KEY ("sign_up_id") REFERENCES "public"."sign_ups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ups" ADD CONSTRAINT "sign_ups_meeting_id_sign_up_lists_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."sign_up_lists"("meeting_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letters_due" ON "letters" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "letters_of_sign_up" ON "letters" USING btree ("sign_up_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_ups_link" ON "sign_ups" USING btree ("link_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_ups_number" ON "sign_ups" USING btree ("meeting_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_ups_once" ON "sign_ups" USING btree ("meeting_id","who") WHERE "sign_ups"."state" <> 'cancelled';--> statement-breakpoint
CREATE INDEX "sign_ups_queue" ON "sign_ups" USING btree ("meeting_id","state","number");--> statement-breakpoint
CREATE INDEX "sign_ups_to_forget" ON "sign_ups" USING btree ("forget_after");