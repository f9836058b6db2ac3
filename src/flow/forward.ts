/** Forward: each message of a bundle is read as its forwarder's report, with its author noted; nothing counts unasked. */

import type { Turn } from '../intents/intent.ts';
import { LogIntent } from '../intents/log.ts';
import { dayText } from '../intents/phrasing.ts';
import type { Forwarded, Lookup } from '../ports.ts';
import { type Block, type Button, plain, type Reply } from '../reply.ts';
import type { InboxRow } from '../store/inbox.ts';
import { dayOf } from '../time/day.ts';
import { secretIn } from '../understand/secret.ts';
import { understand } from '../understand/understand.ts';
import { nothing, type Result } from './act.ts';
import { itemLine } from './item-line.ts';
import type { Kept, Offer } from './kept.ts';
import type { OfficePorts } from './needs.ts';
import { otherKindReply, secretReply } from './replies.ts';
import { apart, contextOf } from './turn.ts';

/** More lines than these on one card nobody checks. */
const mostLines = 20;
/** Above it only all or nothing is offered. */
const mostPicks = 5;

type Item = LogIntent['items'][number];

interface ReadLine {
  readonly line: Forwarded;
  readonly items: readonly Item[];
}

/** Throws OutsideError where the bundle cannot be fetched. */
export async function readForward(
  ports: OfficePorts & { readonly lookup: Lookup },
  read: { row: InboxRow; kept: Kept; turn: Turn },
): Promise<{ result: Result; offers: readonly Offer[] }> {
  const { row, kept, turn } = read;
  const bundle = await ports.lookup.message(row.messageId);
  const lines = bundle?.forwarded ?? [];
  if (lines.some((line) => secretIn(line.text))) {
    return { result: { ...nothing, reply: secretReply(turn.lang), refused: 'secret' }, offers: [] };
  }
  const found = lines
    .map((line): ReadLine => ({ line, items: itemsIn(ports, line, { kept, turn }) }))
    .filter(({ items }) => items.length > 0)
    .slice(0, mostLines);
  if (found.length === 0) return { result: { ...nothing, reply: otherKindReply('forward', turn.lang) }, offers: [] };
  const offers = found.map(({ items }) => ({ intents: [{ do: 'log', items }] }));
  return { result: { ...nothing, reply: offered(row.key, { found, count: lines.length, turn }) }, offers };
}

/** Read as if it had been said alone, at its own time. */
function itemsIn(ports: OfficePorts, line: Forwarded, { kept, turn }: { kept: Kept; turn: Turn }): Item[] {
  if (line.text === '') return [];
  const then: Turn = { ...turn, now: line.at, today: dayOf(line.at, turn.zone) };
  const intents = understand(line.text, apart(contextOf(ports.db, then, { ...kept })));
  return intents.flatMap((intent) => {
    const log = LogIntent.safeParse(intent);
    return log.success ? log.data.items.map((item) => noted(item, line, turn)) : [];
  });
}

function noted(item: Item, line: Forwarded, turn: Turn): Item {
  const from = turn.lang === 'zh' ? `转自${whoAndWhen(line, turn)}的消息` : `forwarded from ${whoAndWhen(line, turn)}`;
  const note = item.entry.note ? `${item.entry.note}${turn.lang === 'zh' ? '；' : '; '}${from}` : from;
  return { ...item, entry: { ...item.entry, note } };
}

function whoAndWhen(line: Forwarded, turn: Turn): string {
  const day = dayText(dayOf(line.at, turn.zone), turn.today, turn.lang);
  const name = plain(line.author.name ?? (turn.lang === 'zh' ? '同事' : 'a colleague'));
  return turn.lang === 'zh' ? `${name}${day}` : `${name}, ${day}`;
}

function offered(key: string, read: { found: readonly ReadLine[]; count: number; turn: Turn }): Reply {
  const { found, count, turn } = read;
  const zh = turn.lang === 'zh';
  const lines = found.map(({ line, items }, index): Block => {
    const what = items.map((item) => itemLine(item, turn)).join('\n→ ');
    return {
      type: 'text',
      text: `${index + 1}. ${whoAndWhen(line, turn)}：${plain(line.text).slice(0, 200)}\n→ ${what}`,
    };
  });
  const picks =
    found.length > 1 && found.length <= mostPicks
      ? found.map(
          (_, index): Button => ({
            label: zh ? `只记第${index + 1}条` : `Only ${index + 1}`,
            intent: { do: 'accept', offer: key, pick: index },
          }),
        )
      : [];
  const all: Button = {
    label: found.length > 1 ? (zh ? '全部记下' : 'Record all') : zh ? '记下' : 'Record',
    intent: { do: 'accept', offer: key },
    style: 'primary',
  };
  return {
    lang: turn.lang,
    tone: 'plain',
    title: zh
      ? `转发的${count}条里读出${found.length}条，还没有记`
      : `${found.length} of ${count} forwarded messages can be recorded; nothing is yet`,
    blocks: [
      ...lines,
      {
        type: 'note',
        text: zh
          ? '是您的工作就点一下；别人记过的不要再记。'
          : 'Press if this is yours to report and nobody recorded it yet.',
      },
      { type: 'buttons', buttons: [all, ...picks] },
    ],
  };
}
