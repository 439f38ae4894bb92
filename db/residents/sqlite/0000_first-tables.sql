CREATE TABLE `letters` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`sign_up_id` text,
	`created_at` integer NOT NULL,
	`due_at` integer,
	`attempts` integer NOT NULL,
	`sent_at` integer,
	`error` text,
	`recipient` text,
	`subject` text,
	`body_text` text,
	`body_html` text,
	`attachments` text,
	FOREIGN KEY (`sign_up_id`) REFERENCES `sign_ups`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `letters_due` ON `letters` (`due_at`);--> statement-breakpoint
CREATE INDEX `letters_of_sign_up` ON `letters` (`sign_up_id`);--> statement-breakpoint
CREATE TABLE `sign_up_lists` (
	`meeting_id` text PRIMARY KEY NOT NULL,
	`places` integer NOT NULL,
	`taken` integer NOT NULL,
	`waiting` integer NOT NULL,
	`last_number` integer NOT NULL,
	`turn` integer NOT NULL,
	CONSTRAINT "sign_up_lists_counts" CHECK("sign_up_lists"."places" >= 0 and "sign_up_lists"."taken" >= 0 and "sign_up_lists"."waiting" >= 0)
);
--> statement-breakpoint
CREATE TABLE `sign_ups` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`who` text NOT NULL,
	`people` integer NOT NULL,
	`needs` text NOT NULL,
	`created_at` integer NOT NULL,
	`link_hash` text NOT NULL,
	`forget_after` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `sign_up_lists`(`meeting_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sign_ups_people" CHECK("sign_ups"."people" >= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_ups_link` ON `sign_ups` (`link_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `sign_ups_number` ON `sign_ups` (`meeting_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `sign_ups_once` ON `sign_ups` (`meeting_id`,`who`) WHERE "sign_ups"."state" <> 'cancelled';--> statement-breakpoint
CREATE INDEX `sign_ups_queue` ON `sign_ups` (`meeting_id`,`state`,`number`);--> statement-breakpoint
CREATE INDEX `sign_ups_to_forget` ON `sign_ups` (`forget_after`);