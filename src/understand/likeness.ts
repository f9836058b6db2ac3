/** How well words fit a record: by pairs of Chinese characters and by whole Latin words. */
import type { Entry } from '../kinds/entry.ts';

/** 0 to 1: the share of the words that stands in the record's texts. */
export function likeness(words: string, entry: Entry): number {
  const needles = needlesOf(words);
  if (needles.length === 0) return 0;
  const hay = hayOf(entry);
  const share = needles.filter((needle) => hay.includes(needle)).length / needles.length;
  return share < inOrder && abbreviates(words, entry.title) ? inOrder : share;
}

const inOrder = 0.85;

/** 防火通知 stands for 关于做好防火工作的通知: all its characters in their order, its pairs mostly whole. */
function abbreviates(words: string, title: string): boolean {
  const short = words.replace(/[^\u4e00-\u9fff]/g, '');
  // 菜场 for 菜市场.
  if (short.length === 2) return new RegExp(`${short[0]}[\\u4e00-\\u9fff]${short[1]}`).test(title);
  if (short.length < 3 || short.length > title.length) return false;
  let at = -1;
  for (const char of short) {
    at = title.indexOf(char, at + 1);
    if (at < 0) return false;
  }
  const [front, back] = [title.includes(short.slice(0, 2)), title.includes(short.slice(-2))];
  // 迁杆线 for 迁移高压杆线: three characters must end as the title does.
  return short.length === 3 ? back : front && back;
}

function hayOf(entry: Entry): string {
  return [
    entry.title,
    entry.note ?? '',
    entry.unit ?? '',
    ...Object.values(entry.fields).map((value) =>
      typeof value === 'string' ? value : Array.isArray(value) ? value.join(' ') : '',
    ),
  ]
    .join(' ')
    .toLowerCase();
}

const small: ReadonlySet<string> = new Set(
  'the and for that this was has been our one from with have about item items case matter now already just today thing still not are were they again also yet finally been will piece letter record entry proposal request notice report meeting urged reminded him them approved agreed extended closed answered returned replied finished done regulation complaint application document instruction training supervision session lawsuit ruling task suggestion delegation paper problem shortcoming review question deadline due date limit period parent lady man woman citizen people supervision about been have both resident deputy deputies member working days weeks months reply'.split(
    ' ',
  ),
);

function needlesOf(words: string): string[] {
  const lower = words.toLowerCase();
  const latin = lower.match(/[a-z][a-z'-]{2,}/g)?.filter((word) => !small.has(word)) ?? [];
  const pairs = (lower.match(/[\u4e00-\u9fff]+/g) ?? []).flatMap((run) =>
    run.length === 1 ? [] : Array.from({ length: run.length - 1 }, (_, index) => run.slice(index, index + 2)),
  );
  return [...new Set([...latin, ...pairs])];
}

/** How much there is to compare: two Chinese characters say less than six. */
export function weightOf(words: string): number {
  return (words.match(/[\u4e00-\u9fff]/g)?.length ?? 0) + 2 * (words.match(/[a-z]{3,}/gi)?.length ?? 0);
}
