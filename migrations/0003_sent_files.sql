CREATE TABLE `sent_files` (
	`key` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`state` text NOT NULL,
	`lines` text,
	`faults` text NOT NULL
);
