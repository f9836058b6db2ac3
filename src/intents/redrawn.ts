/** A receipt drawn anew: every record on it as it stands now, everything else as it was. */
import type { Entry } from '../kinds/entry.ts';
import type { Block, Lang, Reply, Text } from '../reply.ts';
import type { Day } from '../time/day.ts';
import { detailsOf, headOf, shortDetails } from './phrasing.ts';

export interface Standing {
  /** The records that changed, by their numbers. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly today: Day;
}

/**
 * @param seen the card as it looks; @param first as it was sent, with the buttons a record that is back gets back
 * @returns undefined where no record on it has changed
 */
export function redrawnReply(seen: Reply, first: Reply, { entries, today }: Standing): Reply | undefined {
  const changed = seen.blocks.some((block) => entryOf(block, entries));
  if (!changed) return undefined;
  const how = { lang: seen.lang, today };
  // As it looks, so that a record changed earlier keeps its newer state; the rest as it was sent.
  const views = new Map(seen.blocks.flatMap((block) => (viewKey(block) ? [[viewKey(block), block] as const] : [])));
  const blocks = first.blocks.map((block): Block => {
    const entry = entryOf(block, entries);
    return entry ? drawn(block, entry, how) : (views.get(viewKey(block)) ?? block);
  });
  const named = blocks.filter((block) => block.type === 'text' && block.record);
  const allVoid = named.every((block) => block.type === 'text' && block.text.endsWith(voided[seen.lang]));
  if (!allVoid) return { ...first, blocks };
  return {
    ...first,
    tone: 'warn',
    ...(first.title ? { title: `${undone[seen.lang]}${partMark(first.title)}` } : {}),
    blocks: blocks.filter((block) => block.type !== 'buttons'),
  };
}

/** The lines of one record among several: what it is, and how it stands. */
export function recordLines(entry: Entry, how: { readonly lang: Lang; readonly today: Day }): string {
  return `${headOf(entry, how.lang)}\n${entry.void ? voided[how.lang] : shortDetails(entry, how)}`;
}

const voided: Text = { zh: '已撤销，不再计入任何数字', en: 'taken back, in no figure any more' };
const undone: Text = { zh: '已撤销', en: 'Undone' };

/** Which part of a long answer it is stays behind the title. */
function partMark(title: string): string {
  return /(?:（| \()\d+\/\d+(?:）|\))$/.exec(title)?.[0] ?? '';
}

function drawn(block: Block, entry: Entry, how: { readonly lang: Lang; readonly today: Day }): Block {
  if (block.type === 'fields') {
    const assumed = new Map(block.items.map((item) => [item.label, item.assumed ? item.value : undefined]));
    const items = detailsOf(entry, how.lang, how.today).map(({ label, value }) => ({
      label,
      value,
      ...(assumed.get(label) === value ? { assumed: true } : {}),
    }));
    return { ...block, items };
  }
  if (block.type !== 'text') return block;
  if (block.record?.as === 'head' && !entry.void) return { ...block, text: headOf(entry, how.lang) };
  return { ...block, text: recordLines(entry, how) };
}

function entryOf(block: Block, entries: Standing['entries']): Entry | undefined {
  return 'record' in block && block.record ? entries.get(block.record.no) : undefined;
}

function viewKey(block: Block): string | undefined {
  return 'record' in block && block.record ? `${block.record.as} ${block.record.no}` : undefined;
}
