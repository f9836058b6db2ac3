CREATE TABLE `roster` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`section` text DEFAULT '' NOT NULL,
	`left` integer DEFAULT false NOT NULL,
	`at` text NOT NULL
);
