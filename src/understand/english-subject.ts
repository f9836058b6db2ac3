/** What an English text is about: the phrase behind about or on, else what stands before the thing's own name. */

/** Words at the edge of a phrase that belong to the sentence and not to the thing. */
const edge = new RegExp(
  `^(?:(?:${[
    'we|i|he|she|they|it|you|our|us|my|their|its|his|her|your|them|me|somebody|someone|something',
    'the|an?|this|that|these|those|there|here|some|any|all|both|each|no|not|only|just|also|then|again|already|now|still|finally|yet|so|as',
    'on|about|through|at|in|of|for|from|to|by|and|or|but|with|without|into|under|over|out|up|off|down|regarding|concerning|re|against|between|among|per|via',
    'was|were|is|are|am|be|been|being|has|have|had|do|does|did|will|would|can|could|should|shall|may|must',
    'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|first(?! aid)|second|third|another|other|others|more|new(?! year)|latest|last|next|further|several|many|altogether|total|yuan|rmb|million|people|copies',
    'please|log|record|note|register|registered|logged|came|come|given|gave|sent|got|get|received|receive|scheduled|passed|asked|said|held|hold|done|took|take|taken|made|make|put|set|went|go|gone|brought|issued|published|printed|submitted|found|fixed|discussed|attended|finished|completed|opened|closed|handed|assigned|accepted|drafted|drafting|wrote|writing|written|drew|gathered|looked after|looking|looked|complaining|complained|complains|asking|asks|write|write up|round|around|shows|showed|shown|revealed|revealing|noted|noting|applicants?|planning|applied|applying|used|reworked|surprise|gave|led|did|had|hosted|welcomed|arrived|visited|inspected|checked|replied|answered|dispatched|bought|built|wants?|wanted|needs?|starts?|started|begins?|began|adopted|answering|approved|arranged|arranging|borrowed|bought|buying|carried|chaired|changed|circulated|closing|coached|coordinated|coordinating|digiti[sz]ed|digiti[sz]ing|disclosed|drafted|dropped|filed|filing|fixing|forwarded|going|handed|handing|handled|handling|helped|helping|holding|inspecting|installed|introduced|issuing|launched|launching|listed|mediated|mended|offered|organi[sz]ed|organi[sz]ing|placed|placing|posted|posting|printed|printing|publishing|pulled|pulling|putting|ran|receiving|referred|refused|rejected|released|repaired|repairing|repealed|replaced|replying|reviewed|reviewing|revised|revising|scanned|scanning|sending|settled|settling|signed|sorted|sorting|studied|taking|trained|transferred|transferring|turned|updated|updating|upgraded|upgrading|uploaded|visiting|withdrew|writes|brief|today|yesterday|morning|afternoon|evening|week|month|ok|fyi|hi|hello|sorry|thanks',
  ].join('|')})(?:['’](?:s|re|ve|d|ll|t))?(?:\\s+|$))+`,
  'i',
);
const tail =
  /(?:(?:^|\s+)(?:the|an?|this|that|our|their|its|his|her|on|about|through|at|in|of|for|from|to|by|and|or|but|with|into|under|over|regarding|concerning|was|were|is|are|be|been|has|have|had|it|we|they|he|she|in total|altogether|together|today|yesterday|please|too|as well|so far|now|again|one|a new|new|came|went|took|held|done|received|planned|via|as|listed|handled|repealed|rejected|viewed|consulted|borrowed|adopted|completed|turned down|abolished|scheduled|finished|logged|redesigned|revised|put|met|placed|upgraded|updated|drafted|being|respondent|lead|lead unit|stands?|filed|no|nos|no\.|number|out|up|all|both))+[\s,.'-]*$/i;
/** Where a phrase ends: verbs of the sentence and who or what came along. */
const border =
  /\s+(?:was|were|is|are|am|has|have|had|will|would|came|arrived|went|took|appeared|participated|visited|attended|voted|which|that|who|whose|where|because|since|with|by|after|before|during|until|between|accompanied|together|passed on|handed|assigned|referred|forwarded|sent|put|settled|reached|reported|due|asking|aiming|said|says|listed|made public|put on|looked up|pointed out|on (?:the|our) (?:official |government )?(?:website|portal|wechat|account)|asks|wants|needs|requests|complain(?:s|ed|ing)|accompanied)(?=\s|$)/i;
const fillers =
  /^(?:\d+(?:st|nd|rd|th)|january|february|march|april|may|june|july|august|september|october|november|december|judge?ment|away|original decision|documents from outside|decision issued|decision|case filed|villagers|talks|bureaus|theirs|papers?|working days?|reply deadline|inspect|noon|online|screen|fuel|airport|district|economic|municipal|city|provincial|government|trips?|cars?|canteen served|met|voted|leaders?|leader|assessment|inspection|audit|self-check|aim|news|portal|touch screen|lawyer|resident wrote|matters handled|place|files finished|two|three|four|five|six|website|in full|full|time|force|score|oral|copies|lookups?|readers?|colleagues?|inspectors?|officials?|clerks?|team|volunteers|trainees|requests?|applications?|documents?|notices?|complaints?|letters?|meetings?|trainings?|sessions?|reports?|instructions?|proposals?|suggestions?|tasks?|plans?|visits?|delegations?|groups?|activit(?:y|ies)|volumes|archives?|files?|party|committee|bureau|office|public|key|clear|right|urgent|normal|special|joint|lead|led|lead unit|unit|deadline|report|reply|answer|responsible|in charge|in the lead|co-handled|supported|main|case|cases|item|items|piece|pieces|matter|matters|thing|things|no|nos|number|not|yes|total|action|read only|reading|members?|guests|staff|persons?|participants|attendees|visitors|spot|the spot|on the spot|problems?|nothing wrong|nothing|everything|fine|ok|good|done|result|outcome|class|category|satisfied|deput(?:y|ies)|both deputies|took part|part|present|once|twice|times|days?|weeks?|months?|years?|points?|copies|pages|volumes|articles|topics|sites|places|early|late|successfully|complete|completed|half|most|rest|end|the end|people|all staff|resident|residents|citizen|citizens|someone|still|quiet|all quiet|incident|without incident|in all|all in all|update|great hall)$/i;
const places = /^(?:at|in|near)\s/i;
const topical: readonly (readonly [RegExp, number])[] = [
  [/^(?:about|concerning|regarding|re|asking (?:how to|about|for)|how to)\s/i, 5],
  [/^(?:complain(?:ing|ed|s)|asking|asked|asks) (?:of|about|for|how|to)\s/i, 5],
  [/^(?:looking (?:at|into)|on|over|into|against)\s/i, 4],
  [/^of\s(?!(?:the )?(?:district|office|city|province)\b)/i, 3.5],
  [/^(?:for|to)\s/i, 2],
  [/^(?:at|in|near|from|by|with)\s/i, 0],
];

/** A verb alone says nothing of what it was done to. */
const bareDeed = /^(?:draft |work |writing )?[a-z]+ed$/i;
/** Case on a market fine, request to hire six lifeguards: the sort of thing, before what it is about. */
const opener =
  /^(?:(?:applied |asked |asking |applying )?for (?:the )?disclosure|(?:reply )?deadline|due date|time limit|(?:round|around) (?:a|the|one) table|cases?|matters?|applications?|requests?|issues?|parties|pieces?|items?|talks?|checks?|look-?ups?) (?=(?:on|about|over|of|for|to|concerning|regarding)\s)/i;
/** The Sports Bureau's request: what is left of the owner whose name was taken out. */
const owned = /^['’]s\s+/;

/**
 * The phrases left when everything known has been taken out, the one the text is about first.
 * @param blanked the text with spaces where days, figures, units and the kind's own words stood
 */
export function englishParts(blanked: string): string[] {
  const phrases = blanked
    .split(/\s{2,}|[,.;:!?()"“”《》\n]+/)
    .flatMap((chunk) => chunk.trim().split(border))
    .flatMap((chunk) =>
      chunk.split(
        /\s+(?=(?:about|concerning|regarding)\s)|(?<=\b(?:villagers|residents|citizens|parents|people|tenants|shopkeepers|traders))\s+(?=(?:on|over|against)\s)/i,
      ),
    )
    .map((raw, place) => ({ place, weight: weightOf(raw.trim().replace(opener, '')), text: trimmed(raw) }))
    .filter(({ text }) => /\p{L}{2}/u.test(text) && !fillers.test(text) && !bareDeed.test(text));
  return phrases.sort((a, b) => b.weight - a.weight || a.place - b.place).map(({ text }) => text);
}

function weightOf(raw: string): number {
  const told = topical.find(([pattern]) => pattern.test(raw));
  return told ? told[1] : places.test(raw) ? 0 : 3;
}

function trimmed(raw: string): string {
  let text = raw.trim();
  for (let round = 0; round < 4; round += 1) {
    const before = text;
    text = text.replace(owned, '').replace(opener, '').replace(edge, '').replace(tail, '').trim();
    if (text === before) break;
  }
  return text.replace(/^[\s'’-]+|(?:['’]s)?[\s'’-]+$|['’]s$/g, '');
}
