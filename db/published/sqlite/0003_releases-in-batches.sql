CREATE TABLE `homes` (
	`square` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`source` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `signal_releases` (
	`buurt_id` text NOT NULL,
	`batch` integer NOT NULL,
	`released_on` text NOT NULL,
	`counts` text NOT NULL,
	PRIMARY KEY(`buurt_id`, `batch`)
);
--> statement-breakpoint
DROP TABLE `signal_counts`;