/** English sentences that say how things are, what is usual or what somebody would like: nothing was done in them. */

const subject =
  "(?:the|our|my|your|this|that|these|those|his|her|their|its?|last [a-z]+'s|today's|yesterday's|[a-z]+ colleagues?|we|i|they|he|she)";
const tone = '(?:really |very |so |too |quite |a bit |rather |always |still |again |as |just |all )*';
const moods = [
  'good|bad|nice|nasty|cold|hot|warm|dirty|clean|long|short|slow|fast|quick|better|worse|great|useful|useless|helpful|boring|busy|tired|ill|sick|late|hard|easy|difficult|important|interesting|expensive|cheap|wrong|fine|crowded|noisy|loud|broken|empty|full|strange|funny|rude|annoying|terrible|awful|wonderful|excellent|lovely|perfect|unclear|confusing|necessary|impossible|possible|sad|happy|angry|rising|falling|growing',
  'on leave|in repair|under repair|out of order|on (?:your|my|the) (?:desk|table|shelf)|in the (?:drawer|cupboard|lobby)|at home|in hospital|not (?:useful|ready|good|clear|here|easy|bad|necessary)',
].join('|');

const remarks: readonly RegExp[] = [
  new RegExp(
    `^${subject}\\b(?:\\s+(?!about\\b|that\\b|asked\\b|found\\b)[\\w'-]+){0,6}?\\s+(?:is|are|am|was|were|looks?|seems?|sounds?|feels?) ${tone}(?:${moods})(?=$|[\\s.,!])(?! schedule| with\\b)`,
    'i',
  ),
  /^(?:i|we|they) (?:really |also )?(?:don't|do not|usually|normally|often|always|never|like|love|hate|think|believe|know|feel|guess|suppose|prefer|agree|disagree|remember|forgot|wonder)\b/i,
  /^we (?:have|had|get|got) (?:far |much )?(?:too many|too few|so many|so few|enough|a lot of|lots of|plenty of|no time)\b/i,
  /^it (?:would|could|might) be\b|^(?:i|we)(?:'d| would) (?:like|love|prefer|appreciate)\b/i,
  /\b(?:am|are|is) (?:still )?waiting (?:for|on|to)\b/i,
  /\bneeds? (?:another|more (?!time)|improvement|improving|some|to be|an? (?:new|better))/i,
  /^my (?:request|application|leave|car|bike|holiday|salary|computer|phone|desk|boss|wife|husband|son|daughter|kid|doctor)\b/i,
  /^(?:i |we )?(?:have )?(?:got|received|saw|read) your\b/i,
  /^(?:the (?:rule|law|limit|deadline|rules)|by law|[a-z ]{0,20}\bdeadline)\b.{0,40}\b(?:is|are|says?|means?|requires?)\b/i,
  /^the (?:plan|idea|aim|goal) is to\b/i,
  /\bhours? left\b|\bdays? left\b/i,
];
/** What is usual was not done on a day: every Monday, usually; a deed in the past tense may well have been. */
const habits =
  /^every \w+\b|\busually\b|\bnormally\b|\b(?:once|twice|\w+ times) a (?:day|week|month|year)\b|\b(?:meetings|inspections|letters|documents) a (?:day|week|month|year)\b/i;
const past = /\b(?:\w+ed|held|sent|wrote|got|made|gave|took|went|came|met|did|ran|bought|put|set)\b/i;

/** Whether the English text only remarks on something. */
export function isEnglishRemark(text: string): boolean {
  const plain = text.trim();
  return remarks.some((remark) => remark.test(plain)) || (habits.test(plain) && !past.test(plain));
}

const deeds = [
  'inspected|checked|examined|visited|toured|found|fixed|rectified|remedied|corrected|held|hosted|received|welcomed|greeted|got|issued|published|posted|put|released|printed|sent|submitted|filed|adopted|used|accepted|refused|rejected|declined|closed|concluded|decided|settled|mediated|resolved|solved|coordinated|agreed|disagreed|opened|registered|recorded|logged|assigned|handed|passed|given|gave|forwarded|transferred|referred|replied|answered|responded|reported|urged|reminded|chased|extended|suspended|paused|resumed|withdrawn|withdrew|cancelled|canceled|postponed|called off|won|lost|appeared|took|came|went|arrived|joined|left|retired|resigned|seconded|appointed|promoted|moved|renamed|merged|founded|set up|established|created|started|launched|connected|installed|revamped|redesigned|updated|upgraded|reopened|trained|taught|ran|organi[sz]ed|spoke|studied|learned|learnt|elected|admitted|awarded|named|rated|commended|honou?red|drew|drawn|drafted|drafting|wrote|written|writing|finished|completed|finali[sz]ed|revised|repealed|introduced|reviewed|approved|signed|commented|instructed|asked|asking|asks|ordered|requested|requests|applied|consulted|looked up|viewed|borrowed|pulled|retrieved|digiti[sz]ed|scanned|disclosed|archived|handled|dispatched|repaired|replaced|bought|purchased|paid|spent|served|cleaned|reached|stands?|totals?|complained|suggested|pointed|critici[sz]ed|raised|prepared|delivered|broken?|tested|activated|supervised|fed|ate|made|met|turned|granted|denied|paid|chaired|celebrated|planted|donated|collected|added|removed|split|returned|bounced|ticked|protested|evacuated|rescued|demolished|built|did (?:an?|the|our|one)|said|says|wants?|interested|happy|reports',
  'is out|is over|are over|is done|are done|are out|is closed|are closed|is complete|is ready|is online|is live|is back|are back|in place|in force|ahead of|behind|on schedule|on track|satisfied|dissatisfied|happy with|there (?:was|were)|lacks?|with (?:the|us)|in charge|in the lead',
].join('|');
/** Words in -ed that tell how somebody or something is, not what was done. */
const moodsInEd =
  'need|tired|interested|impressed|satisfied|convinced|concerned|attached|enclosed|thanked|wondered|hoped|wanted|liked|expected|bored|crowded|excited|worried|pleased|surprised|used|supposed|indeed|speed|delighted|confused|annoyed|disappointed|exhausted|overworked|outdated|complicated|unexpected|retired|scared|embarrassed';
const tellsDeed = new RegExp(`\\b(?:${deeds}|(?!(?:${moodsInEd})\\b)[a-z]{3,}ed)\\b`, 'i');
/** Somebody or something known, of which a sentence goes on to say how it is. */
const ofSomething =
  /^(?:the|our|my|your|this|that|these|those|his|her|their|its?|i|we|you|he|she|they|someone|somebody|nobody|everyone|everybody)\b/i;
const counts = /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred)\b/i;
/** What somebody should do, and kind words about what was done, are no deeds told. */
const orders =
  /^(?:please |pls |kindly |could you |can you )*(?:issue(?! (?:no|#|number|\d))|inspect|reply(?! (?:deadline|period|date|time|limit|letters?|slips?|sent|was|is|has|went)\b)|send|call|book|remind|add me|invite|tell|ask|let|organi[sz]e|prepare|forward|print|copy|buy|see|look|have a look|make sure|give|get|bring|talk(?! with .*\b\d+ (?:present|people|attend))|speak|contact|inform|notify|wait|check with|go|come)\b(?! (?:of|from|received|sent|issued)\b)/i;
const kindWords =
  /^(?:many |big )?(?:thanks|thank you|congratulations|congrats|well done|good job|great job|nice work|good work|welcome|sorry)\b/i;
const ownDoings =
  /^(?:i|he|she|they) (?:attended|joined|missed|forgot|read|saw|heard|liked|enjoyed|watched|skipped)\b/i;

/** Whether somebody is asked to do something, today or later. */
export function isEnglishOrder(text: string): boolean {
  return orders.test(text.trim());
}

/** Whether an English sentence with a subject of its own tells no deed and counts nothing, or only asks, thanks or praises. */
export function tellsNoDeed(text: string): boolean {
  const plain = text.trim();
  if (orders.test(plain) || kindWords.test(plain) || ownDoings.test(plain)) return true;
  return (
    ofSomething.test(plain) &&
    !counts.test(plain) &&
    !tellsDeed.test(plain.replace(/\bas (?:discussed|agreed|planned)\b/gi, ' '))
  );
}
