/** Finds leaders by their titles: 王区长, 郑副省长, 区委书记, Deputy Chief Wu; and the level a title stands for. */
import { allMatches } from '../time/all-matches.ts';

export interface LeaderSpan {
  readonly name: string;
  readonly level: 'national' | 'provincial' | 'municipal' | 'district';
  readonly index: number;
  readonly end: number;
}

export const surnames =
  '肖付闫仝晁逄邝麦阚候代王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢骆岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺云昌凤酆鲍';
const titles: readonly (readonly [title: string, level: LeaderSpan['level']])[] = [
  ['总理', 'national'],
  ['国务委员', 'national'],
  ['部长', 'national'],
  ['省委书记', 'provincial'],
  ['省长', 'provincial'],
  ['省领导', 'provincial'],
  ['市委书记', 'municipal'],
  ['市长', 'municipal'],
  ['市领导', 'municipal'],
  ['区委书记', 'district'],
  ['县委书记', 'district'],
  ['区长', 'district'],
  ['县长', 'district'],
  ['书记', 'district'],
  ['秘书长', 'district'],
  ['主席', 'district'],
  ['主任', 'district'],
  ['区领导', 'district'],
  ['县领导', 'district'],
  ['常务', 'district'],
];
const levelOf = new Map(titles);
const chinese = new RegExp(
  `(?:(?<who>(?!常务)(?:[${surnames}][\\u4e00-\\u9fff]{0,2}?|欧阳|司马|上官|诸葛))?(?<rank>(?:常务)?副|代)?(?<title>${titles
    .map(([title]) => title)
    .join('|')}))(?!信箱|办公会|热线|留言|接待日|办公室|班子|联席|会议|助理)`,
  'g',
);
const english =
  /\b(?:(?:Executive|[Dd]eputy|[Vv]ice|Acting)[\s-]+)*(?:(?:[Dd]istrict|[Cc]ounty|[Cc]ity|[Tt]own|[Pp]arty|[Pp]rovincial)\s+)*(?<title>Chief|(?<=[Dd]istrict |[Cc]ounty |[Dd]eputy |[Vv]ice )(?:chief|[Hh]ead)(?! of\b)|[Mm]ayor|Governor|Secretary|Director|Minister|Magistrate|Premier|(?:chief|head|governor|secretary|director|minister|magistrate)(?= [A-Z][a-z]))(?:\s+(?<who>(?!Bureau|Office|Section|Department|District|City|Town)[A-Z][a-z]+|[\u4e00-\u9fff]{1,3}))?/g;
const englishLevels: Readonly<Record<string, LeaderSpan['level']>> = {
  Premier: 'national',
  Minister: 'national',
  Governor: 'provincial',
  Mayor: 'municipal',
  mayor: 'municipal',
  governor: 'provincial',
  minister: 'national',
};
const namesOnly = new RegExp(`^[${surnames}]`);

/** 市长丁建华批示, 副区长李某某在…: the name behind the title, up to what he does. */
const nameBehind = new RegExp(
  `^(?<told>[${surnames}][\\u4e00-\\u9fff]{1,2}?)(?=同志|批|在|对|就|到|带|率|主持|参加|召集|签|圈|阅|要求|讲话|来|陪|听取|调研|领办|领衔|分管|今天|昨天|上午|下午|$|[\\s,。:;、(])`,
);
/** 省委徐书记: whose secretary it is. */
const levelBefore = /(国务院|中央|[省市])(?:委|政府|人大|政协)?$/;
const levels: Readonly<Record<string, LeaderSpan['level']>> = {
  国务院: 'national',
  中央: 'national',
  省: 'provincial',
  市: 'municipal',
};

/** Words that begin like a surname. */
const notName =
  /^(?:[和都于应任时从向令查包经]|明确|严厉|严肃|高度|安排|连续|连夜|随后|单独|终于|方才|全程|全部|相关|万分|成功|双双)/;

/** The leaders a text names, in reading order. */
export function readLeaders(text: string): LeaderSpan[] {
  const found: LeaderSpan[] = [];
  for (const match of allMatches(chinese, text)) {
    const { who = '', rank = '', title = '' } = match.groups ?? {};
    // 王常务 is the deputy called so; 常务会 is a meeting.
    if (
      title === '常务' &&
      (!who ||
        /^(?:会(?!上[^,。;]{0,6}(?:批|指示|要求|强调|点名|交办))|副|委|工作|理事|班子)/.test(
          text.slice(match.index + match[0].length),
        ))
    )
      continue;
    const told = who === '' ? (nameBehind.exec(text.slice(match.index + match[0].length))?.groups?.told ?? '') : '';
    const name = trimmedName(who) + rank + title;
    const end = match.index + match[0].length;
    const above = levelBefore.exec(text.slice(0, end - name.length))?.[1];
    const level = levels[above ?? ''] ?? levelOf.get(title) ?? 'district';
    if (told && !notName.test(told)) {
      found.push({
        name: told + name,
        level,
        index: end - name.length,
        end: end + told.length,
      });
      continue;
    }
    if (title === '主任' && !who && !rank && !/府办|办公室/.test(text.slice(0, match.index))) continue;
    found.push({ name, level, index: end - name.length, end });
  }
  for (const match of allMatches(english, text)) {
    const { title = '', who } = match.groups ?? {};
    // From the mayor: the title alone says who.
    const alone =
      title === 'mayor' &&
      /(?:\b(?:the|from|by)|[;,]) $/.test(text.slice(0, match.index)) &&
      !/^(?:'s|[- ](?:mail)?box|\u2019s)/.test(text.slice(match.index + match[0].length));
    if (!who && !alone && !/\b(?:[Dd]eputy|[Vv]ice|[Dd]istrict|[Cc]ounty|Mayor|Governor)\b/.test(match[0])) continue;
    found.push({
      name: match[0].trim().replace(/(?<!\S)[a-z]/g, (letter) => letter.toUpperCase()),
      level: /\b(?:District|County|Town)\b/i.test(match[0])
        ? 'district'
        : /\bCity\b/.test(match[0])
          ? 'municipal'
          : (englishLevels[title] ?? 'district'),
      index: match.index,
      end: match.index + match[0].length,
    });
  }
  return found.sort((a, b) => a.index - b.index);
}

/** Surnames that more often are another word before a name (向秦副区长, 和王区长, 周三王区长). */
const smallWords = /^(?:周[一二三四五六日末]|左右|[向和应时于任查令包都经从车解])(?=.)/;

function trimmedName(who: string): string {
  if (!namesOnly.test(who)) return '';
  if (!smallWords.test(who)) return who;
  for (let from = 1; from < who.length; from += 1) if (namesOnly.test(who.slice(from))) return who.slice(from);
  return who;
}
