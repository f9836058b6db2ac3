/** Drafts a summary or one section of it, with every figure bound to its records. */
import type { z } from 'zod';
import type { Block, Lang } from '../reply.ts';
import { plain } from '../reply.ts';
import { parsePeriod } from '../time/period.ts';
import { type Draft, type DraftSection, draft } from '../writing/draft.ts';
import { isSectionId } from '../writing/section-plan.ts';
import type { IntentKind, Outcome, Turn } from './intent.ts';
import { DraftIntent } from './shapes.ts';

export const draftIntent: IntentKind<z.infer<typeof DraftIntent>> = {
  do: 'draft',
  title: { zh: '起草总结', en: 'Draft a summary' },
  examples: [
    { zh: '起草今年建议提案部分', en: 'draft the proposals section for 2026' },
    { zh: '起草2026年上半年总结', en: 'draft the summary of the first half of 2026' },
  ],
  shape: DraftIntent,
  async act(intent, turn): Promise<Outcome> {
    const period = parsePeriod(intent.period);
    if (!period) return refusal(turn, `看不懂期间“${plain(intent.period)}”`, `no such period: ${plain(intent.period)}`);
    const { section } = intent;
    if (section !== undefined && !isSectionId(section))
      return refusal(turn, `没有“${plain(section)}”这个板块`, `no such section: ${plain(section)}`);
    if (period.from > turn.today) return refusal(turn, '这段时间还没有到，没有可写的', 'that period has not begun');
    const drafted = await draft(turn.db, {
      name: intent.period,
      period,
      asOf: turn.today,
      prompts: turn.prompts,
      log: silent,
      ...(section === undefined ? {} : { section }),
      ...(turn.model ? { model: turn.model } : {}),
    });
    return {
      reply: {
        lang: turn.lang,
        tone: 'plain',
        title: turn.lang === 'zh' ? `总结初稿 · ${intent.period}` : `Draft · ${intent.period}`,
        blocks: blocksOf(drafted, turn.lang),
      },
      draft: drafted,
    };
  },
};

/** An act has no log; the notes of the draft tell the same. */
const silent = { info: nothing, warn: nothing, error: nothing };

function nothing(): void {}

function refusal(turn: Turn, zh: string, en: string): Outcome {
  return {
    reply: { lang: turn.lang, tone: 'warn', blocks: [{ type: 'text', text: turn.lang === 'zh' ? zh : en }] },
    refused: 'no-data',
  };
}

function blocksOf(drafted: Draft, lang: Lang): Block[] {
  const zh = lang === 'zh';
  const [only, ...others] = drafted.sections;
  const body: Block[] =
    only && others.length === 0
      ? [
          { type: 'text', text: plain(only.text) },
          ...sources(only, lang, zh ? '数字出处' : 'Records behind the figures'),
        ]
      : drafted.sections.map((section) => ({
          type: 'fold',
          title: section.heading,
          blocks: [{ type: 'text', text: plain(section.text) }, ...sources(section, lang)],
        }));
  const notes = drafted.notes.map((text): Block => ({ type: 'note', text: plain(text) }));
  return [
    ...body,
    ...(notes.length > 0 ? [{ type: 'fold', title: zh ? '说明' : 'Notes', blocks: notes } as Block] : []),
    {
      type: 'note',
      text: zh ? '数字都出自台账，请人工核对后使用。' : 'Every figure comes from the ledger; please review before use.',
    },
  ];
}

/** Which records each figure stands on. */
function sources(section: DraftSection, lang: Lang, title?: string): Block[] {
  if (section.facts.length === 0) return [];
  const colon = lang === 'zh' ? '：' : ': ';
  const lines = section.facts.map((fact) => `${plain(fact.text)}${colon}${numbersText(fact.numbers, lang)}`);
  const note: Block = { type: 'note', text: lines.join('\n') };
  return title === undefined ? [note] : [{ type: 'fold', title, blocks: [note] }];
}

function numbersText(numbers: readonly string[], lang: Lang): string {
  const zh = lang === 'zh';
  const shown = numbers.slice(0, 5).join(zh ? '、' : ', ');
  if (numbers.length <= 5) return shown;
  return zh ? `${shown}等 ${numbers.length} 条` : `${shown} … (${numbers.length})`;
}
