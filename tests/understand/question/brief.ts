/** A question's intent in one short line, so that a table of readings can be read. */
import type { AskIntent, FindIntent } from '../../../src/intents/ask-shape.ts';
import type { Intent } from '../../../src/reply.ts';

export function brief(intent: Intent | null): string {
  if (intent === null) return 'no question';
  if (intent.do === 'ask') return briefAsk(intent as unknown as AskIntent);
  if (intent.do === 'find') return briefFind(intent as unknown as FindIntent);
  return `${intent.do} ${String(intent.no ?? '')}`.trim();
}

function briefAsk(intent: AskIntent): string {
  if (intent.trouble) return `trouble: ${intent.trouble.because}`;
  const { compare, top } = intent;
  const words = [
    intent.figures.map((one) => figureText(one)).join(intent.divide ? ' per ' : ' and '),
    spanText(intent.period) + (intent.assumed ? ' assumed' : ''),
    intent.group && `by ${intent.group}`,
    top && `${top.least ? 'last' : 'top'} ${top.count}`,
    compare && `against ${typeof compare === 'string' ? compare : spanText(compare)}`,
    intent.per && `a ${intent.per}`,
    intent.sum && 'added',
  ];
  return words.filter(Boolean).join(', ');
}

function briefFind(intent: FindIntent): string {
  return `list ${figureText({ kind: intent.kind ?? '', measure: intent.measure ?? '', filters: intent.filters })}, ${spanText(intent.period)}`;
}

function figureText(figure: AskIntent['figures'][number]): string {
  const filters = figure.filters.map((one) => `${one.not ? 'not ' : ''}${one.field}=${one.values.join('/')}`);
  return `${figure.kind}.${figure.measure}${filters.length > 0 ? ` {${filters.join('; ')}}` : ''}`;
}

function spanText(period: AskIntent['period']): string {
  return period ? `${period.from}..${period.to}` : 'any time';
}
