/** Tells a journal's name in 《》 from the title of a paper. */

/** Kinds whose papers have titles of their own besides the journal they stand in. */
export const paperKinds: ReadonlySet<string> = new Set(['information', 'research']);

const englishJournals =
  /"([^"]{3,60})"|\b((?:(?!The |Our |Issue |Printed |Published |Put )[A-Z][\w&-]* ){1,4}(?:Bulletin|Brief|Newsletter|Weekly|Gazette|Digest|Journal|Express))\b/;

/** "Supervision Bulletin", the Information Digest: the name an English message gives a journal. */
export function englishJournal(text: string): string | undefined {
  const found = englishJournals.exec(text);
  return found?.[1] ?? found?.[2];
}

export function isJournal(text: string, title: { readonly index: number; readonly end: number }): boolean {
  return (
    /(?:上了?|登(?:了|在|上)?|刊(?:登|载|发)?(?:在|于)?|载于?|在|被|获)[省市]?\s?$/.test(text.slice(0, title.index)) ||
    /^\s?(?:登|采用|用了|采了|收录|转发了|刊发|录用|刊登|选用|第?\s?\d+\s?期)/.test(text.slice(title.end))
  );
}
