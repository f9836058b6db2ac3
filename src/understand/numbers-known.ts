/** Numbers of proposals the office knows, told as bare as days are: 12、13号都答复了, 12号提案办结,13号延期, proposal 12 closed, 15 returned. */
import type { Entry } from '../kinds/entry.ts';
import type { Context } from './context.ts';
import { isEnglish } from './language.ts';

/** What becomes of a proposal stands right behind its number; behind a day stand other words more often. */
const bare =
  /(?<=^|[,;。\n])(?<numbers>\d{1,4}号?(?:[、和及]\d{1,4}号?)*)号(?:都|均|也|全部?|已经?|刚刚?)*(?<rest>(?:办结|答复|回复|办复|交办|延期|退回|反馈|办完|办好|销号|面商|签收|不?满意|撤案|并案)[^,;。\n]*)/g;
const english =
  /(?<=^|[,;] (?:and )?| and )(?<numbers>\d{1,4})(?= (?:was |were |is |has been |also )?(?:closed|extended|returned|answered|replied|assigned|reported on|withdrawn)\b)/gi;
const lastDay = 31;

/** The message with the word for a proposal beside every number that is one of a known proposal. */
export function withNumbersNamed(text: string, context: Context): string {
  if (!/\d/.test(text)) return text;
  const named = /(?:提案|建议)|\bproposals? (?:no\.? ?|#)?\d/i.test(text);
  const pattern = isEnglish(text) ? english : bare;
  return text.replace(pattern, (said: string, ...groups: unknown[]) => {
    const { numbers: list = '', rest = '' } = groups.at(-1) as Record<string, string>;
    const numbers = list.match(/\d+/g) ?? [];
    const entries = numbers.map((number) => proposalOf(number, context));
    if (!entries.every((entry) => entry !== undefined)) return said;
    // 13号答复了 alone may be the day on which it was.
    const told = named || numbers.length > 1 || numbers.every((number) => Number(number) > lastDay);
    if (!told && !entries.every((entry) => context.recent.includes(entry))) return said;
    if (isEnglish(text)) return `proposal ${said}`;
    // Each with its own noun, for suggestions and proposals are told apart.
    return entries.map((entry, at) => `${numbers[at]}号${nounOf(entry)}${rest}`).join(',');
  });
}

function proposalOf(number: string, { recent, find }: Context): Entry | undefined {
  const known = [...recent, ...find({ kind: 'proposal', codes: { caseNo: number } })];
  return known.find(
    ({ kind, fields, void: gone }) => kind === 'proposal' && !gone && Number(fields.caseNo) === Number(number),
  );
}

function nounOf({ fields }: Entry): string {
  return fields.source === 'npc' ? '人大建议' : '提案';
}
