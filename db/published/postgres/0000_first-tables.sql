CREATE TABLE "areas" (
	"code" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"search_name" text NOT NULL,
	"wijk_code" text,
	"gebied_code" text,
	"stadsdeel_code" text,
	"gemeente_code" text,
	"geometry" jsonb NOT NULL,
	"bounds" jsonb NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "buurten" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"focus" text NOT NULL,
	"introduction" text NOT NULL,
	"step" text NOT NULL,
	"step_since" text NOT NULL,
	"step_note" text NOT NULL,
	"area_codes" jsonb NOT NULL,
	"borough_code" text,
	"city_code" text,
	"key_indicators" jsonb NOT NULL,
	"accent" text NOT NULL,
	"organisations" jsonb NOT NULL,
	"contact" jsonb NOT NULL,
	"places" jsonb NOT NULL,
	"sample" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figure_sources" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"publisher" text NOT NULL,
	"url" text NOT NULL,
	"licence" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figures" (
	"area_code" text NOT NULL,
	"indicator" text NOT NULL,
	"period" text NOT NULL,
	"value" double precision,
	"source_id" text NOT NULL,
	CONSTRAINT "figures_area_code_indicator_period_pk" PRIMARY KEY("area_code","indicator","period")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"what" text PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interventions" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"buurt_id" text NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"owner" text NOT NULL,
	"promise" text NOT NULL,
	"due_on" text,
	"target" jsonb,
	"description" text NOT NULL,
	"theme_ids" jsonb NOT NULL,
	"place_name" text NOT NULL,
	"place" jsonb
);
--> statement-breakpoint
CREATE TABLE "meeting_places" (
	"meeting_id" text PRIMARY KEY NOT NULL,
	"left_over" integer NOT NULL,
	"waiting" integer NOT NULL,
	"turn" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"buurt_id" text NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"summary" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"place_name" text NOT NULL,
	"address" text NOT NULL,
	"place" jsonb,
	"places" integer NOT NULL,
	"organiser" text NOT NULL,
	"languages" jsonb NOT NULL,
	"wheelchair" boolean NOT NULL,
	"childcare" boolean NOT NULL,
	"food" boolean NOT NULL,
	"theme_ids" jsonb NOT NULL,
	"cancelled" text
);
--> statement-breakpoint
CREATE TABLE "picture_files" (
	"picture_id" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "picture_files_picture_id_width_pk" PRIMARY KEY("picture_id","width")
);
--> statement-breakpoint
CREATE TABLE "progress" (
	"id" text PRIMARY KEY NOT NULL,
	"intervention_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"reached" double precision,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"buurt_id" text NOT NULL,
	"heard_from" text NOT NULL,
	"heard_on" text NOT NULL,
	"heard" text NOT NULL,
	"decision" text NOT NULL,
	"answer" text NOT NULL,
	"theme_id" text,
	"intervention_id" text
);
--> statement-breakpoint
CREATE TABLE "signal_counts" (
	"buurt_id" text NOT NULL,
	"theme_id" text,
	"kind" text NOT NULL,
	"count" integer NOT NULL,
	"released_on" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "themes" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"buurt_id" text NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"intended_outcome" text NOT NULL,
	"phase" text NOT NULL,
	"started_on" text NOT NULL,
	"figures_show" text NOT NULL,
	"we_hear" text NOT NULL,
	"judgement" text NOT NULL,
	"indicators" jsonb NOT NULL,
	"working_group" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "updates" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"buurt_id" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"theme_ids" jsonb NOT NULL,
	"intervention_id" text,
	"pictures" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"note" text NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "versions_kind_subject_id_version_pk" PRIMARY KEY("kind","subject_id","version")
);
--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_source_id_figure_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."figure_sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interventions" ADD CONSTRAINT "interventions_buurt_id_buurten_id_fk" FOREIGN KEY ("buurt_id") REFERENCES "public"."buurten"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_buurt_id_buurten_id_fk" FOREIGN KEY ("buurt_id") REFERENCES "public"."buurten"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "progress" ADD CONSTRAINT "progress_intervention_id_interventions_id_fk" FOREIGN KEY ("intervention_id") REFERENCES "public"."interventions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_buurt_id_buurten_id_fk" FOREIGN KEY ("buurt_id") REFERENCES "public"."buurten"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_buurt_id_buurten_id_fk" FOREIGN KEY ("buurt_id") REFERENCES "public"."buurten"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_buurt_id_buurten_id_fk" FOREIGN KEY ("buurt_id") REFERENCES "public"."buurten"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "areas_by_kind" ON "areas" USING btree ("kind");--> statement-breakpoint
CREATE UNIQUE INDEX "buurten_slug" ON "buurten" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "interventions_slug" ON "interventions" USING btree ("buurt_id","slug");--> statement-breakpoint
CREATE UNIQUE INDEX "meetings_slug" ON "meetings" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "meetings_by_end" ON "meetings" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "meetings_by_buurt" ON "meetings" USING btree ("buurt_id","ends_at");--> statement-breakpoint
CREATE INDEX "progress_by_intervention" ON "progress" USING btree ("intervention_id","at");--> statement-breakpoint
CREATE INDEX "responses_by_buurt" ON "responses" USING btree ("buurt_id","heard_on");--> statement-breakpoint
CREATE INDEX "signal_counts_by_buurt" ON "signal_counts" USING btree ("buurt_id");--> statement-breakpoint
CREATE UNIQUE INDEX "themes_slug" ON "themes" USING btree ("buurt_id","slug");--> statement-breakpoint
CREATE INDEX "updates_by_buurt" ON "updates" USING btree ("buurt_id","published_at");