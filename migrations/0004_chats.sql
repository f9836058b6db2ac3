CREATE TABLE `chats` (
	`chat` text PRIMARY KEY NOT NULL,
	`chat_type` text NOT NULL,
	`person` text,
	`last_at` text NOT NULL
);
--> statement-breakpoint
INSERT INTO `chats` (`chat`, `chat_type`, `person`, `last_at`)
SELECT `chat`, `type`, CASE WHEN `type` = 'p2p' THEN `person` END, `last_at` FROM (
	SELECT `chat`, max(json_extract(`payload`, '$.chatType')) AS `type`, max(json_extract(`payload`, '$.sender.id')) AS `person`, max(`at`) AS `last_at`
	FROM `inbox` WHERE json_extract(`payload`, '$.chatType') IS NOT NULL GROUP BY `chat`
);
