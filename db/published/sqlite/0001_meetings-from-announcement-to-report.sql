CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`published_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`buurt_id` text NOT NULL,
	`said` text NOT NULL,
	`agreements` text NOT NULL,
	`next` text NOT NULL,
	`tell_on` text,
	`attended` integer,
	FOREIGN KEY (`buurt_id`) REFERENCES `buurten`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reports_by_buurt` ON `reports` (`buurt_id`);--> statement-breakpoint
ALTER TABLE `meetings` ADD `audience` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `meetings` ADD `agenda` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `meetings` ADD `sign_up_opens_at` integer;--> statement-breakpoint
ALTER TABLE `meetings` ADD `sign_up_closes_at` integer;--> statement-breakpoint
ALTER TABLE `meetings` ADD `route` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `meetings` ADD `online` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `meetings` ADD `interpreters` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `meetings` ADD `translations` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `meetings` ADD `series` text;--> statement-breakpoint
CREATE INDEX `meetings_by_series` ON `meetings` (`series`);