/** In which language a text is told: Chinese names of papers in an English sentence do not make it Chinese. */

const han = /[\u4e00-\u9fff]/g;
/** Names that stay Chinese in any sentence: 政办发〔2026〕12号, 案-2026-037, 《…》. */
const names =
  /《[^》\n]*》|[\u4e00-\u9fff]+\s*[〔[((【]\s*(?:19|20)\d\d\s*[〕\]))】]\s*第?\d+\s*号?|(?<!\d)\d{1,4}号|[\u4e00-\u9fff]{1,2}\s?-\s?\d{4}\s?-\s?\d{3,}/g;

/** Whether the sentence is English: it has words, and none of them Chinese but names of papers. */
export function isEnglish(text: string): boolean {
  return /[a-z]{2}/i.test(text) && !text.replace(names, ' ').match(han);
}

/** Whether English is what its speaker mostly speaks in it: a Chinese name or two stand among English words. */
export function isMostlyEnglish(text: string): boolean {
  const plain = text.replace(names, ' ');
  const words = plain.match(/[a-z]{2,}/gi)?.length ?? 0;
  const characters = plain.match(han)?.length ?? 0;
  return words > 0 && (characters === 0 || (words >= 4 && characters <= words));
}
