CREATE TABLE `letters` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`created_at` integer NOT NULL,
	`fact` text,
	`not_after` integer,
	`due_at` integer,
	`attempts` integer NOT NULL,
	`sent_at` integer,
	`error` text,
	`recipient` text,
	`subject` text,
	`body_text` text,
	`body_html` text,
	`attachments` text,
	`unsubscribe` text,
	`account_id` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `letters_due` ON `letters` (`due_at`);--> statement-breakpoint
CREATE INDEX `letters_by_account` ON `letters` (`account_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `letters_once` ON `letters` (`fact`);