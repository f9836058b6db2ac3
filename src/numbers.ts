/** Reads the numbers of a sentence, Chinese, Arabic and English, with the words that make them exact or rough. */

export type Precision = 'exact' | 'over' | 'about' | 'under';

export interface NumberSpan {
  /** For a range its lower end; for 十几 the ten it starts from. Percents in percent: 80 for 八成. */
  readonly value: number;
  readonly precision: Precision;
  /** With the rough words that touch it; a rough word behind a measure word (900人次左右) only sets `precision`. */
  readonly text: string;
  readonly index: number;
  readonly end: number;
  readonly percent?: boolean;
  readonly ordinal?: boolean;
  /** Both ends included. */
  readonly range?: readonly [number, number];
}

/** A number read at a place, before the words around it are looked at. */
interface Found {
  readonly value: number;
  readonly end: number;
  readonly range?: readonly [number, number];
  readonly precision?: Precision;
  readonly percent?: boolean;
}

const formal = '壹弌貳贰叁參肆伍陆陸柒捌玖拾佰仟萬億兩〇○個點餘幾對來負還雙後塊';
const simple = '一一二二三三四五六六七八九十百千万亿两零零个点余几对来负还双后块';

/** The same text, character for character, with full-width and formal characters made plain. */
function plain(text: string): string {
  return text.replace(/[^\x00-\u2fff]/g, (char) => {
    if (char === '\u3000') return ' ';
    const code = char.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
    const at = formal.indexOf(char);
    return at < 0 ? char : simple[at]!;
  });
}

const digits: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8, 兆: 1e12 };

const measures =
  '个件条篇期次场批卷份名位人家台项宗案桩只则本回轮趟拨波起户组处座间栋辆艘张支部套块片种类样字页册分元万亿吨斤米里亩天日周年月季小时点刻层级度届岁步人次号块对双';
const isMeasure = (char: string | undefined) => char !== undefined && measures.includes(char);
const isHan = (char: string | undefined) => char !== undefined && char >= '\u4e00' && char <= '\u9fff';

/** Words that only look like numbers, tried where a numeral begins. */
const notNumbers =
  /一(?:切|些|样|定|直|起|般|旦|致|向|律|并|带|体|同|再|贯|概|方面|边|面|线|把手|会儿|度|时间|共|行|经|心|举|改|流)|两(?:会|案|手|新|岸|院|高|用|委|江|难|极|类)|三(?:农|公|定|严|同时|亚|峡|明|资)|四(?:川|处|大班子|套班子)|五(?:角|花|指|金|谷)|六(?:安|合)|七(?:夕)|八(?:达|卦)|九(?:江|龙|寨|州)|十(?:分(?!之)|足|堰|字|四五|五五|三五)|百(?:姓|货|科|色|度|年|花|分点|分位)|千(?:秋|瓦|克|米|万(?=[别不要]))|万(?:一|科|能|分(?!之)|象|物|众)/y;
/** Characters that take the numeral after them into a word. */
const wordBefore = /(?:[统唯单同逐之专万划星期礼拜周]|(?<!是)不)$/;
/** Before Arabic digits only these do: 工单17件 counts seventeen. */
const weekBefore = /(?:星期|礼拜|周|万)$/;

const arabic = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?/y;

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

type Token =
  | { readonly is: 'digit'; readonly value: number }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'pair'; readonly value: number; readonly high: number }
  | { readonly is: 'unit'; readonly value: number }
  | { readonly is: 'few' }
  | { readonly is: 'more' };

/** Adds up digits and units; `high` takes the upper end of 三四十 and 十几. A last digit after a unit is a tenth of it: 四百五. */
function addUp(tokens: readonly Token[], high: boolean): number {
  const parts: { unit: number; value: number }[] = [];
  let section = 0;
  let pending: number | null = null;
  let lastUnit = 0;
  let sinceUnit = false;
  tokens.forEach((token, at) => {
    if (token.is === 'more') return;
    if (token.is === 'few') {
      pending = high ? 9 : 0;
      sinceUnit = true;
      return;
    }
    if (token.is !== 'unit') {
      const previous = tokens[at - 1];
      const short =
        token.is === 'digit' &&
        token.value > 0 &&
        at === tokens.length - 1 &&
        previous?.is === 'unit' &&
        lastUnit >= 100;
      const value = token.is === 'pair' && high ? token.high : token.value;
      pending = short ? (value * lastUnit) / 10 : value;
      sinceUnit = true;
      return;
    }
    lastUnit = token.value;
    if (token.value < 1e4) {
      section += (pending === null || (pending === 0 && tokens[at - 1]?.is === 'digit') ? 1 : pending) * token.value;
      pending = null;
      sinceUnit = true;
      return;
    }
    let value = section + (pending ?? 0);
    const top = parts.at(-1);
    if (!sinceUnit && top && top.unit >= token.value) top.value *= token.value;
    else {
      while (parts.length > 0 && parts.at(-1)!.unit < token.value) value += parts.pop()!.value;
      parts.push({ unit: token.value, value: (value || 1) * token.value });
    }
    section = 0;
    pending = null;
    sinceUnit = false;
  });
  return parts.reduce((sum, part) => sum + part.value, section + (pending ?? 0));
}

const zhDigitRun = /[零一二三四五六七八九两]+/y;

/** A pair of neighbouring digits said as "three or four". */
const isPair = (a: number, b: number) => a > 0 && (b === a + 1 || (a === 3 && b === 5));

/** The digits from here as one token, or null when they are no number (九九). */
function digitToken(s: string, at: number, afterUnit: boolean): { token: Token; end: number } | null {
  const run = sticky(zhDigitRun, s, at)![0];
  const values = [...run].map((char) => digits[char]!);
  const next = s[at + run.length];
  if (values.length === 1) return { token: { is: 'digit', value: values[0]! }, end: at + 1 };
  // 一千零五, and 零八 by itself
  if (values.length === 2 && values[0] === 0) return { token: { is: 'number', value: values[1]! }, end: at + 2 };
  if (values.length === 3 && values[0] === 0 && afterUnit && isPair(values[1]!, values[2]!))
    return { token: { is: 'pair', value: values[1]!, high: values[2]! }, end: at + 3 };
  if (values.length === 2 && isPair(values[0]!, values[1]!) && (afterUnit || isMeasure(next) || next! in units))
    return { token: { is: 'pair', value: values[0]!, high: values[1]! }, end: at + 2 };
  if (values.length === 2 && next !== '折' && next !== '年') return null;
  return { token: { is: 'number', value: Number(values.join('')) }, end: at + run.length };
}

const zhDecimal = /\s*点\s*([零一二三四五六七八九]+|\d+)(?![十百千\d]|分(?!之)|刻|半)/y;
const gap = /[ \t]*/y;

/** A cardinal number from exactly here, Chinese or Arabic or mixed. */
function cardinal(s: string, start: number): Found | null {
  const tokens: Token[] = [];
  let at = start;
  let chinese = false;
  for (;;) {
    const here = tokens.length === 0 ? at : at + sticky(gap, s, at)![0].length;
    const spaced = here > at;
    const char = s[here];
    const previous = tokens.at(-1);
    const afterUnit = previous?.is === 'unit' || previous?.is === 'more';
    if (char === undefined) break;
    if (char in units) {
      if (char === '十' && previous && !afterUnit && previous.is === 'number' && previous.value >= 10) break;
      if (units[char]! < 1e4 && previous?.is === 'unit' && previous.value <= units[char]!) break;
      if (char === '千' && /[克米瓦]/.test(s[here + 1] ?? '')) break;
      tokens.push({ is: 'unit', value: units[char]! });
      at = here + 1;
      chinese = chinese || tokens.length === 1;
      continue;
    }
    if (char in digits && (!previous || afterUnit)) {
      if (afterUnit && sticky(notNumbers, s, here) && !spaced) break;
      const read = digitToken(s, here, afterUnit);
      if (!read) break;
      tokens.push(read.token);
      at = read.end;
      chinese = true;
      continue;
    }
    if (char === '几' && (afterUnit || (previous?.is === 'digit' && previous.value === 0))) {
      if (previous.is === 'digit') tokens.pop();
      tokens.push({ is: 'few' });
      at = here + 1;
      continue;
    }
    if ((char === '余' || char === '多') && previous && /^[ \t]*[万亿]/.test(s.slice(here + 1, here + 6))) {
      tokens.push({ is: 'more' });
      at = here + 1;
      continue;
    }
    if (char === '廿' || char === '卅') {
      if (previous) break;
      tokens.push({ is: 'number', value: char === '廿' ? 2 : 3 }, { is: 'unit', value: 10 });
      at = here + 1;
      chinese = true;
      continue;
    }
    const number = (char >= '0' && char <= '9') || char === '.' ? sticky(arabic, s, here) : null;
    if (!number || (previous && !(afterUnit || (previous.is === 'digit' && previous.value === 0)))) break;
    const end = here + number[0].length;
    // Behind a unit only what is counted in units itself goes on (5万4千), or 1千零20.
    if (afterUnit && !/^[ \t]*[十百千万]/.test(s.slice(end, end + 4))) break;
    if (previous?.is === 'digit') tokens.pop();
    tokens.push({ is: 'number', value: Number(number[0].replaceAll(',', '')) });
    at = end;
  }
  if (tokens.length === 0) return null;
  const low = addUp(tokens, false);
  const highest = addUp(tokens, true);
  let value = low;
  const decimal = chinese ? sticky(zhDecimal, s, at) : null;
  if (decimal) {
    const written = [...decimal[1]!].map((char) => digits[char] ?? char).join('');
    value = Number(`${low}.${written}`);
    at += decimal[0].length;
    for (let unit = s[at]; unit === '万' || unit === '亿'; unit = s[at]) {
      value *= units[unit]!;
      at += 1;
    }
  }
  const few = tokens.some((token) => token.is === 'few');
  const more = tokens.some((token) => token.is === 'more');
  // 几十, 数百, 百八十 and 成百上千 name no number.
  if (tokens[0]!.is === 'unit' && /[几数成]$/.test(s.slice(0, start).slice(-1))) return null;
  if (/^百八十/.test(s.slice(start, start + 3)) || /成百上$/.test(s.slice(Math.max(0, start - 3), start))) return null;
  const bare = tokens.length === 1 && tokens[0]!.is === 'unit' && low >= 100;
  if (bare && !/[余多]/.test(s[at] ?? '') && !/[近约上过逾超达足]$/.test(s.slice(0, start))) return null;
  if (tokens.every((token) => token.is === 'unit' || token.is === 'more') && low > 1e4 && !more) return null;
  const range: Found['range'] =
    highest === low ? undefined : few ? [addUp(oneFor(tokens), false), highest] : [low, highest];
  const precision: Precision | undefined = few || more ? 'over' : range ? 'about' : undefined;
  return { value, end: at, range, precision };
}

/** 十几 begins at eleven. */
function oneFor(tokens: readonly Token[]): Token[] {
  return tokens.map((token) => (token.is === 'few' ? { is: 'number', value: 1 } : token));
}

const percentOf = /[ \t]*(?:[%％]|个?[ \t]*百[ \t]*分[ \t]*点)/y;
const partOf = /[ \t]*分[ \t]*之[ \t]*/y;
const bareParts = /(?:[十百千万亿][ \t]*)+分[ \t]*之[ \t]*/y;
const suffix = /[ \t]?(?:[kK](?![A-Za-z])|M(?![A-Za-z]))|打(?![击造开印通赢响牢扮算听电车卡包])/y;
const tenths = /[ \t]*(?:成(?![为立功果员都分交熟长品本效绩年就])|折(?![扣合腾旧叠返]))/y;
const slash = /[ \t]*\/[ \t]*(\d+)(?![\d/])/y;

/** A cardinal with an optional minus sign. */
function signed(s: string, at: number): Found | null {
  const minus = /^(?:负|-)/.test(s[at] ?? '') && !/[\d\p{L}%.)-]/u.test(s[at] === '-' ? (s[at - 1] ?? '') : '');
  const read = cardinal(s, minus ? at + 1 : at);
  if (!read || !minus) return read;
  return { ...read, value: -read.value };
}

/** 百分之八十, 三分之二, 三又四分之一, 3/5: the denominator is read already or is a bare unit. */
function fraction(s: string, at: number): Found | null {
  const bare = sticky(bareParts, s, at);
  if (bare) {
    const parts = [...bare[0]].reduce((product, char) => product * (units[char] ?? 1), 1);
    const upper = signed(s, at + bare[0].length);
    if (!upper) return null;
    const scale = sticky(suffix, s, upper.end);
    const times = scale && /k/i.test(scale[0]) ? 1000 : 1;
    const value = (upper.value * times * 100) / parts;
    return { ...upper, value, percent: true, end: upper.end + (times === 1 ? 0 : scale![0].length) };
  }
  const first = signed(s, at);
  if (!first) return null;
  const mixed =
    /^[ \t]*又[ \t]*/.exec(s.slice(first.end, first.end + 6)) ??
    /^[ \t]+(?=\d+\/\d)/.exec(s.slice(first.end, first.end + 16));
  if (mixed && Number.isInteger(first.value)) {
    const rest = fraction(s, first.end + mixed[0].length);
    if (rest && !rest.percent) return { value: first.value + (first.value < 0 ? -1 : 1) * rest.value, end: rest.end };
  }
  const over = sticky(partOf, s, first.end);
  const upper = over && signed(s, first.end + over[0].length);
  if (upper) return { value: upper.value / first.value, end: upper.end };
  const under = /\d/.test(s[first.end - 1]!) && s[at - 1] !== '/' ? sticky(slash, s, first.end) : null;
  if (under && Number(under[1]) > 0) return { value: first.value / Number(under[1]), end: first.end + under[0].length };
  return null;
}

/** 八成, 七成六, 三成半, 九折: tenths, told as percents. */
function tenthsFrom(s: string, at: number): Found | null {
  const half = s[at] === '半' ? { value: 0.5, end: at + 1 } : null;
  const pair = /^(?:[一二三四五六七八九]{2}|[1-9][ \t]?[1-9])(?=[ \t]*折)/.exec(s.slice(at, at + 6));
  const read = pair ? { value: numeral(pair[0]) / 10, end: at + pair[0].length } : (half ?? cardinal(s, at));
  const word = read && sticky(tenths, s, read.end);
  if (!word) return null;
  const end = read.end + word[0].length;
  if (read.value >= 10 && word[0].includes('折')) return null;
  const more = word[0].includes('成') ? /^[半一二三四五六七八九]/.exec(s.slice(end, end + 1)) : null;
  const extra = more ? (more[0] === '半' ? 5 : digits[more[0]]!) : 0;
  return {
    value: read === half && word[0].includes('折') ? 50 : Math.round((read.value * 10 + extra) * 1e9) / 1e9,
    end: end + (more ? 1 : 0),
    percent: true,
  };
}

const numeral = (text: string) => Number([...text].map((char) => digits[char] ?? char.trim()).join(''));

const englishSmall: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const englishTens: Readonly<Record<string, number>> = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, at * 10 + 20]),
);
const englishBig: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  million: 1e6,
  billion: 1e9,
  dozen: 12,
};
const englishOrdinals: Readonly<Record<string, number>> = Object.fromEntries(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
    .split(' ')
    .map((word, at) => [word, at + 1]),
);
const englishWord = /[ \t]*(?:-[ \t]*)?([A-Za-z]+)(?![A-Za-z])/y;

/** twelve, twenty-five, two hundred and five, a dozen, 1.2 million (the figure read already). */
function english(s: string, start: number, figure: number | null): Found | null {
  let total = 0;
  let section = figure;
  let end = start;
  for (let at = start; ; ) {
    const match = sticky(englishWord, s, at);
    if (!match) break;
    const word = match[1]!.toLowerCase();
    at += match[0].length;
    if ((word === 'a' || word === 'an') && section === null && total === 0) {
      const next = sticky(englishWord, s, at)?.[1]?.toLowerCase();
      if (!next || !(next in englishBig)) return null;
      section = 1;
    } else if (word === 'half' && section === null && /^[ \t]+a[ \t]+dozen/i.test(s.slice(at, at + 12))) {
      at += /^[ \t]+a/i.exec(s.slice(at))![0].length;
      section = 0.5;
    } else if (word === 'and' && (section !== null || total > 0) && end > start) {
      const next = sticky(englishWord, s, at)?.[1]?.toLowerCase() ?? '';
      if (!(next in englishSmall || next in englishTens) || !/hundred|thousand/i.test(s.slice(start, at))) break;
    } else if (word in englishTens && (section === null || section % 100 === 0))
      section = (section ?? 0) + englishTens[word]!;
    else if (
      word in englishSmall &&
      (section === null ||
        section % 100 === 0 ||
        (section % 10 === 0 && englishSmall[word]! < 10 && englishSmall[word]! > 0))
    )
      section = (section ?? 0) + englishSmall[word]!;
    else if (word in englishBig && section !== null) {
      if (englishBig[word]! <= 100) section *= englishBig[word]!;
      else {
        total += section * englishBig[word]!;
        section = null;
      }
    } else break;
    if (word !== 'and' && word !== 'a' && word !== 'an') end = at;
  }
  return end > start ? { value: total + (section ?? 0), end } : null;
}

const roughBefore: readonly (readonly [RegExp, Precision])[] = [
  [/(?:不超过|不多于|至多|最多|不足|不到|未满|将近|接近|(?<![最附就靠邻临远亲贴])近)[ \t]*$/, 'under'],
  [/(?:超过|超出|逾|突破|至少|不少于|不低于|(?<!不)超|多于|高于)[ \t]*$/, 'over'],
  [/(?:大约|大概|约计|估计|差不多|(?<![公契节合条签邀预特])约)[ \t]*$/, 'about'],
  [/\b(?:over|more than|at least|above|exceeding)[ \t]+$/i, 'over'],
  [/\b(?:about|around|roughly|approximately|some|circa)[ \t]+$/i, 'about'],
  [/\b(?:under|nearly|almost|less than|fewer than|at most|up to|close to|below)[ \t]+$/i, 'under'],
];
const roughAfter: readonly (readonly [RegExp, Precision])[] = [
  [/[ \t]*(?:左右|上下)/y, 'about'],
  [/[ \t]*(?:以上)/y, 'over'],
  [/[ \t]*(?:以内|以下)/y, 'under'],
  [/(?:\+(?!\d)| or more\b)/y, 'over'],
];
const measureThenRough =
  /[ \t]*(?:人次|场次|批次|台次|车次|件次|卷次|平方米|公里|[\u4e00-\u9fff]{1,2}?)(左右|上下|以上|以内|以下)/y;
const windowUnit = /[ \t]*(?:个?(?:月|季度|星期|礼拜|小时|工作日)|[年天日周])/y;

/** Rough words around a number, taken into its span where they touch it. */
function withPrecision(s: string, start: number, found: Found): { precision: Precision; index: number; end: number } {
  let { precision = 'exact' as Precision, end } = found;
  let index = start;
  if (!found.percent && end - start < 20 && /^(?:余|多|来)/.test(s[end] ?? '')) {
    const round = found.value >= 10 && (found.value % 10 === 0 || !Number.isInteger(found.value));
    const come = s[end] === '来' && isMeasure(s[end + 1]) && s[end + 1] !== '信' && found.value < 1000;
    if (round && (s[end] === '余' || come || (s[end] === '多' && !/[少云样]/.test(s[end + 1] ?? '')))) {
      precision = s[end] === '来' ? 'about' : 'over';
      end += 1;
    }
  }
  const head = s.slice(Math.max(0, start - 14), start);
  for (const [pattern, meaning] of roughBefore) {
    const match = pattern.exec(head);
    if (!match || (/近[ \t]*$/.test(match[0]) && match[0].trim() === '近' && sticky(windowUnit, s, end))) continue;
    precision = precision === 'over' && meaning === 'about' ? 'over' : meaning;
    index = start - match[0].length;
    break;
  }
  if (precision !== 'exact') return { precision, index, end };
  if (/上$/.test(head) && /^[百千万]/.test(s.slice(start)) && !/\d/.test(s[start]!))
    return { precision: 'about', index: start - 1, end };
  for (const [pattern, meaning] of roughAfter) {
    const match = sticky(pattern, s, end);
    if (match) return { precision: meaning, index, end: end + match[0].length };
  }
  const later = sticky(measureThenRough, s, end);
  if (later) precision = later[1] === '以上' ? 'over' : /以[内下]/.test(later[1]!) ? 'under' : 'about';
  return { precision, index, end };
}

/** Whether a numeral that stands alone here is meant as a number: 一 and formal figures are mostly parts of words. */
function meant(source: string, s: string, start: number, found: Found): boolean {
  const head = s.slice(Math.max(0, start - 4), start);
  if (sticky(notNumbers, s, start) || (/\d/.test(s[start] ?? '') ? weekBefore : wordBefore).test(head)) return false;
  if (found.end - start > 1) return true;
  const after = s[found.end];
  const raw = source[start]!;
  if (/[伍陆陸拾肆佰仟]/.test(raw)) return false;
  if (s[start] === '一')
    return (
      !isHan(after) ||
      (isMeasure(after) && !/[片月]/.test(after!)) ||
      /[块场却而的打余]/.test(after!) ||
      /[是为共第]$/.test(head)
    );
  return true;
}

const begins =
  /https?:\/\/\S+|第|[负-](?=[\s\d.零一二两三四五六七八九十百])|对折|半(?=[百成折打])|[\d零一二两三四五六七八九十百千万亿廿卅俩仨]|\.(?=\d)|(?<![A-Za-z])[A-Za-z]+/g;
const versionLike = /\d+(?:\.\d+){2,}/y;

function readAt(s: string, at: number, source: string): (Found & { ordinal?: boolean }) | null {
  if (s[at] === '第') {
    const from = at + 1 + sticky(gap, s, at + 1)![0].length;
    const read = cardinal(s, from);
    return read && !read.range ? { ...read, ordinal: true } : null;
  }
  if (s.startsWith('对折', at)) return s[at - 1] === '打' ? { value: 50, end: at + 2, percent: true } : null;
  if (s[at] === '俩' || s[at] === '仨') return { value: s[at] === '俩' ? 2 : 3, end: at + 1 };
  if (/[A-Za-z]/.test(s[at]!)) {
    const ordinal = sticky(/[A-Za-z]+/y, s, at)![0].toLowerCase();
    if (ordinal in englishOrdinals)
      return { value: englishOrdinals[ordinal]!, end: at + ordinal.length, ordinal: true };
    return english(s, at, null);
  }
  if (s[at] === '半' && /[百打]/.test(s[at + 1]!)) return { value: s[at + 1] === '百' ? 50 : 6, end: at + 2 };
  const fixed = tenthsFrom(s, at) ?? fraction(s, at);
  if (fixed) return fixed;
  const read = signed(s, at);
  if (!read || !meant(source, s, at, read)) return null;
  if (/[俩仨]/.test(s[read.end] ?? '')) return { ...read, end: read.end + 1 };
  const nth = sticky(/(?:st|nd|rd|th)\b/y, s, read.end);
  if (nth) return { ...read, end: read.end + nth[0].length, ordinal: true };
  const scale = sticky(suffix, s, read.end);
  const scaled: Found = scale
    ? {
        ...read,
        value: read.value * (/k/i.test(scale[0]) ? 1000 : scale[0].includes('M') ? 1e6 : 12),
        end: read.end + scale[0].length,
      }
    : read;
  const big = /\d/.test(s[scaled.end - 1]!) ? english(s, scaled.end, scaled.value) : null;
  const whole = big ?? scaled;
  const power = sticky(/\^(-?\d+)/y, s, whole.end);
  if (power) return { value: whole.value ** Number(power[1]), end: whole.end + power[0].length };
  const percent = sticky(percentOf, s, whole.end) ?? sticky(/[ \t]*(?:percent|per cent)\b/y, s, whole.end);
  if (percent) return whole.range ? null : { ...whole, end: whole.end + percent[0].length, percent: true };
  const half = sticky(/个半(?![年月天日数])/y, s, whole.end);
  return half && Number.isInteger(whole.value) ? { ...whole, value: whole.value + 0.5, end: whole.end + 2 } : whole;
}

/** All numbers of the text in reading order; none overlap. */
export function readNumbers(text: string): NumberSpan[] {
  const s = plain(text);
  const spans: NumberSpan[] = [];
  const scan = new RegExp(begins);
  for (let match = scan.exec(s); match; match = scan.exec(s)) {
    const at = match.index;
    if (match[0].startsWith('http')) continue;
    const version = /\d/.test(match[0]) ? sticky(versionLike, s, at) : null;
    if (version) {
      let from = at;
      for (const part of version[0].split('.')) {
        spans.push({ value: Number(part), precision: 'exact', text: part, index: from, end: from + part.length });
        from += part.length + 1;
      }
      scan.lastIndex = at + version[0].length;
      continue;
    }
    const found = readAt(s, at, text);
    if (!found) {
      // A numeral that is none is passed as a whole, so that 九九 is not read as 九.
      const run = sticky(/百八十/y, s, at) ?? sticky(zhDigitRun, s, at) ?? sticky(notNumbers, s, at);
      if (run) scan.lastIndex = at + run[0].length + sticky(/[十百千万]*/y, s, at + run[0].length)![0].length;
      continue;
    }
    const { precision, index, end } = found.ordinal
      ? { precision: 'exact' as const, index: at, end: found.end }
      : withPrecision(s, at, found);
    spans.push({
      value: found.value,
      precision,
      text: text.slice(index, end),
      index,
      end,
      ...(found.percent && { percent: true }),
      ...(found.ordinal && { ordinal: true }),
      ...(found.range && { range: found.range }),
    });
    scan.lastIndex = end;
  }
  return spans;
}

/** The number a whole string says, or null. */
export function numberOf(text: string): number | null {
  const trimmed = text.trim();
  const [only, ...more] = readNumbers(trimmed);
  return only && more.length === 0 && only.index === 0 && only.end === trimmed.length ? only.value : null;
}
