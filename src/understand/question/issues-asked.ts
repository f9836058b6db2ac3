/** The issue of a journal a question names by its number: 第20期登了几篇, articles in issue 12. */
import type { AskedFilter } from '../../intents/ask-shape.ts';
import { type CodeSpan, readIssueNos } from '../codes.ts';
import type { Span } from './places.ts';

export interface Issue extends Span {
  readonly word: string;
  readonly value: string;
}

/** 第20期 is an issue, 20期 a number of them. */
export function issuesAsked(text: string): Issue[] {
  if (!/第|\bissue|\bno\b/.test(text)) return [];
  return readIssueNos(text).flatMap(({ value, index, end }: CodeSpan) => {
    const word = text.slice(index, end).trim();
    return /第|issue|no/.test(word) ? [{ word, value, start: index, end }] : [];
  });
}

export function issuesFilter(issues: readonly Issue[]): AskedFilter[] {
  if (issues.length === 0) return [];
  return [
    { field: 'issueNo', values: issues.map(({ value }) => value), said: issues.map(({ word }) => word).join('、') },
  ];
}
