/** A kind's bare name (督查, 收文) tells of nothing that happened: nothing is written down, and what can be said is shown. */
import { kinds } from '../kinds/all.ts';
import { oneOf, type RecordKind } from '../kinds/kind.ts';

const names: ReadonlyMap<string, RecordKind> = new Map(
  kinds.flatMap((kind) =>
    [kind.title.zh, kind.title.en.toLowerCase(), oneOf(kind, 'en').toLowerCase(), ...soleCues(kind)].map((name) => [
      name,
      kind,
    ]),
  ),
);

/** The short names people use for it besides. */
function soleCues(kind: RecordKind): string[] {
  return kind.cues.sure.filter((cue): cue is string => typeof cue === 'string' && /^[\u4e00-\u9fff]{2}$/.test(cue));
}

export function bareKind(text: string): RecordKind | undefined {
  return names.get(text.replace(/[\s,。.!;:]+$/, '').toLowerCase());
}

/** What to say instead; examples of the kind stand below it. */
export function whatOf(kind: RecordKind, text: string): string {
  if (!/[\u4e00-\u9fff]/.test(text))
    return `Only “${oneOf(kind, 'en')}” was said, so nothing was recorded. Please say the day and what it was about.`;
  const count = kind.counts.zh === '—' ? '' : kind.counts.zh;
  return `只说了“${kind.title.zh}”，什么都没有记。请说日期和内容；要查数，可以问“今年${kind.title.zh}多少${count}”。`;
}
