/** Lists of words kept in one search tree, so that a text is walked once, however many lists are asked about it. */
import { remember } from './remember.ts';

/** How a word must stand in a text. */
export interface Standing {
  /** No Latin letter or digit may stand right before it. */
  readonly bordered: boolean;
  /** What may not stand right behind it. */
  readonly end: 'any' | 'no letter' | 'no letter or digit';
  /** A blank in it is one blank; otherwise any run of white space. */
  readonly oneBlank?: boolean;
}

export interface Place {
  readonly index: number;
  readonly end: number;
}

/** A list of words in a vocabulary. */
export interface Lexicon {
  /** The longest word at every place where one of the list stands, in reading order; they may overlap. */
  places(text: string): readonly Place[];
}

interface Word extends Standing {
  readonly list: Lexicon;
  readonly length: number;
}

interface Node {
  readonly next: Map<number, Node>;
  readonly words: Word[];
}

const blankCode = 32;
const nothing: readonly Place[] = [];

/** A capital Latin letter as a small one. */
function codeAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 65 && code <= 90 ? code + 32 : code;
}

const isLetter = (code: number) => code >= 97 && code <= 122;
const isDigit = (code: number) => code >= 48 && code <= 57;
const isBlank = (code: number) =>
  code === blankCode || (code >= 9 && code <= 13) || (code > 127 && blank.test(String.fromCharCode(code)));
const blank = /\s/;

function stands(word: Word, text: string, place: Place): boolean {
  if (word.bordered && place.index > 0) {
    const before = codeAt(text, place.index - 1);
    if (isLetter(before) || isDigit(before)) return false;
  }
  if (word.end !== 'any' && place.end < text.length) {
    const after = codeAt(text, place.end);
    if (isLetter(after) || (word.end === 'no letter or digit' && isDigit(after))) return false;
  }
  return !word.oneBlank || place.end - place.index === word.length;
}

export interface Vocabulary {
  /** Adds a list; capital and small Latin letters are one. Null for a list without words. */
  lexicon(words: Iterable<string>, standing: (word: string) => Standing): Lexicon | null;
  /** The lists of which a word stands in the text. */
  lexiconsIn(text: string): Iterable<Lexicon>;
}

/** An empty vocabulary with a memory for the texts it was asked about last. */
export function vocabulary(): Vocabulary {
  const root: Node = { next: new Map(), words: [] };

  const add = (list: Lexicon, word: string, standing: Standing): void => {
    let node = root;
    for (let at = 0; at < word.length; at += 1) {
      const code = codeAt(word, at);
      let next = node.next.get(code);
      if (!next) {
        next = { next: new Map(), words: [] };
        node.next.set(code, next);
      }
      node = next;
    }
    node.words.push({ list, length: word.length, ...standing });
  };

  const walk = (text: string): ReadonlyMap<Lexicon, readonly Place[]> => {
    const found = new Map<Lexicon, Place[]>();
    for (let index = 0; index < text.length; index += 1) {
      let node = root.next.get(codeAt(text, index));
      for (let end = index + 1; node; ) {
        for (const word of node.words) {
          const place = { index, end };
          if (!stands(word, text, place)) continue;
          const places = found.get(word.list);
          if (!places) found.set(word.list, [place]);
          // The longer word takes the place of the shorter one it begins with.
          else if (places.at(-1)!.index === index) places[places.length - 1] = place;
          else places.push(place);
        }
        if (end >= text.length) break;
        const code = codeAt(text, end);
        if (isBlank(code)) {
          node = node.next.get(blankCode);
          if (node) while (end < text.length && isBlank(text.charCodeAt(end))) end += 1;
        } else {
          node = node.next.get(code);
          end += 1;
        }
      }
    }
    return found;
  };

  let walked = remember(walk);

  return {
    lexicon(words, standing) {
      const list: Lexicon = { places: (text) => walked(text).get(list) ?? nothing };
      let size = 0;
      for (const word of new Set(words)) {
        if (!word) continue;
        add(list, word, standing(word));
        size += 1;
      }
      if (size === 0) return null;
      // What is remembered does not know the new list.
      walked = remember(walk);
      return list;
    },
    lexiconsIn: (text) => walked(text).keys(),
  };
}
