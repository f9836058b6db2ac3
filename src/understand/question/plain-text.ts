/** A question in one spelling, character by character, so that places in it stay places in what was said. */

const slips: readonly (readonly [RegExp, string])[] = [
  [/\bpast due\b/g, 'overdue '],
  [/\bmissed their deadlines?\b/g, 'overdue'],
  [/督察/g, '督查'],
  [/提按/g, '提案'],
  [/批是/g, '批示'],
  [/会义/g, '会议'],
  [/满义/g, '满意'],
  [/办洁/g, '办结'],
  [/一二季度/g, '上半年 '],
  [/一、二季度/g, '上半年  '],
  [/三四季度/g, '下半年 '],
  [/三、四季度/g, '下半年  '],
  [/(?<=[几多少])[见建](?![议设档筑立成])/g, '件'],
];

/** Half width, lower case, common slips put right; as long as the text was. */
export function plainQuestion(text: string): string {
  const half = text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\t\n\r]/g, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replace(/[A-Z]/g, (char) => char.toLowerCase())
    .replace(/[’‘]/g, "'");
  return slips.reduce(
    (current, [pattern, right]) => current.replace(pattern, (said) => right.padEnd(said.length)),
    half,
  );
}
