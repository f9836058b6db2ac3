/** Makes a message plain before it is read: one width, one script, no invisible characters, no hemming and hawing. */

const invisible = /(?:\u00ad|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f])|[^\P{Cc}\n\t]/gu;
const circled = /[①-⑳⑴-⒇]/g;
const pictures = /\p{Extended_Pictographic}/gu;

// Pairs of a traditional character and its simplified one, for what office messages use.
const scripts =
  '辦办會会議议題题辭辞領领導导視视檢检處处區区縣县鎮镇鄉乡長长書书記记檔档數数據据網网絡络電电話话報报務务關关於于與与為为這这個个們们來来後后發发現现問问閱阅讀读轉转給给農农業业環环' +
  '開开閉闭結结實实時时間间週周號号條条類类級级標标準准機机構构團团體体學学習习訪访談谈調调請请復复訴讼訟讼決决審审駁驳銷销車车廳厅醫医衛卫勞劳動动產产財财稅税計计統统籌筹資资設设備备' +
  '採采購购賓宾館馆東东門门馬马龍龙張张陳陈劉刘趙赵吳吴鄭郑孫孙許许葉叶楊杨羅罗韓韩馮冯蔣蒋錢钱盧卢蘇苏蕭萧譚谭鄧邓顧顾賈贾嚴严點点萬万億亿兩两雙双單单幾几歲岁養养護护衝冲獲获獎奖評评' +
  '選选舉举優优質质黨党員员幹干訓训練练講讲課课聯联繫系築筑橋桥樓楼節节約约應应對对積积極极參参觀观觸触顯显螢荧線线聞闻貼贴圖图廣广傳传達达遞递隨随還还過过進进運运遠远邊边連连鄰邻釋释' +
  '鋼钢鐵铁銀银錄录鍵键鐘钟陽阳陰阴隊队際际難难雜杂離离雲云靜静項项順顺預预頻频顆颗願愿風风飛飞飯饭驗验髒脏魚鱼鳥鸟麗丽麥麦黃黄齊齐齡龄歸归災灾無无熱热營营獨独畫画異异療疗監监盡尽眾众' +
  '礎础確确礦矿祕秘種种稱称穩稳競竞筆笔簡简糧粮紅红細细紹绍終终組组織织經经綠绿維维總总績绩繼继續续罰罚義义職职聽听肅肃腦脑臨临舊旧艙舱藝艺蘭兰術术補补裝装見见規规覺觉誤误認认論论證证' +
  '譯译變变讓让責责貨货費费貢贡賞赏贈赠負负趨趋跡迹輕轻輛辆輪轮辯辩遲迟遷迁鑒鉴鑑鉴佈布併并僅仅價价儲储凍冻劃划劇剧勝胜勵励匯汇協协卻却啟启國国圍围園园圓圆執执堅坚壓压壞坏夠够夾夹婦妇' +
  '寫写寬宽層层屬属岡冈島岛嶺岭帶带幣币幫帮庫库廠厂廢废強强彈弹徵征惡恶愛爱態态慶庆憑凭憲宪懷怀戰战戲戏戶户掃扫換换損损搶抢擇择擊击擔担擴扩擬拟擾扰敗败敵敌斷断昇升曉晓暫暂曆历樣样橫横' +
  '歐欧歷历殘残毀毁氣气沒没淨净淺浅減减測测溝沟滿满漢汉漲涨潔洁濟济濱滨灣湾';

const simplified: ReadonlyMap<string, string> = new Map(
  Array.from({ length: scripts.length / 2 }, (_, index) => [scripts[index * 2]!, scripts[index * 2 + 1]!] as const),
);

/** What speech to text leaves behind at the beginning of a clause. */
const hems =
  /(^|[\s,。;!?])(?:(?:嗯+|呃+|唔+|啊+|哦+|额|诶|那个|这个|就是说|怎么说呢|um+|uh+|er+|hmm+)(?=[\s,。.…])[\s,。.…]*)+/gi;

/** What frames a report without being part of it. */
const framing =
  /^(?:(?:(?:麻烦|请|帮我?|帮忙)?(?:记|登记|记录|录入)(?:一下|一笔|一条|上|个)?|补记|补登|补报|漏报|漏记|汇报一下|汇报|报告|(?:今日|本周|每周|工作)?(?:周报|日报|月报|小结)|转发|【[^】\n]{1,8}】|各位领导|各位同事|领导好|各位好|大家好|fyi|log|record|note|(?:please|pls|plz|kindly)\s+(?:log|record|note)(?:\s+that)?)(?:[,:\s]+|(?<=】)))+(?=\S)/i;
const closing =
  /[,\s。](?:请(?:登记|记录|记一下|查收|审阅)|特此报告|特此汇报|麻烦登记(?:一下)?|登记一下|记一下|先记上|please log it|thanks|谢谢)[。!]?$/i;
/** 收文12件(急件3件): the part in brackets would be taken for the whole. */
const counted = /\([^()\n]{0,40}\d+\s*[件条篇个次场批封期][^()\n]{0,40}\)/g;

/** The text as all readers of this room see it. */
export function normalise(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(invisible, '')
    .replace(circled, '\n')
    .normalize('NFKC')
    .replace(pictures, ' ')
    .replace(/[‘’]/g, "'")
    .replace(/[—–―﹣]+/g, '-')
    .replace(/[\u3400-\u9fff]/g, (char) => simplified.get(char) ?? char)
    .replace(/(^|\s)@[^\s@]+/g, '$1')
    .replace(/([!?。;,])\1+/g, '$1')
    .replace(/[^\S\n]+/g, ' ')
    .replace(hems, '$1')
    .replace(/ ?\n ?/g, '\n')
    .replace(/^[\s\S]*$/, inLines)
    .trim()
    .replace(framing, '')
    .replace(closing, '')
    .replace(counted, ' ')
    .trim();
}

/** 1.收文5件 2.发文3件: a numbered list in one line. */
function inLines(text: string): string {
  const mark = /(^|[\s;,。:])(\d{1,2})[.、)](?!\d)\s*/g;
  const told = [...text.matchAll(mark)].map((match) => Number(match[2]));
  if (told.length < 2 || told.some((number, place) => number !== place + 1)) return text;
  return text.replace(mark, '\n');
}
