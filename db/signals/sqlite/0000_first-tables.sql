CREATE TABLE `signals` (
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
CREATE UNIQUE INDEX `signals_receipt` ON `signals` (`receipt_lookup`);--> statement-breakpoint
CREATE INDEX `signals_queue` ON `signals` (`state`,`week`,`id`);--> statement-breakpoint
CREATE INDEX `signals_by_buurt` ON `signals` (`buurt_id`,`state`);