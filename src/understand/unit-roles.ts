/** Which of the units in a text leads, which helps, and which only came along. */
import { kindOf } from '../kinds/all.ts';
import type { Entry } from '../kinds/entry.ts';
import type { RecordKind } from '../kinds/kind.ts';
import { unitFieldOf } from '../kinds/kind.ts';
import type { Marks } from './marks.ts';
import type { UnitSpan } from './units.ts';

export interface UnitRoles {
  readonly main?: UnitSpan;
  /** The main unit was told to take the matter on. */
  readonly led: boolean;
  readonly helping: readonly UnitSpan[];
  readonly all: readonly UnitSpan[];
}

const leadsBehind =
  /^,?\s(?:leads?|leading|to lead|will lead|is leading|in the lead|as lead|main|taking the lead|takes the lead|(?:is )?responsible|(?:is )?in charge|has to|was given|was assigned|was handed|is to|to report|to reply|to answer|to handle)\b|^\s?(?:来|负责)?(?:牵头|主办|独办|承办|负责|办理|主责|为主|抓紧|研究|答复|反馈|报来|报送|报的|请示|办(?=$|[\s,。;]))/;
const leadsBefore =
  /(?:交给|交由|交|转给|转交|转办给?|转送?|转|分给|分到|派给|派到?|给了?|由|责成|请|让|改由|改派|退给|主办|牵头|主办单位|牵头单位|承办单位|责任单位|lead unit|lead|led by|assigned to|handed to|given to|forwarded to|sent to|passed to|asking|asked)(?:定的|确定)?(?:是|为|:|\s)*$/i;
const helpsBehind =
  /^\s(?:to |will )?(?:co-?handl\w+|assist\w*|support\w*|help\w*|co-?operat\w+)\b(?! by\b)|^\s?(?:来)?(?:会办|协办|配合|协助|参与)(?!单位|部门)/;
const helpsBefore =
  /(?:会办单位|协办单位|配合单位|会办|协办|配合|会同|supported by|assisted by|helped by|backed by|co-handled by|co-?units?|together with|with the help of)(?:是|为|有|:|\s)*$/i;
const between = /^\s?(?:、|和|与|及|以及|,|\/|and|&|\s)\s?$/i;
/** The unit spoken of as sender or place, not as the one in charge. */
const sendsBehind = /^\s?(?:来文|转来|发来|退回|退了|说|认为|反映)/;

const goesBehind =
  /^\s?(?:今天|昨天|前天|今日|昨日|上午|下午|上周.?|周.|刚刚?|又|一起|会同.{1,6})*(?:去|到(?![位期])|赴|前往)了?/;

/** Passed proposal 112 about night buses to the Transport Bureau. */
const handsOver =
  /\b(?:assign|give|hand|pass|forward|send|refer) (?:it|this|that|them) to(?: the)?\s*$|\b(?:passed|handed|gave|given|assigned|forwarded|referred|transferred|allocated)\b[^.;]{1,70}\bto(?: the)?\s*$|\b(?:item|matter|task)s? for(?: the)?\s*$/i;

/** Places that are named for themselves more often than for who sits there. */
export function isPlaceName(name: string): boolean {
  return /(?:新城|园区)$/.test(name);
}

/** A school or a quarter is where a thing is done rather than who is charged with it. */
const isPlace = /(?:学校|小学|中学|大学|医院|社区|村|新城|园区)$/;

export function unitRoles(kind: RecordKind, marks: Marks): UnitRoles {
  const { text, units } = marks;
  const roles = units.map((unit) => roleOf(text, unit));
  // 交警大队主办 城管局、教育局会办: the verb belongs to the unit before it.
  for (let at = 1; at < units.length; at += 1) {
    const gap = text.slice(units[at - 1]!.end, units[at]!.index);
    if (
      roles[at] === 'lead' &&
      /^\s?(?:主办|牵头|承办|负责)[\s,。;]+$/.test(gap) &&
      !leadsBehind.test(text.slice(units[at]!.end))
    )
      roles[at] = null;
  }
  // 督查室去石桥镇: who goes there is not who is visited.
  for (let at = 0; at < units.length - 1; at += 1)
    if (roles[at] === null && goesBehind.test(text.slice(units[at]!.end))) roles[at] = 'send';
  // A list shares the role that is told before its first or behind its last member.
  for (let at = 1; at < units.length; at += 1) {
    const joined = between.test(text.slice(units[at - 1]!.end, units[at]!.index));
    if (joined && roles[at] === null && roles[at - 1] === 'help') roles[at] = 'help';
  }
  for (let at = units.length - 2; at >= 0; at -= 1) {
    const gap = text.slice(units[at]!.end, units[at + 1]!.index);
    const listed = gap.trim() !== '' || roles.some((role, place) => role === 'lead' && place !== at);
    if (between.test(gap) && listed && roles[at] === null && roles[at + 1] === 'help') roles[at] = 'help';
  }
  const helping = units.filter((_, at) => roles[at] === 'help');
  const leading = units.find((_, at) => roles[at] === 'lead');
  const charged = unitFieldOf(kind) === 'leadUnit';
  // A sender is never the one the paper was handed to.
  const sender =
    kind.fields.from?.type === 'unit' && units.find((unit, at) => roles[at] !== 'help' && !isHanded(text, unit));
  const other = units.find((unit, at) => roles[at] === null && !(charged && isPlace.test(unit.name)));
  const main =
    sender || (leading ?? other ?? (unitFieldOf(kind) ? undefined : units.find((_, at) => roles[at] !== 'help')));
  return { ...(main ? { main } : {}), led: leading !== undefined, helping, all: units };
}

/** Every unit that is told to take a matter on. */
export function leadsIn({ text, units }: Marks): readonly UnitSpan[] {
  return units.filter((unit) => roleOf(text, unit) === 'lead');
}

/** 转应急局办理, 交给教育局. */
function isHanded(text: string, unit: UnitSpan): boolean {
  return /(?:转|交|给|交给|转给|交由|转交|分给|派给)$/.test(text.slice(0, unit.index));
}

function roleOf(text: string, unit: UnitSpan): 'lead' | 'help' | 'send' | null {
  const before = text.slice(Math.max(0, unit.index - 20), unit.index);
  const after = text.slice(unit.end, unit.end + 24);
  if (helpsBehind.test(after) || helpsBefore.test(before)) return 'help';
  // 拟由住建局办: thought of for it, and not yet given.
  if (/(?:拟|建议|打算|准备|考虑)(?:交?由|交给?|转给?|给)\s?$/.test(before)) return null;
  if (leadsBehind.test(after) || leadsBefore.test(before) || handsOver.test(text.slice(0, unit.index))) return 'lead';
  if (sendsBehind.test(after)) return 'send';
  return null;
}

/** The units a text tells of without giving them anything: who answers, sends or has the matter already. */
export function unitsTold(marks: Marks): readonly UnitSpan[] {
  return marks.units.filter((unit) => !leadsBefore.test(marks.text.slice(Math.max(0, unit.index - 20), unit.index)));
}

/** Whether the record is that unit's: it has it, helps with it, sent it or came for it. */
export function concerns(entry: Entry, unit: Pick<UnitSpan, 'name'>): boolean {
  const fields = kindOf(entry.kind)?.fields ?? {};
  const names = [entry.unit ?? ''];
  for (const [name, value] of Object.entries(entry.fields)) {
    const type = fields[name]?.type;
    if (type !== 'unit' && type !== 'units' && name !== 'visitor') continue;
    names.push(...(typeof value === 'string' ? [value] : Array.isArray(value) ? value.map(String) : []));
  }
  // 卫健委 and 卫健局 are one bureau under two names.
  const stem = unit.name.replace(/[局委]$/, '');
  return names.some(
    (name) =>
      name !== '' && (name.includes(unit.name) || unit.name.includes(name) || name.replace(/[局委]$/, '') === stem),
  );
}
