/** Mends words that were typed for others of the same sound: 办接了 for 办结了, 城馆局 for 城管局. */
import { kinds } from '../kinds/all.ts';
import type { UnitName } from './context.ts';
import { movesIn } from './status.ts';
import { soundOf } from './syllables.ts';
import { unitNames } from './unit-names.ts';

/** The words of a life that are long enough to be known by their sound, by their sound. */
let deeds: ReadonlyMap<string, string> | undefined;

function deedsBySound(): ReadonlyMap<string, string> {
  if (deeds) return deeds;
  const found = new Map<string, string>();
  for (const kind of kinds)
    for (const move of Object.values(kind.life.moves))
      for (const word of move.words)
        if (/^[\u4e00-\u9fff]{2}$/.test(word) && !/[了过好完]$/.test(word)) found.set(soundOf(word), word);
  deeds = found;
  return found;
}

/** What a report of a deed ends with. */
const deedEnds = /^(?:了|完了?|好了|掉了)(?=$|[\s,。;!])/;
const endsDeed = /(?:了|完)(?=$|[\s,。;!])/;

/** The text with a deed put right, of the same length; only where no deed is told as it is written. */
export function respelledDeed(text: string): string {
  if (!endsDeed.test(text)) return text;
  if (kinds.some((kind) => movesIn(kind, text).some(({ move }) => move !== 'log'))) return text;
  for (let at = 0; at + 2 <= text.length; at += 1) {
    const said = text.slice(at, at + 2);
    if (!/^[\u4e00-\u9fff]{2}$/.test(said) || !deedEnds.test(text.slice(at + 2))) continue;
    const word = deedsBySound().get(soundOf(said));
    if (word && word !== said) return text.slice(0, at) + word + text.slice(at + 2);
  }
  return text;
}

let units: ReadonlyMap<string, string> | undefined;

function unitsBySound(): ReadonlyMap<string, string> {
  if (units) return units;
  const found = new Map<string, string>();
  for (const [name, full] of unitNames)
    for (const said of [name, ...full]) {
      if (!/^[\u4e00-\u9fff]{2,5}[局委]$/.test(said)) continue;
      // Two names of one sound are told apart by their writing alone.
      found.set(soundOf(said), found.has(soundOf(said)) ? '' : said);
    }
  units = found;
  return found;
}

/** The text with the names of bureaus put right that were typed by their sound. */
export function respelledUnits(text: string, office: readonly UnitName[]): string {
  const known = new Set(office.flatMap((unit) => [unit.name, ...unit.aliases]));
  return text.replace(/[\u4e00-\u9fff]{2,5}?(?=[局委])[局委]/g, (whole) => {
    for (let length = Math.min(6, whole.length); length >= 3; length -= 1) {
      const said = whole.slice(-length);
      const name = unitsBySound().get(soundOf(said));
      if (known.has(said)) return whole;
      if (name === said) return whole;
      if (name && alike(name, said)) return whole.slice(0, -length) + name;
    }
    return whole;
  });
}

/** A name of which most characters stand as they are. */
function alike(name: string, said: string): boolean {
  const same = Array.from(name).filter((character, at) => character === said[at]).length;
  return same * 2 > name.length;
}
