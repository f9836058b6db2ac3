/** Takes personal data out of a text before it leaves the house, and puts it back into what comes home. */
import { readLeaders, surnames } from '../leaders.ts';

export interface Masked {
  readonly text: string;
  /** The masks in a text are replaced by what they stand for. */
  restore(text: string): string;
}

interface Hiding {
  readonly label: string;
  readonly pattern: RegExp;
}

const name = `(?!来[信访电文人]|向|于|和|应|从|经|都|时|单位|全)(?:欧阳|司马|上官|诸葛|[${surnames}])(?:[\\u4e00-\\u9fff]{1,2}|某{1,2})`;
const citizens =
  '(?:信访人|来访人|来信人|举报人|投诉人|投诉者|反映人|申请人|被申请人|第三人|当事人|原告|被告|上诉人|求助人|咨询人|联系人|报案人|市民|居民|村民|业主|群众|商户|店主|房东|租户|老人|家长|患者|职工|姓名|名叫|叫做|户主|代理人)';
const acts =
  '(?:来信|来访|来电|致电|打电话|写信|上访|信访|反映|投诉|举报|求助|咨询|申请|诉|起诉|不服|要求公开|的信|的来信|的投诉|的申请|的电话|家里|家门口|家的?|一家|户)';
const forms = '(?:先生|女士|小姐|大爷|大妈|大娘|阿姨|师傅|老人|同学|老伯|奶奶|爷爷)';

/** From the surest to the loosest; what an earlier one has taken a later one does not see. */
const hidings: readonly Hiding[] = [
  { label: '邮箱', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g },
  { label: '证件', pattern: /(?<![\dA-Za-z])\d{6}(?:18|19|20)\d{9}[\dXx](?![\dA-Za-z])/g },
  { label: '证件', pattern: /(?<![\dA-Za-z])(?:[EGPH]\d{8}|\d{15})(?![\dA-Za-z])/g },
  { label: '账号', pattern: /(?<!\d)\d{4}[\s-]?\d{4}[\s-]?\d{4}[\s-]?\d{4}(?:[\s-]?\d{1,3})?(?!\d)/g },
  { label: '电话', pattern: /(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/g },
  { label: '电话', pattern: /(?<!\d)(?:0\d{2,3}[\s-]?\d{7,8}|[48]00[\s-]?\d{3}[\s-]?\d{4})(?!\d)/g },
  { label: '电话', pattern: /(?<=电话[:：是为]?\s?)\d{7,8}(?!\d)/g },
  {
    label: '车牌',
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-HJ-NP-Z][·.\s]?[A-HJ-NP-Z\d]{4,5}[A-HJ-NP-Z\d挂学警港澳]/g,
  },
  { label: '人', pattern: new RegExp(`(?<=${citizens}[:：是为]?\\s?)${name}`, 'g') },
  {
    label: '人',
    pattern: new RegExp(`(?:欧阳|司马|上官|诸葛|[${surnames}])[\\u4e00-\\u9fff]{0,2}?${forms}`, 'g'),
  },
  { label: '人', pattern: new RegExp(`(?<![\\u4e00-\\u9fff])${name}(?=(?:等\\S{0,4}人)?${acts})`, 'g') },
  {
    label: '人',
    pattern: new RegExp(`(?<=收到|接到|来文|关于|处理|回复|答复|办理|反映|帮)${name}(?=(?:等\\S{0,4}人)?${acts})`, 'g'),
  },
  { label: '人', pattern: new RegExp(`(?:欧阳|司马|上官|诸葛|[${surnames}])某{1,2}|[${surnames}][XxＸ×*]{1,2}`, 'g') },
  { label: '人', pattern: /\b(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?/g },
  {
    label: '人',
    pattern:
      /(?<=\b(?:[Rr]esident|[Cc]itizen|[Cc]omplainant|[Aa]pplicant|[Pp]etitioner|[Vv]illager)\s)[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?/g,
  },
  {
    label: '地址',
    pattern:
      /(?:(?![反映在于住的到去从来报查看])[\u4e00-\u9fff]){1,5}?(?:路|街|巷|弄|大道|胡同)\s?\d+(?:[-之]\d+)?\s?[号弄](?:\s?\d+\s?(?:号楼|幢|栋|单元|室|号|楼))*/g,
  },
  {
    label: '地址',
    pattern:
      /(?:(?![反映在于住的到去从来报查看])[\u4e00-\u9fff]){0,6}?\s?\d+\s?(?:幢|栋|号楼|座)(?:\s?\d+\s?(?:单元|门))?(?:\s?\d{2,4}\s?(?:室|号|户))?/g,
  },
  { label: '地址', pattern: /(?:\d+\s?单元\s?)?\d{3,4}室/g },
  { label: '地址', pattern: /[\u4e00-\u9fff]{1,4}村\s?\d+\s?组(?:\s?\d+\s?号)?/g },
];

/** Names of leaders and units may stay: they are what the ledger is about. */
export function masked(text: string): Masked {
  const known = new Map<string, string>();
  const counts = new Map<string, number>();
  let plain = text.replace(/[〖〗]/g, '');
  for (const { label, pattern } of hidings) {
    plain = plain.replace(pattern, (found, ...rest) => {
      const at = rest.find((part): part is number => typeof part === 'number') ?? 0;
      if (label === '人' && isLeader(plain, at, found)) return found;
      const before = [...known].find(([, value]) => value === found)?.[0];
      if (before) return before;
      const serial = (counts.get(label) ?? 0) + 1;
      counts.set(label, serial);
      const mask = `〖${label}${serial}〗`;
      known.set(mask, found);
      return mask;
    });
  }
  return {
    text: plain,
    // Back to front, for an address may hold what was masked before it.
    restore: (said) => [...known].reverse().reduce((all, [mask, value]) => all.split(mask).join(value), said),
  };
}

function isLeader(text: string, at: number, found: string): boolean {
  return readLeaders(text).some((leader) => leader.index < at + found.length && at < leader.end);
}
