CREATE TABLE `parts` (
	`message_id` text PRIMARY KEY NOT NULL,
	`delivery` integer NOT NULL,
	`place` integer NOT NULL,
	`reply` text,
	`redrawn` text
);
--> statement-breakpoint
CREATE INDEX `parts_delivery` ON `parts` (`delivery`,`place`);--> statement-breakpoint
ALTER TABLE `mentions` ADD `place` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `tried_at` text;--> statement-breakpoint
CREATE INDEX `outbox_message` ON `outbox` (`message_id`);