/** Which number of a text is the quantity and which belongs to a field: by measure words and the words before them. */
import type { Precision, RecordKind } from '../kinds/kind.ts';
import type { NumberSpan } from '../numbers.ts';
import { choiceIn } from './choices.ts';
import { type Target, targetsOf } from './figure-targets.ts';
import { isEnglish } from './language.ts';
import type { Marks } from './marks.ts';

export interface Figures {
  readonly quantity?: Figure;
  readonly fields: Readonly<Record<string, Figure>>;
  /** Numbers that fit nothing. */
  readonly spare: readonly NumberSpan[];
}

export interface Figure {
  readonly value: number;
  readonly precision: Precision;
  readonly index: number;
  /** Behind the measure word. */
  readonly end: number;
  /** The measure word as said. */
  readonly measure: string;
}

/** Measure words that go with anything countable. */
const general = /^\s*(?:[个条处项起家份次名位只人]|件)/;
/** Measure words that say nothing of what is counted. */
const vague = /^\s*[个条处项起件]/;
const gap = 8;
const goes = /(?:去|来|到|参加)了\s?$/;

interface Bid {
  readonly target: Target;
  readonly figure: Figure;
  readonly score: number;
  readonly measured: number;
  readonly number: NumberSpan;
}

const known = new WeakMap<Marks, Map<RecordKind, Figures>>();

/** @param blocked places whose numbers are no figures of this kind (case numbers, issue numbers) */
export function figuresIn(
  kind: RecordKind,
  marks: Marks,
  blocked: readonly { readonly index: number; readonly end: number }[] = [],
): Figures {
  if (blocked.length > 0) return reckoned(kind, marks, blocked);
  const byKind = known.get(marks) ?? new Map<RecordKind, Figures>();
  known.set(marks, byKind);
  const figures = byKind.get(kind) ?? reckoned(kind, marks, []);
  byKind.set(kind, figures);
  return figures;
}

function reckoned(
  kind: RecordKind,
  marks: Marks,
  blocked: readonly { readonly index: number; readonly end: number }[],
): Figures {
  const { text } = marks;
  const numbers = marks.numbers.filter(
    (number) => !blocked.some((place) => number.index < place.end && place.index < number.end),
  );
  const bids: Bid[] = [];
  // English words are longer.
  const english = isEnglish(text);
  for (const [place, number] of numbers.entries()) {
    const from = Math.max(numbers[place - 1]?.end ?? 0, number.index - (english ? gap * 5 : gap * 2));
    const before = lastClause(withoutMeasure(text.slice(from, number.index), numbers[place - 1]?.end === from));
    const after = text.slice(number.end, numbers[place + 1]?.index ?? text.length);
    for (const target of targetsOf(kind)) {
      const bid = bidOf(target, number, before, after);
      if (bid) bids.push(bid);
    }
  }
  const figures = withPapers(kind, marks, withPlaces(kind, marks, settled(bids, numbers)));
  return english ? withHeading(kind, marks, figures) : figures;
}

/** More than so many of one paper are copies of it. */
const mostPapers = 9;

/** 通知2份、意见1份、纪要3期: a few of a sort of paper are as many papers, and no copies of one. */
function withPapers(kind: RecordKind, { text }: Marks, figures: Figures): Figures {
  const { docType, copies } = kind.fields;
  if (figures.quantity || !docType || !copies) return figures;
  const isOfSort = (index: number): boolean => {
    const before = text.slice(0, index);
    const hit = choiceIn(kind, docType, before)?.hit;
    return hit !== undefined && hit.end === before.length;
  };
  const told = figures.fields.copies;
  if (told && told.value <= mostPapers && isOfSort(told.index)) {
    const { copies: _few, ...fields } = figures.fields;
    return { ...figures, quantity: told, fields };
  }
  const issues = figures.spare.find(({ index, end }) => text[end] === '期' && isOfSort(index));
  if (!issues) return figures;
  const { value, precision, index, end } = issues;
  return {
    ...figures,
    quantity: { value, precision, index, end: end + 1, measure: '期' },
    spare: figures.spare.filter((number) => number !== issues),
  };
}

const heading = /^[a-z' -]{0,40}?\b([a-z-]+s): $/i;

/** Party lessons: 3 yesterday: what is counted stands before its number. */
function withHeading(kind: RecordKind, { text }: Marks, figures: Figures): Figures {
  if (figures.quantity) return figures;
  const said = figures.spare.find((number) => {
    const counted = heading.exec(text.slice(0, number.index))?.[1]?.toLowerCase();
    if (!counted || !/^(?=$|[.,;]| (?:yesterday|today|this|last|on|in|so)\b)/.test(text.slice(number.end)))
      return false;
    return [kind.counts.en, ...(kind.alsoCounted ?? [])].some((word) => word.split(' ').at(-1) === counted);
  });
  if (!said) return figures;
  return {
    ...figures,
    quantity: { value: said.value, precision: said.precision, index: said.index, end: said.end, measure: '' },
    spare: figures.spare.filter((number) => number !== said),
  };
}

const notPlaces =
  /^ (?:[a-z-]+ )?(?:people|persons?|colleagues?|staff|members?|hours?|days?|weeks?|months?|yuan|cars?|vehicles?|teams?|groups?|times|of|without|with|in|were|was|have|had)\b/i;
const visits = /\b(?:inspect\w*|inspections? of|check(?:ed|s)?(?: on| of)?|visited|toured|round) (?:the )?$/i;

/** 督查菜场2个: what was looked at stands before its number. */
const looksAt = /(?:督查|检查|抽查|暗访|巡查)了?[\u4e00-\u9fff]{2,8}?(?<!问题|隐患|违规|违法|整改)$/;

/** Inspected two quarries: what was seen is counted by its own name. */
function withPlaces(kind: RecordKind, { text }: Marks, figures: Figures): Figures {
  if (!Object.hasOwn(kind.fields, 'places') || figures.fields.places) return figures;
  const seen = figures.spare.find(
    (number) =>
      (visits.test(text.slice(0, number.index)) && /^ (?:[a-z-]+ ){0,3}?[a-z-]{3,}s\b/i.test(text.slice(number.end))) ||
      (looksAt.test(text.slice(0, number.index)) && /^\s?[个处家所座](?=$|[\s,。;、])/.test(text.slice(number.end))) ||
      (/^ [a-z-]{3,}s\b/i.test(text.slice(number.end)) && !notPlaces.test(text.slice(number.end)) && number.value > 1),
  );
  if (!seen) return figures;
  const places = { value: seen.value, precision: seen.precision, index: seen.index, end: seen.end, measure: '' };
  return {
    ...figures,
    fields: { ...figures.fields, places },
    spare: figures.spare.filter((number) => number !== seen),
  };
}

const measureAtStart =
  /^(?:[\u4e00-\u9fff]{1,2}(?=\s|$)|\s?[件条篇期次场批封项个份卷人家处台部辆趟位名块册页]{1,2}(?=\s|$)|\s?[a-z]+\b)/i;

/** A measure word belongs to the number before it, never to the one behind (410卷 116件). */
function withoutMeasure(text: string, isBehindNumber: boolean): string {
  return isBehindNumber ? text.replace(measureAtStart, '') : text;
}

/** Words before a comma or a space speak of something else, unless nothing stands between. */
function lastClause(text: string): string {
  return /[^,,、;。]*$/.exec(text)?.[0] ?? text;
}

/** The word behind a number, unless it begins a figure of its own (Places: 6. Problems: 4). */
function behindIn(pattern: RegExp | null, rest: string): string | undefined {
  const said = pattern?.exec(rest)?.[0];
  return said === undefined || /^\s*:/.test(rest.slice(said.length)) ? undefined : said;
}

/** ¥6,800, RMB 45,000: the sign stands before the sum. */
const currency = /(?:[¥￥]|\b(?:RMB|CNY))\s?$/i;
/** Applied for 600,000 for pumps: a sum without a sign. */
const askedFor =
  /\b(?:(?:appl(?:y|ied|ies|ying)|ask(?:ed|s|ing)?|requests?|requested) for|costs?|costing|spent|paid) $/i;
const leastMoney = 1000;

/** What 个 counts without being a record, by the words before and behind it. */
const otherThings: readonly { readonly before?: RegExp; readonly rest?: RegExp }[] = [
  // 定了6个事, 住建局汇报了2个: what a meeting was about.
  { before: /(?:定|议|研究|明确|解决|说|商量)了?\s*$/, rest: /^事(?!项|件)/ },
  { before: /(?:汇报|研究|讨论|审议|议定|解决|处理|走访|慰问)了?\s*$/, rest: /^(?:$|[\s,。;])/ },
  // 两个村的水面争议: who quarrels.
  { rest: /^(?:村|镇|乡|街道|社区|单位|部门|科室|小区|学校|企业)/ },
  // 接听电话27个: calls.
  { before: /(?:电话|来电|通话|接听)了?\s*$/ },
];

function countsOther({ nouns }: Target, before: string, rest: string): boolean {
  // 设了11个分会场: 个 counts what stands behind it.
  if (/^[\u4e00-\u9fff]/.test(rest) && !nouns?.test(rest)) return true;
  return otherThings.some((one) => one.before?.test(before) !== false && one.rest?.test(rest) !== false);
}

function bidOf(target: Target, number: NumberSpan, before: string, after: string): Bid | undefined {
  const measured = behindIn(target.measures, after) ?? '';
  const said = target.before?.exec(before)?.[0] ?? '';
  // 有问题的8家加油站: counted are the stations.
  const named = /的$/.test(said) && /^\s?[家所户座]/.test(after) ? '' : said;
  const rest = after.slice(measured.length || (general.exec(after)?.[0].length ?? 0));
  const followed =
    measured || general.test(after) ? (behindIn(target.behind, rest) ?? '') : (behindIn(target.behind, after) ?? '');
  const money =
    target.money &&
    (/[万亿]$/.test(number.text) ||
      /million/i.test(number.text) ||
      currency.test(before) ||
      (number.value >= leastMoney && askedFor.test(before) && /^\s*(?:$|[,.;]|(?:for|to|on)\b)/.test(after))) &&
    !/^\s*[页画平吨公人件卷]/.test(after);
  const percent = target.percent && number.percent === true;
  if (number.percent && !target.percent) return undefined;
  if (target.name === null && measured.trim() === '个' && countsOther(target, before, rest)) return undefined;
  // 幕布1块 is a thing, 花了900块 is money.
  if (target.money && measured.trim() === '块' && named === '' && !/[花用付费共]/.test(before)) return undefined;
  // 去了12个: who went is counted, and no event.
  const went =
    measured === '' || measured.trim() === '个'
      ? /^\s?个(?=$|[\s,。;、]|党员|团员|干部|同志|群众|代表|学生|居民|志愿者)/.test(after) && goes.test(before)
      : false;
  if (went && target.name === null) return undefined;
  // A request for two drones: things, no sum.
  if (target.money && !money && measured === '' && number.value < leastMoney / 10 && /^\s[a-z]/i.test(after))
    return undefined;
  const isMeasured = measured !== '' || money || percent || (went && target.isHeads);
  const far =
    named === '' &&
    followed === '' &&
    (measured !== '' || vague.test(after)) &&
    target.far?.test(before.trimEnd().split(' ').at(-1) ?? '') === true;
  // 收文:12: a number set behind the kind's own name counts without a measure word.
  const listed =
    (target.name === null &&
      named !== '' &&
      (/:\s*$/.test(named) || /^[\u4e00-\u9fff]{2}$/.test(named)) &&
      /^\s*(?:$|[,。;、\s])/.test(after) &&
      !/^\s*[a-z]/i.test(after)) ||
    (target.name === null &&
      /:\s*$/.test(named) &&
      /^\s(?:about|on|from|concerning|over|were|was|sent|held|won|lost|done|made|put|came|[a-z]+ed|in|today|yesterday|this|last|so far)\b/i.test(
        after,
      ));
  const isNamed = named !== '' || followed !== '' || far;
  // A bare number behind the field's word is the field's (完成 80), one with a foreign measure word is not.
  if (
    !listed &&
    !isMeasured &&
    !(isNamed && target.name !== null && (general.test(after) || /^\s*(?:$|[,,。;;、\s)])/.test(after)))
  )
    return undefined;
  if (target.percent && !percent && !isMeasured) return undefined;
  const score =
    (isMeasured ? 10 + Math.min(measured.trim().length, 6) : 0) +
    (named ? (target.name === null || /\s$/.test(named) ? 6 : 12) + Math.min(named.trim().length, 6) : 0) +
    (followed ? 9 : 0) +
    (far ? 5 : 0) +
    (target.own?.test(after) ? 3 : 0) +
    // 新增4家 一共132家: the stock is what it has come to.
    (target.name === 'value' && /(?:一共|总共|共有?|达到?|增至|[加升]到|现有|总数|目前|累计)\s*$/.test(before)
      ? 12
      : 0);
  const measure = measured.trim() || general.exec(after)?.[0].trim() || '';
  const length = measured.length || (general.exec(after)?.[0].length ?? 0);
  return {
    target,
    number,
    score,
    measured: measured.trim().length,
    figure: {
      value: number.value,
      precision: number.precision,
      index: number.index,
      end: number.end + length,
      measure,
    },
  };
}

/** Best bids first; a number and a target are each given once. */
function settled(bids: readonly Bid[], numbers: readonly NumberSpan[]): Figures {
  const fields: Record<string, Figure> = {};
  let quantity: Figure | undefined;
  const used = new Set<NumberSpan>();
  // 12个议题 are topics though 个 also counts meetings: the longer measure word knows better.
  const known = bids.filter(
    (bid) =>
      bid.target.name !== null ||
      !bids.some((other) => other.number === bid.number && other.target.name !== null && other.measured > bid.measured),
  );
  for (const { target, number, figure } of [...known].sort(
    (a, b) => b.score - a.score || a.number.index - b.number.index,
  )) {
    if (used.has(number)) continue;
    if (target.name === null ? quantity : fields[target.name]) continue;
    used.add(number);
    if (target.name === null) quantity = figure;
    else fields[target.name] = figure;
  }
  return { ...(quantity ? { quantity } : {}), fields, spare: numbers.filter((number) => !used.has(number)) };
}
