/** One record with everything that ever happened to it. */
import { h, plainButton } from '../dom.ts';
import { icon } from '../icons.ts';
import type { LedgerLine, RecordShown } from '../server.ts';
import { calledIn } from '../side/cast.ts';
import type { Lang, Words } from '../words/words.ts';

export interface RecordNeeds {
  readonly words: Words;
  readonly lang: Lang;
  back(): void;
  mention(no: string): void;
}

export function recordPage(record: RecordShown | undefined, { words, lang, back, mention }: RecordNeeds): HTMLElement {
  const backButton = plainButton(words.back, back, { class: 'plain back', sign: icon('back'), key: 'back' });
  if (!record) return h('article', { class: 'record' }, backButton, h('p', { class: 'note' }, words.notFound));
  return h(
    'article',
    { class: 'record', tabindex: -1, 'aria-labelledby': 'record-name' },
    h(
      'div',
      { class: 'record-top' },
      backButton,
      h('span', { class: 'record-no' }, record.no),
      standingPill(record, words),
    ),
    h('h3', { id: 'record-name' }, record.name),
    h('p', { class: 'note' }, record.title),
    h(
      'dl',
      { class: 'details' },
      ...record.details.flatMap(({ label, value }) => [h('dt', {}, label), h('dd', {}, value)]),
    ),
    h(
      'button',
      { type: 'button', class: 'press default', 'data-key': 'mention', onclick: () => mention(record.no) },
      words.mention,
    ),
    h('h4', {}, words.history),
    h('ol', { class: 'steps' }, ...record.steps.map((step) => stepOf(step, words, lang))),
  );
}

function stepOf(step: RecordShown['steps'][number], words: Words, lang: Lang): HTMLElement {
  const marks = [step.undone && words.undone, step.implied && words.implied].filter(Boolean).join(' · ');
  return h(
    'li',
    { class: step.undone ? 'step undone' : 'step' },
    h('b', {}, step.label),
    marks !== '' && h('span', { class: 'pill' }, marks),
    (step.changes || step.note) && h('p', {}, [step.changes, step.note].filter(Boolean).join(' · ')),
    h('small', {}, `${step.on} · ${calledIn(lang, step.by)}`),
  );
}

/** The state in a word, coloured where somebody has to look; a record that is simply done needs none. */
export function standingPill({ standing, state }: LedgerLine, words: Words): HTMLElement {
  const label = standing === 'late' || standing === 'void' ? words.standings[standing] : state;
  return h('span', { class: `pill ${standing}` }, label);
}
