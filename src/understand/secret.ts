/** Whether a message carries or announces a state secret: such a message is refused before anything of it is kept. */

/** Characters put between the letters of a mark to hide it. */
const between = /(?<=[\u4e00-\u9fff])[\s_\-.·*|/\\、]+(?=[\u4e00-\u9fff★☆])/g;
const invisible = /(?:\u00ad|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f])/g;
const traditional: Readonly<Record<string, string>> = {
  機: '机',
  祕: '秘',
  級: '级',
  標: '标',
  著: '着',
  內: '内',
  絕: '绝',
  電: '电',
  報: '报',
  國: '国',
};

/** A mark as it stands on a paper; nothing around it can make it harmless. */
const marks = [
  /(?:绝密|机密|秘密|内部|secret|confidential|restricted|classified)\s*[((]?\s*[★☆✩✭*]/i,
  /[★☆]\s*(?:\d+\s*[年月]|长期|\d+\s*(?:years?|months?))/i,
  /密\s*级\s*(?:[::为是定属]|等级)?\s*[((]?\s*(?:绝密|机密|秘密|内部|绝|机|秘)/,
  /(?:定|列|属|标|划)(?:为|于|成)?(?:绝密|机密|秘密)(?:级|件|$|[,,。;;\s])/,
  /(?:绝密|机密|秘密)(?:级|等级)/,
  /(?:标|盖|印|写|注)(?:着|有|了|明)?[^,,。;;]{0,4}(?:绝密|机密|秘密)(?!培训|工作|局)/,
  /[((【[](?:绝密|机密|秘密|特密)[))】\]]/,
  /明传电报密|密码电报|密传电报|密电(?!影|视|话|器)|密件|密函/,
  /\btop[\s-]secret\b/i,
  /\b(?:is|are|was|were)\s+(?:top secret|classified)\b(?! (?:as|into|by|under))/i,
  /\bmarked\s+(?:as\s+)?(?:secret|confidential|classified|restricted)\b/i,
  /\bclassification\s*(?:level)?\s*:?\s*(?:top secret|secret|confidential)\b/i,
];

/** A secret paper or matter named in words; a lesson or a check about secrecy is not one. */
const namings = [
  /绝密/,
  /(?<!商业|企业|公司|技术)机密/,
  /(?<!商业|企业|公司|技术|个人|小)秘密(?:文件|公文|文|件|电报|材料|资料|通知|来文|内容|事项|会议|文书|批示|信息|载体|通报|报告|数据)/,
  /国家秘密/,
  /(?<!不|非|无|未|没有)涉密(?:的)?(?:文|件|材料|资料|会|通知|内容|事项|电报|信息|批示|图纸|数据|U盘|优盘|硬盘|来文|发文|项目|活动|工程|任务)/,
  /(?<!不|非|无|未)涉密(?!人员|岗位|计算机|电脑|网络|设备|资质|单位|管理|检查|培训|自查|系统)/,
  /\b(?:classified|secret|confidential)\s+(?:government\s+|internal\s+|state\s+)?(?:documents?|files?|papers?|notices?|memos?|cables?|telegrams?|materials?|information|reports?|briefings?|meetings?|circulars?|letters?|instructions?)\b/i,
  /\bstate secrets?\b/i,
];

/** Talk about keeping secrets, which is ordinary office work. */
const lessons =
  /培训|学习|宣传|宣教|讲座|知识|竞赛|教育|条例|保密法|秘密法|法律|制度|办法|检查|自查|督查|测评|警示|承诺书|专题会|党课|\b(?:training|lesson|lecture|course|awareness|law|inspection|check|study)\b/i;
const reallyThere =
  /收到|来文|转来|发来|登记|存|录入|上传|附件|内容如下|如下|转发|记一下|看一下|\b(?:log|received?|store|save|attached|forward(?:ed)?)\b/i;

/** Without one of these no mark and no name of a secret is there. */
const hint = /[密★☆✩✭]|内部|secret|confidential|restricted|classifi/i;

/** Whether the text must not be kept. A doubtful text counts as secret, unless it plainly speaks of lessons and checks. */
export function secretIn(text: string): boolean {
  const plain = text
    .slice(0, 20_000)
    .replace(invisible, '')
    .normalize('NFKC')
    .replace(/[機祕級標著內絕電報國]/g, (char) => traditional[char] ?? char);
  return [plain, plain.replace(between, '')].some(
    (form) =>
      hint.test(form) &&
      (marks.some((mark) => mark.test(form)) ||
        (namings.some((naming) => naming.test(form)) && !(lessons.test(form) && !reallyThere.test(form)))),
  );
}
