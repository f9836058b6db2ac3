/** Instants as a messenger shows them, in the reader's language and zone. */
import type { Lang, Words } from './words/words.ts';

/** Today 10:32, Yesterday 18:05, 19 November 09:00. */
export function timeLabel(at: Date, words: Words, lang: Lang): string {
  const time = clockLabel(at, lang);
  const days = daysAgo(at);
  if (days <= 0) return `${words.today} ${time}`;
  if (days === 1) return `${words.yesterday} ${time}`;
  return `${at.toLocaleDateString(localeOf(lang), { ...yearOf(at), month: 'long', day: 'numeric' })} ${time}`;
}

/** The same as short as a list of chats wants it. */
export function shortLabel(at: Date, words: Words, lang: Lang): string {
  const days = daysAgo(at);
  if (days <= 0) return clockLabel(at, lang);
  if (days === 1) return words.yesterday;
  return at.toLocaleDateString(localeOf(lang), { month: 'numeric', day: 'numeric' });
}

export function clockLabel(at: Date, lang: Lang): string {
  return at.toLocaleTimeString(localeOf(lang), { hour: '2-digit', minute: '2-digit', hour12: false });
}

function localeOf(lang: Lang): string {
  return lang === 'zh' ? 'zh-CN' : 'en-GB';
}

function daysAgo(at: Date): number {
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  return Math.ceil((midnight.getTime() - at.getTime()) / 86_400_000);
}

function yearOf(at: Date): { year?: 'numeric' } {
  return at.getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' };
}
