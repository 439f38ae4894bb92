ALTER TABLE `meetings` ADD `report_promised` integer DEFAULT true NOT NULL;--> statement-breakpoint
-- What was over before this portal knew reports was promised none: none of those is late.
UPDATE `meetings` SET `report_promised` = false WHERE `ends_at` <= unixepoch() * 1000;
