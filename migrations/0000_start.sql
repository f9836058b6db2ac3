CREATE TABLE `inbox` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`chat` text NOT NULL,
	`message_id` text NOT NULL,
	`at` text NOT NULL,
	`state` text NOT NULL,
	`payload` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` text,
	`error` text,
	`outcome` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inbox_key` ON `inbox` (`key`);--> statement-breakpoint
CREATE INDEX `inbox_state_seq` ON `inbox` (`state`,`seq`);--> statement-breakpoint
CREATE INDEX `inbox_message` ON `inbox` (`message_id`);--> statement-breakpoint
CREATE TABLE `inbox_aliases` (
	`alias` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mentions` (
	`message_id` text NOT NULL,
	`no` text NOT NULL,
	PRIMARY KEY(`message_id`, `no`)
);
--> statement-breakpoint
CREATE TABLE `moves` (
	`no` text NOT NULL,
	`n` integer NOT NULL,
	`kind` text NOT NULL,
	`move` text NOT NULL,
	`on` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`section` text NOT NULL,
	`source` text NOT NULL,
	`set` text,
	`note` text,
	`undoes` integer,
	`implied` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`no`, `n`)
);
--> statement-breakpoint
CREATE INDEX `moves_kind_move_on` ON `moves` (`kind`,`move`,`on`);--> statement-breakpoint
CREATE INDEX `moves_source` ON `moves` (`source`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`chat` text NOT NULL,
	`address` text NOT NULL,
	`reply` text NOT NULL,
	`updates` text,
	`about` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` text,
	`message_id` text,
	`error` text,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_state_seq` ON `outbox` (`state`,`seq`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`section` text DEFAULT '' NOT NULL,
	`lang` text DEFAULT 'zh' NOT NULL,
	`address` text
);
--> statement-breakpoint
CREATE TABLE `records` (
	`no` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`on` text NOT NULL,
	`until` text,
	`title` text NOT NULL,
	`quantity` real NOT NULL,
	`precision` text NOT NULL,
	`unit` text,
	`section` text NOT NULL,
	`status` text NOT NULL,
	`overlay` text,
	`due` text,
	`note` text,
	`basis` text,
	`fields` text NOT NULL,
	`days` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`source` text NOT NULL,
	`last_on` text NOT NULL,
	`last_n` integer NOT NULL,
	`void` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `records_kind_on` ON `records` (`kind`,`on`);--> statement-breakpoint
CREATE INDEX `records_kind_unit_on` ON `records` (`kind`,`unit`,`on`);--> statement-breakpoint
CREATE INDEX `records_source` ON `records` (`source`);--> statement-breakpoint
CREATE INDEX `records_due` ON `records` (`due`);--> statement-breakpoint
CREATE TABLE `serials` (
	`prefix` text NOT NULL,
	`year` integer NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`prefix`, `year`)
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `talks` (
	`chat` text NOT NULL,
	`person` text NOT NULL,
	`pending` text,
	`question` text,
	`list` text,
	`recent` text,
	`at` text NOT NULL,
	PRIMARY KEY(`chat`, `person`)
);
--> statement-breakpoint
CREATE TABLE `units` (
	`name` text PRIMARY KEY NOT NULL,
	`aliases` text NOT NULL,
	`type` text
);
