/** The languages of the page. */
import { en } from './en.ts';
import { type Words, zh } from './zh.ts';

export type Lang = 'zh' | 'en';
export type { Words };

export const words: Readonly<Record<Lang, Words>> = { zh, en };
