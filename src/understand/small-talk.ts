/** Greetings, thanks, weather and the like: nothing to write down. */

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
