CREATE TABLE "letters" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"fact" text,
	"not_after" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"attempts" integer NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"error" text,
	"recipient" text,
	"subject" text,
	"body_text" text,
	"body_html" text,
	"attachments" jsonb,
	"unsubscribe" text,
	"account_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letters_due" ON "letters" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "letters_by_account" ON "letters" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "letters_once" ON "letters" USING btree ("fact");