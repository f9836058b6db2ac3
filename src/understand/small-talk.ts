/** Greetings, thanks, weather and the like: nothing to write down. */
import type { Marks } from './marks.ts';

type Tone = 'thanks' | 'greeting' | 'silent';

const thanks = /谢谢|多谢|感谢(?!信)|辛苦(?:了|啦|各位|大家)|\bthank(?:s| you)\b|\bthx\b|\bmany thanks\b/i;
const greeting =
  /^(?:你好|您好|大家好|早(?:上好|啊|安)?|上午好|中午好|下午好|晚上好|在吗|在不在|hi|hello|hey|good (?:morning|afternoon|evening)|morning)(?=$|[\s,。!~呀啊])/i;
const silent =
  /^(?:收到|好的?|好嘞|好滴|行|可以|明白|了解|知道(?:了|啦)|嗯+|哦+|噢|ok(?:ay)?|okay|roger|got it|noted|sure|fine|yes|no|对|是的|没事|没问题|不客气|哈+|呵+|嘿+|赞|棒|厉害|牛|666+|拜拜|再见|晚安|bye|see you|lol|马上办|马上到|稍等|等下|在的|来了)(?=$|[\s,。!~啊呀哈了])/i;
const wellWishes =
  /新年快乐|春节快乐|节日快乐|生日快乐|拜年|恭喜|祝(?!贺信)|周末愉快|下班了|吃饭(?:了|去)|午饭|吃什么|好热|好冷|下雨|降温|天气|堵车|困死|累死|好累|加油(?!站|机|卡|费|[\d\s]*[次元升])|开心|哈哈|晚安|good night|good luck|see you|happy (?:new year|birthday|holiday)|congrat|weather|weekend|lunch\?|coffee|see you|have a (?:nice|good)|😀/i;

/** The tone of a message that is nothing but talk; null when there may be more in it. */
export function smallTalkIn(text: string): Tone | null {
  const plain = text.trim();
  if (plain === '' || !/[\p{L}\p{N}]/u.test(plain)) return 'silent';
  if (/\d/.test(plain) && plain.length > 12) return null;
  if (thanks.test(plain) && plain.length <= 30) return 'thanks';
  if (greeting.test(plain) && plain.length <= 20) return 'greeting';
  if (silent.test(plain) && plain.length <= 24) return 'silent';
  if (wellWishes.test(plain)) return 'silent';
  return null;
}

const grumbles =
  /头[疼大昏秃痛]|累|烦(?!请)|崩溃|忙(?:死|坏|晕|不过来)|看不过来|[太真好](?:多|难|麻烦|费劲|折腾)|不好(?:写|办|编|弄|搞)|难(?:写|办|编|弄|搞|产)|麻烦|堆成|一堆|压力(?:好|太|真|很)?大|改来改去|没完没了|腰[疼酸]|冷死|热死|腿[都快]|到(?:半夜|凌晨|深夜)/;
/** What a citizen or a leader complains of is the matter itself. */
const theirs = /反映|投诉|举报|来信|来电|诉求|咨询|批示|批了|关于|发现|查出|问题|短板/;

/** 提案太难办了, 最近批示好多: a sigh about the work, with neither day nor number in it. */
export function isGrumble({ text, times, numbers }: Pick<Marks, 'text' | 'times' | 'numbers'>): boolean {
  if (text.length > 24 || numbers.length > 0 || times.some((time) => time.grain === 'day')) return false;
  return grumbles.test(text) && !theirs.test(text.replace(/批示(?=太|真|好|看)/, ''));
}
