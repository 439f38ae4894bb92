CREATE TABLE `walk_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`people` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `sign_up_lists`(`meeting_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `walk_ins_of_list` ON `walk_ins` (`meeting_id`);--> statement-breakpoint
DROP INDEX `sign_ups_once`;--> statement-breakpoint
ALTER TABLE `sign_ups` ADD `signed_up_by` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_ups` ADD `question` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_ups` ADD `phone` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_ups` ADD `wants_report` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_ups` ADD `language` text DEFAULT 'nl' NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_ups` ADD `origin` text DEFAULT 'web' NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_ups` ADD `confirmed_at` integer;--> statement-breakpoint
ALTER TABLE `sign_ups` ADD `answer_by` integer;--> statement-breakpoint
ALTER TABLE `sign_ups` ADD `arrived` integer;--> statement-breakpoint
CREATE INDEX `sign_ups_to_answer` ON `sign_ups` (`answer_by`);--> statement-breakpoint
CREATE INDEX `sign_ups_to_answer_of_list` ON `sign_ups` (`meeting_id`,`answer_by`);--> statement-breakpoint
CREATE UNIQUE INDEX `sign_ups_once` ON `sign_ups` (`meeting_id`,`who`) WHERE "sign_ups"."state" not in ('cancelled', 'lapsed');--> statement-breakpoint
ALTER TABLE `letters` ADD `fact` text;--> statement-breakpoint
ALTER TABLE `letters` ADD `not_after` integer;--> statement-breakpoint
ALTER TABLE `letters` ADD `unsubscribe` text;--> statement-breakpoint
CREATE UNIQUE INDEX `letters_once` ON `letters` (`sign_up_id`,`fact`);--> statement-breakpoint
ALTER TABLE `sign_up_lists` ADD `version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_up_lists` ADD `starts_at` integer;--> statement-breakpoint
ALTER TABLE `sign_up_lists` ADD `off` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_up_lists` ADD `online_link` text;--> statement-breakpoint
ALTER TABLE `sign_up_lists` ADD `signed_up` integer;--> statement-breakpoint
ALTER TABLE `sign_up_lists` ADD `came` integer;--> statement-breakpoint
ALTER TABLE `sign_up_lists` ADD `walk_ins` integer;--> statement-breakpoint
-- Before this, a sign-up needed no confirmation: those that were there have one.
UPDATE `sign_ups` SET `confirmed_at` = `created_at`;
