CREATE TABLE `areas` (
	`code` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`search_name` text NOT NULL,
	`wijk_code` text,
	`gebied_code` text,
	`stadsdeel_code` text,
	`gemeente_code` text,
	`geometry` text NOT NULL,
	`bounds` text NOT NULL,
	`source` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `areas_by_kind` ON `areas` (`kind`);--> statement-breakpoint
CREATE TABLE `buurten` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`published_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`focus` text NOT NULL,
	`introduction` text NOT NULL,
	`step` text NOT NULL,
	`step_since` text NOT NULL,
	`step_note` text NOT NULL,
	`area_codes` text NOT NULL,
	`borough_code` text,
	`city_code` text,
	`key_indicators` text NOT NULL,
	`accent` text NOT NULL,
	`organisations` text NOT NULL,
	`contact` text NOT NULL,
	`places` text NOT NULL,
	`sample` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `buurten_slug` ON `buurten` (`slug`);--> statement-breakpoint
CREATE TABLE `figure_sources` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`publisher` text NOT NULL,
	`url` text NOT NULL,
	`licence` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `figures` (
	`area_code` text NOT NULL,
	`indicator` text NOT NULL,
	`period` text NOT NULL,
	`value` real,
	`source_id` text NOT NULL,
	PRIMARY KEY(`area_code`, `indicator`, `period`),
	FOREIGN KEY (`source_id`) REFERENCES `figure_sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`what` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `interventions` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`published_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`buurt_id` text NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`owner` text NOT NULL,
	`promise` text NOT NULL,
	`due_on` text,
	`target` text,
	`description` text NOT NULL,
	`theme_ids` text NOT NULL,
	`place_name` text NOT NULL,
	`place` text,
	FOREIGN KEY (`buurt_id`) REFERENCES `buurten`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `interventions_slug` ON `interventions` (`buurt_id`,`slug`);--> statement-breakpoint
CREATE TABLE `meeting_places` (
	`meeting_id` text PRIMARY KEY NOT NULL,
	`left_over` integer NOT NULL,
	`waiting` integer NOT NULL,
	`turn` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`published_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`buurt_id` text NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`summary` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`place_name` text NOT NULL,
	`address` text NOT NULL,
	`place` text,
	`places` integer NOT NULL,
	`organiser` text NOT NULL,
	`languages` text NOT NULL,
	`wheelchair` integer NOT NULL,
	`childcare` integer NOT NULL,
	`food` integer NOT NULL,
	`theme_ids` text NOT NULL,
	`cancelled` text,
	FOREIGN KEY (`buurt_id`) REFERENCES `buurten`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meetings_slug` ON `meetings` (`slug`);--> statement-breakpoint
CREATE INDEX `meetings_by_end` ON `meetings` (`ends_at`);--> statement-breakpoint
CREATE INDEX `meetings_by_buurt` ON `meetings` (`buurt_id`,`ends_at`);--> statement-breakpoint
CREATE TABLE `picture_files` (
	`picture_id` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`picture_id`, `width`)
);
--> statement-breakpoint
CREATE TABLE `progress` (
	`id` text PRIMARY KEY NOT NULL,
	`intervention_id` text NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`reached` real,
	`text` text NOT NULL,
	FOREIGN KEY (`intervention_id`) REFERENCES `interventions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `progress_by_intervention` ON `progress` (`intervention_id`,`at`);--> statement-breakpoint
CREATE TABLE `responses` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`published_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`buurt_id` text NOT NULL,
	`heard_from` text NOT NULL,
	`heard_on` text NOT NULL,
	`heard` text NOT NULL,
	`decision` text NOT NULL,
	`answer` text NOT NULL,
	`theme_id` text,
	`intervention_id` text,
	FOREIGN KEY (`buurt_id`) REFERENCES `buurten`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `responses_by_buurt` ON `responses` (`buurt_id`,`heard_on`);--> statement-breakpoint
CREATE TABLE `signal_counts` (
	`buurt_id` text NOT NULL,
	`theme_id` text,
	`kind` text NOT NULL,
	`count` integer NOT NULL,
	`released_on` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `signal_counts_by_buurt` ON `signal_counts` (`buurt_id`);--> statement-breakpoint
CREATE TABLE `themes` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`published_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`buurt_id` text NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`intended_outcome` text NOT NULL,
	`phase` text NOT NULL,
	`started_on` text NOT NULL,
	`figures_show` text NOT NULL,
	`we_hear` text NOT NULL,
	`judgement` text NOT NULL,
	`indicators` text NOT NULL,
	`working_group` text NOT NULL,
	FOREIGN KEY (`buurt_id`) REFERENCES `buurten`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `themes_slug` ON `themes` (`buurt_id`,`slug`);--> statement-breakpoint
CREATE TABLE `updates` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`published_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`buurt_id` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`theme_ids` text NOT NULL,
	`intervention_id` text,
	`pictures` text NOT NULL,
	FOREIGN KEY (`buurt_id`) REFERENCES `buurten`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `updates_by_buurt` ON `updates` (`buurt_id`,`published_at`);--> statement-breakpoint
CREATE TABLE `versions` (
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`note` text NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`kind`, `subject_id`, `version`)
);
