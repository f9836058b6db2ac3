/** Makes a message plain before it is read: one width, one script, no invisible characters, no hemming and hawing. */
import { allMatches } from '../time/all-matches.ts';
import { simplified } from './traditional.ts';

const invisible = /(?:\u00ad|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f])|[^\P{Cc}\n\t]/gu;
const circled = /[①-⑳⑴-⒇]/g;
const pictures = /\p{Extended_Pictographic}/gu;

/** What speech to text leaves behind at the beginning of a clause. */
const hems =
  /(^|[\s,。;!?])(?:(?:嗯+|呃+|唔+|啊+|哦+|额|诶|那个|这个|就是说|怎么说呢|um+|uh+|er+|hmm+)(?=[\s,。.…])[\s,。.…]*)+/gi;

/** And between two words: 来了52个人嗯下午又开了会. */
const inner = /([\u4e00-\u9fff])[嗯呃唔]+[,，\s]*(?=[\u4e00-\u9fff])/g;

/** Telephone numbers count nothing and name no hotline. */
const phones =
  /(?:联系)?(?:电话|手机号?码?|座机|tel|phone)(?:是|:|\s)*\d[\d-]{5,14}|(?<![\d.-])(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8})(?![\d-])/gi;

/** What frames a report without being part of it. */
const framing =
  /^(?:(?:(?:麻烦|请|帮我?|帮忙)?(?:记|登记|记录|录入)(?:一下|一笔|一条|上|个)?|补记|补登|补报|漏报|漏记|补充(?:一下|一点|一句)?|(?:报告|向)(?:[\u4e00-\u9fff]{0,2}(?:主任|科长|局长|处长|书记|区长)|各?位?领导|您)(?:汇报|报告)?(?:一?下)?|汇报一下|汇报|报告|(?:今日|本周|每周|工作)?(?:周报|日报|月报|小结)|转发|【(?!新华|人民|央视|中新|新闻)[^】\n]{1,8}】|各位领导|各位同事|领导好|各位好|大家好|fyi|good (?:morning|afternoon|evening)(?: all| everyone| team)?[,.!]?|(?:hi|hello|dear) (?:all|team|everyone|colleagues)[,.!]?|here(?:'s| is) (?:my|our|the) (?:daily |weekly )?report(?: for)?|log|record|note|(?:please|pls|plz|kindly)\s+(?:log|record|note)(?:\s+that)?)(?:[,:\s]+|(?<=】)))+(?=\S)/i;
const closing =
  /[,\s。](?:请(?:登记|记录|记一下|查收|审阅|知悉|悉知)|特此报告|特此汇报|麻烦登记(?:一下)?|登记一下|记一下|先记上|帮(?:我|忙)?(?:记|登记?)(?:一?下|上)?|please log it|please log(?: this)?|pls log|many thanks|thank you|thanks|谢谢)[。!.]?$/i;
/** 收了4个哦: how it is said, behind what is said. */
const particles = /(?<=[\u4e00-\u9fff\d]{4}(?<![哈哦]))[哦哈噢哟喔](?=[。.!~]?$)/;
/** 上午: alone in its line stands for what the next one tells. */
const partOfDayAlone = /(^|\n)((?:今天|昨天|前天|明天)?(?:早上|上午|中午|下午|晚上)|今天|昨天|前天|明天):\n+/g;
/** 收文12件(急件3件): the part in brackets would be taken for the whole. */
const counted = /(?<!(?<!\d)[1一]\s?[件条篇个次场批封期项])\([^()\n]{0,40}\d+\s*[件条篇个次场批封期][^()\n]{0,40}\)/g;

const eachCount = /\d\s*[件条篇个次场批封期份项台起]/g;
const anyCount = /\d\s*[件条篇个次场批封期份项台起]/;

/** 政策文件(4条)昨天发布: in brackets stands the whole where nothing else is counted. */
function asidesIn(said: string, at: number, text: string): string {
  const outside = anyCount.test(text.slice(0, at)) || anyCount.test(text.slice(at + said.length));
  if (!outside) return ` ${said.slice(1, -1)} `;
  // 审结3件(维持2件,撤销1件): shares of what was counted before them.
  const shares = (said.match(eachCount)?.length ?? 0) > 1 && anyCount.test(text.slice(0, at));
  return shares ? `,其中${said.slice(1, -1).replace(/^其中/, '')}` : ' ';
}

/** 收了94件 比去年多7件: how it compares counts nothing new. */
const compared =
  /(?<=\d[^\d,。;\n]{0,6})[,;\s]*(?:比|较)(?:去年|上年|前年|上个?月|上周|上季度|上半年|往年|年初|上年末|去年底|上次|同期)(?:同期)?[\u4e00-\u9fff]{0,4}[多少增减降涨][加长了]?[^,。;\n\d]{0,3}\d+[^,。;\n\d]{0,6}(?=$|[,。;\n])/g;

/** The text as all readers of this room see it. */
export function normalise(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      .replace(invisible, '')
      .replace(circled, '\n')
      .normalize('NFKC')
      .replace(pictures, ' ')
      .replace(/[‘’]/g, "'")
      .replace(/[—–―﹣]+/g, '-')
      // Three letters - two complaints and an inquiry: a dash between English words is no minus.
      .replace(/(?<=[a-z\d)]) - (?=[a-z])/gi, ', ')
      .replace(/[\u3400-\u9fff]/g, (char) => simplified.get(char) ?? char)
      .replace(/(^|\s)@[^\s@]+/g, '$1')
      .replace(/([!?。;,])\1+/g, '$1')
      .replace(/[^\S\n]+/g, ' ')
      .replace(hems, '$1')
      .replace(inner, (_, before: string) => (/[了的在到是去把给和与跟对]/.test(before) ? before : `${before},`))
      .replace(phones, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(passedOn, '$<said>')
      .replace(partOfDayAlone, '$1$2 ')
      .replace(/^[\s\S]*$/, inLines)
      .trim()
      .replace(framing, '')
      .replace(closing, '')
      .replace(particles, '')
      .replace(counted, asidesIn)
      .replace(compared, '')
      .replace(/\btwice\b(?! as\b)/gi, '2 times')
      // 7 of the 8 problems: the eight were told before.
      .replace(
        /\b(\d+|[a-z]+) of (?:the|our|these|those) (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) (?=[a-z])/gi,
        '$1 ',
      )
      // Of the 6 problems, 4 are fixed.
      .replace(
        /\bof (?:the|our|these|those) (?:\d+|[a-z]+) ([a-z]+), (\d+|two|three|four|five|six|seven|eight|nine|ten)(?= (?:are|were|have|is|was)\b)/gi,
        '$2 $1',
      )
      .trim()
  );
}

/** 小李发来的:“…”帮他记上: a colleague's own report in quotation marks is the message. */
const passedOn =
  /^\s*[\u4e00-\u9fff]{1,4}(?:刚才?|上午|下午)?(?:发来|转来|报来|报|说|讲)的?\s?:\s?[“"「](?<said>[^”"」]{6,})[”"」][^,。;“"「]{0,12}$/;

const ordinals = '一二三四五六七八九十';
const listMarks: readonly (readonly [mark: RegExp, value: (said: string) => number])[] = [
  [/(^|[\s;,。:])(\d{1,2})[.、)](?!\d)\s*/g, Number],
  [/(^|[\s;,。:])\((\d{1,2})\)\s*/g, Number],
  [/(^|[\s;,。:])\(?([一二三四五六七八九十])[、)]\s*/g, (said) => ordinals.indexOf(said) + 1],
];

/** 1.收文5件 2.发文3件: a numbered list in one line. */
function inLines(text: string): string {
  for (const [mark, numeral] of listMarks) {
    const told = allMatches(mark, text).map((match) => numeral(match[2]!));
    if (told.length > 1 && told.every((number, place) => number === place + 1)) return text.replace(mark, '\n');
  }
  return text;
}
