/** The plural of an English word or phrase, where it is one thing that can be counted. */

const countable = /^(?:[a-z]+[ -])*[a-z]{3,}$/;
const uncountable = /(?:ed|ing|news|ous|ive|al|able)$/;

/** complaint: complaints; inquiry: inquiries; undefined for what has no plural of its own. */
export function pluralOf(word: string): string | undefined {
  if (!countable.test(word) || uncountable.test(word)) return undefined;
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies');
  if (/(?:ch|sh|x)$/.test(word)) return `${word}es`;
  return word.endsWith('s') ? undefined : `${word}s`;
}
