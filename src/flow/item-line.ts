/** One line for something not yet recorded, in the words its receipt would have. */

import type { Turn } from '../intents/intent.ts';
import type { LogIntent } from '../intents/log.ts';
import { detailsOf } from '../intents/phrasing.ts';
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import { oneOf } from '../kinds/kind.ts';
import { plain } from '../reply.ts';

type Item = LogIntent['items'][number];

/** 收文 · 5月10日（周日） · 12件; a state only where one was told. */
export function itemLine({ entry, assumed }: Item, turn: Turn): string {
  const { lang, today } = turn;
  const kind = kindOf(entry.kind);
  const details = detailsOf(asEntry(entry), lang, today)
    .filter(({ name }) => name !== 'note' && (name !== 'status' || entry.status !== undefined))
    .map(({ name, label, value }) => {
      const bare = name === 'on' || name === 'quantity' || name === 'status';
      const mark = assumed.includes(name) ? (lang === 'zh' ? '（默认）' : ' (assumed)') : '';
      return `${bare ? '' : `${label}${lang === 'zh' ? ' ' : ': '}`}${value}${mark}`;
    });
  return [kind ? oneOf(kind, lang) : entry.kind, ...(entry.title ? [plain(entry.title)] : []), ...details].join(' · ');
}

function asEntry(entry: Item['entry']): Entry {
  return {
    ...{ no: '', title: '', quantity: 1, precision: 'exact', section: '', by: '', at: '', source: '' },
    ...{ days: {}, lastOn: entry.on, lastN: 0, void: false },
    status: '',
    ...entry,
  } as Entry;
}
