CREATE TABLE `bursts` (
	`buurt_id` text NOT NULL,
	`cell` text NOT NULL,
	`week` text NOT NULL,
	`confirmed` integer NOT NULL,
	PRIMARY KEY(`buurt_id`, `cell`, `week`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `desk_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`public_key` blob NOT NULL,
	`wrapped` blob NOT NULL,
	`salt` blob NOT NULL,
	`memory` integer NOT NULL,
	`passes` integer NOT NULL,
	`active` integer NOT NULL,
	`number` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `photos` (
	`signal_id` text PRIMARY KEY NOT NULL,
	`sealed` blob NOT NULL,
	`key_id` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `proposals` (
	`signal_id` text PRIMARY KEY NOT NULL,
	`decision` text NOT NULL,
	`mark` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `question_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`questions` text NOT NULL,
	`version` integer NOT NULL,
	`archived` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `released_counts` (
	`batch` integer NOT NULL,
	`buurt_id` text NOT NULL,
	`in_table` text NOT NULL,
	`in_group` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`buurt_id`, `batch`, `in_table`, `in_group`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `spent_forms` (
	`hash` text PRIMARY KEY NOT NULL,
	`week` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `turns` (
	`signal_id` text NOT NULL,
	`turn` integer NOT NULL,
	`by` text NOT NULL,
	`week` text NOT NULL,
	`sealed_for_desk` blob NOT NULL,
	`key_id` text NOT NULL,
	`sealed_for_sender` blob,
	PRIMARY KEY(`signal_id`, `turn`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `unsealed_signals` (
	`id` text PRIMARY KEY NOT NULL,
	`buurt_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`theme_id` text,
	`cell` text,
	`week` text NOT NULL,
	`state` text NOT NULL,
	`receipt_hash` text NOT NULL,
	`receipt_lookup` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `unsealed_signals` SELECT `id`, `buurt_id`, `kind`, `text`, `theme_id`, `cell`, `week`, `state`, `receipt_hash`, `receipt_lookup` FROM `signals`;
--> statement-breakpoint
DROP TABLE `signals`;
--> statement-breakpoint
CREATE TABLE `signals` (
	`id` text PRIMARY KEY NOT NULL,
	`buurt_id` text NOT NULL,
	`kind` text NOT NULL,
	`theme_id` text,
	`cell` text,
	`week` text NOT NULL,
	`state` text NOT NULL,
	`sealed` blob,
	`key_id` text,
	`sender_key` blob,
	`receipt_hash` text,
	`receipt_lookup` text
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `signals_receipt` ON `signals` (`receipt_lookup`);--> statement-breakpoint
CREATE INDEX `signals_queue` ON `signals` (`state`,`week`,`id`);--> statement-breakpoint
CREATE INDEX `signals_by_buurt` ON `signals` (`buurt_id`,`state`);