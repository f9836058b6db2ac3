/** What the chat page may post. */
import { z } from 'zod';

/** Longer than any message of a messenger; a pasted file belongs into an import. */
const longestText = 30_000;
const Name = z.string().trim().min(1).max(100);

export const PostedMessage = z.object({
  from: Name.optional(),
  role: z.string().max(20).optional(),
  chat: Name.optional(),
  text: z
    .string()
    .max(longestText)
    .refine((text) => text.trim() !== '', 'empty'),
  at: z.string().max(40).optional(),
  replyTo: z.string().max(200).optional(),
});
export type PostedMessage = z.infer<typeof PostedMessage>;

/** What stands in the address of a posted file. */
export const PostedFile = z.object({
  name: z.string().trim().min(1).max(200),
  from: Name.optional(),
  role: z.string().max(20).optional(),
  chat: Name.optional(),
});

export const PostedPress = z.object({
  from: Name.optional(),
  role: z.string().max(20).optional(),
  chat: Name.optional(),
  messageId: z.string().min(1).max(200),
  intent: z.unknown(),
  form: z.record(z.string(), z.unknown()).optional(),
  /** The same press told twice counts once. */
  id: z.string().max(100).optional(),
});
export type PostedPress = z.infer<typeof PostedPress>;

export const PostedRecall = z.object({
  from: Name.optional(),
  chat: Name.optional(),
  messageId: z.string().min(1).max(200),
});
export type PostedRecall = z.infer<typeof PostedRecall>;

export const PostedSession = z.object({ token: z.string().max(500) });
