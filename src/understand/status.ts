/** Which move of a record's life a text tells of, and the state a new record is in that is told at once. */

import type { Move, RecordKind } from '../kinds/kind.ts';
import { numberOf } from '../numbers.ts';
import { allMatches } from '../time/all-matches.ts';
import { remember } from './remember.ts';
import { hitsOf, type Lexicon, lexicon } from './words.ts';

export interface Moved {
  readonly move: string;
  readonly declared: Move;
  readonly index: number;
  readonly end: number;
  readonly said: string;
}

const tables = new WeakMap<RecordKind, { words: Lexicon | null; moves: ReadonlyMap<string, string[]> }>();

function tableOf(kind: RecordKind) {
  const known = tables.get(kind);
  if (known) return known;
  const moves = new Map<string, string[]>();
  for (const [name, move] of Object.entries(kind.life.moves)) {
    for (const word of move.words) {
      for (const said of [word, ...parted(word)]) {
        const key = plain(said);
        moves.set(key, [...new Set([...(moves.get(key) ?? []), name])]);
      }
    }
  }
  const table = { words: lexicon(moves.keys()), moves };
  tables.set(kind, table);
  return table;
}

/** A verb of two characters may be taken apart: 归了档, 归好档, 结了案. */
function parted(word: string): string[] {
  if (!/^[\u4e00-\u9fff]{2}$/.test(word) || /^[已不没未又再被]|[了过好完掉]$/.test(word)) return [];
  return ['了', '好', '完', '过', '掉'].map((between) => word[0] + between + word[1]);
}

function plain(word: string): string {
  return word.replace(/[‘’]/g, "'").toLowerCase().replace(/\s+/g, ' ');
}

const negated =
  /(?:没有?|未|尚未|还没有?|不|不能|待|待其|等着?|等待|(?:等着?|等待|待|正?在?送|呈)[\u4e00-\u9fff]{0,3}(?:领导|区长|市长|主任|书记|局长)|暂不|先不|拟|准备|打算|要求|延期|延长|尽快|抓紧|不用|不必|无需|无须|不再|不会|别|别给我|不要|不许|勿|差点儿?|差一点|险些|几乎|差不多|(?<![很尽加赶较更最挺飞])快|(?<![大表员省市间号])建议|提请|可以|(?<!许)可|(?<![功职智性节产机技])能|能够|应该|应当|快要|即将|马上|随时|not|not yet|to be|never|needs? to|almost|nearly|can|could|may|might|should|must|will|would|shall|(?<!back|up|sent|on|over|referred|passed|handed) to)\s?(?:就|要|被|能|再|送|给|去|进行|正式){0,2}$/i;
/** A limit or a hope before the word: 月底前办结, 争取办结. */
const ahead = /(?:前|之前|内|争取|力争|确保)(?:必须|务必|要|应|须|全部|尽量)?$/;
/** What somebody is told to do by a day has not happened: 要求城管局11月25日反馈. */
const ordered = /(?:要求|责令|责成|限令?|务必|必须)[^,。;已了]{0,16}[日号天周底末一二三四五六][^,。;已了]{0,2}$/;
/** A report, our reply: the thing, not the deed. */
const determined = /\b(?:an?|the|our|their|his|her|this|special|research|work|of|on)\s$/i;
/** 9 answered, one closed: how many of those told. */
const englishShare =
  /(?:^|[,;:]\s|\band )(\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:of them |were |was |have been |has been )*$/i;
const awaited =
  /^ (?:is |was )?(?:wanted|due|needed|expected|required|awaited|outstanding|overdue|pending|deadline|before|by|to be|within)\b/i;
const named = /[a-z] $/;
const undone =
  /^(?:率|数|稿|草稿|初稿|文稿|时限|期限|情况(?! )|之前|以前|前|单位|时间|质量|工作|制度|办法|机制|流程|难|不(?:够|及时|到位|规范|足|力|严|实|准|完)|慢|滞后|偏)/;

const nearly =
  /(?:差点儿?|差一点|险些|几乎|差不多|(?<![很尽加赶较更最挺飞])快|可以|(?<![大表员省市间号])建议|提请|预计|快要|即将|马上|随时|能够?)(?:就|要|被|能|会|再|正式|全部){0,2}$/;

/** Whether a deed is named only as one that is near or advised: 快销号了, 可以办结, 建议销号. */
export function isOnlyNear(kind: RecordKind, text: string): boolean {
  return (
    hitsOf(tableOf(kind).words, text).some((hit) => nearly.test(text.slice(Math.max(0, hit.index - 8), hit.index))) &&
    movesIn(kind, text).length === 0
  );
}

function isNear(hit: { index: number; text: string }, text: string): boolean {
  return negated.test(text.slice(Math.max(0, hit.index - 8), hit.index)) && !/^(?:不|没|未)/.test(hit.text);
}

/** The moves told, in reading order; words that are denied, hoped for or part of a name are none. */
/** @param count the quantity told: a move with another number behind it has happened to a part only (86封 办结85) */
export function movesIn(kind: RecordKind, text: string, count?: number): Moved[] {
  const table = tableOf(kind);
  return [...hitsOf(table.words, text), ...partedHits(text, table.moves)].flatMap((hit): Moved[] => {
    const before = text.slice(Math.max(0, hit.index - 8), hit.index);
    const asked = /要求\s?$/.test(before) && table.moves.get(plain(hit.text))?.includes('redo');
    // 督办完成80%: the deed is 完成.
    if (/完$/.test(hit.text) && text[hit.end] === '成') return [];
    if (isNear(hit, text) && !asked) return [];
    // 呈批了 has been put before somebody, 呈批件 is what is.
    if (/批$/.test(hit.text) && text[hit.end] === '件' && !/[了过]/.test(hit.text)) return [];
    if (/^批/.test(hit.text) && /[呈报送签]$/.test(before)) return [];
    // 重新办好了 has been done again.
    if (/^重新?办$/.test(hit.text) && /^[好完结妥]/.test(text.slice(hit.end))) return [];
    // 还没受理 is no refusal: it waits.
    if (/^(?:没|未)/.test(hit.text) && /(?:还|尚|暂|暂时|目前)$/.test(before)) return [];
    // 14 received, 9 answered: the nine are a part of them.
    const share = count === undefined ? null : englishShare.exec(text.slice(0, hit.index));
    if (share && (numberOf(share[1]!.toLowerCase()) ?? count!) < count! && /[a-z]/i.test(hit.text)) return [];
    const part = count === undefined ? null : /^了?\s*(\d+)/.exec(text.slice(hit.end));
    if (part && Number(part[1]) !== count && count !== undefined && Number(part[1]) < count) return [];
    if (/^[a-z]+$/i.test(hit.text) && !/ed$/i.test(hit.text) && determined.test(before)) return [];
    // Reply wanted by 20 January, the flood report: what is awaited, or the thing itself.
    if (/^(?:reply|report)$/i.test(hit.text) && (awaited.test(text.slice(hit.end)) || named.test(before))) return [];
    if (
      /完成了?$/.test(hit.text) &&
      /^\s*(?:了|约|近|到|至|率|进度)*\s*(?:\d|[一二三四五六七八九]成)/.test(text.slice(hit.end)) &&
      !/^\s*了?\s*\d+\s*[项件个条]/.test(text.slice(hit.end))
    )
      return (table.moves.get(plain(hit.text)) ?? [])
        .filter((move) => move === 'progress')
        .map((move) => ({ move, declared: kind.life.moves[move]!, index: hit.index, end: hit.end, said: hit.text }));
    if (ahead.test(before) || undone.test(text.slice(hit.end))) return [];
    if (ordered.test(text.slice(Math.max(0, hit.index - 24), hit.index)) && !/^了/.test(text.slice(hit.end))) return [];
    return (table.moves.get(plain(hit.text)) ?? []).map((move) => ({
      move,
      declared: kind.life.moves[move]!,
      index: hit.index,
      end: hit.end,
      said: hit.text,
    }));
  });
}

const partedVerbs =
  /\b(?<verb>sent|handed|turned|signed|put|wrapped|called|bounced|ticked|gave|struck|passed)\s+(?:[\w'.-]+\s+){1,6}?(?<rest>back|down|off|out|up|right)\b/gi;

const partedIn = remember((text) => allMatches(partedVerbs, text));

/** English verbs of two words take what they are done to between them: sent suggestion 14 back, turned it down. */
function partedHits(
  text: string,
  moves: ReadonlyMap<string, string[]>,
): { text: string; index: number; end: number }[] {
  return partedIn(text).flatMap((match) => {
    const said = `${match.groups!.verb} ${match.groups!.rest}`.toLowerCase();
    return moves.has(said) ? [{ text: said, index: match.index, end: match.index + match.groups!.verb!.length }] : [];
  });
}

/** How far along a state is: the order in which the kind declares them. */
function rank(kind: RecordKind, state: string | undefined): number {
  return state === undefined ? -1 : Object.keys(kind.life.states).indexOf(state);
}

const notReached: ReadonlySet<string> = new Set(['withdraw', 'restore', 'undo', 'amend', 'log']);
/** A first draft that is written is still a draft. */
const firstDraft = /初稿|草稿|讨论稿|征求意见稿|拟稿|拟好|草拟|first draft/i;
const drafting =
  /起草|草拟|拟稿|拟好|拟文|拟了|拟写|送审|送核|会签|初稿|草稿|征求意见|正在|在改|(?:^|[\s,。]|我们|还)在(?:写|拟|改|弄)|(?:开始|着手|动手)(?:写|改|拟|弄)|动笔|还在|修改中|没写完|还没(?:送核|送审|送签)|\bdrafts?\b|drafting|first draft|in draft|being drafted|is being|am (?:drafting|writing)/i;

const draftDone =
  /起草完(?:了|毕|成|$)|起草的?(?!.*(?:正在|还在|没|未|初稿|征求意见)).*(?:定稿|完稿|成稿|脱稿|交稿|结题|写完|写好|印发|签发|出台|发出)(?:了|$|[\s,。;])/;

/** The state of a record first told in it; undefined where nothing was said. */
export function stateIn(
  kind: RecordKind,
  text: string,
  said: { readonly told: ReadonlySet<string>; readonly led: boolean; readonly count?: number },
): string | undefined {
  // A unit that is given the matter has been given it.
  let state = said.led ? kind.life.moves.assign?.to : undefined;
  for (const moved of movesIn(kind, text, said.count)) {
    if (notReached.has(moved.move) || moved.declared.to === undefined) continue;
    if (rank(kind, moved.declared.to) > rank(kind, state)) state = moved.declared.to;
  }
  const implied = impliedState(kind, said.told);
  if (rank(kind, implied) > rank(kind, state)) state = implied;
  const first = kind.life.states[kind.life.first];
  if (first?.counted !== false) return state;
  if (
    draftedPapers.has(kind.id) &&
    /\bdrafted\b/i.test(text) &&
    !/\b(?:issued|reviewed|sent out|adopted|published|in force|repealed)\b/i.test(text)
  )
    return kind.life.first;
  if (firstDraft.test(text) && !/定稿|印发|签发|印了|finali[sz]ed/i.test(text)) return kind.life.first;
  // 给区长起草的讲话稿交稿了: what was drafted is done.
  if (state !== undefined && draftDone.test(text.replace(/《[^》]{0,200}》/g, ''))) return state;
  // What begins as a draft is told as a draft only where the words say so.
  if (state !== undefined && !drafting.test(text)) return state;
  if (drafting.test(text)) return state !== undefined && !/正在|还在|起草|没/.test(text) ? state : kind.life.first;
  return Object.entries(kind.life.states).find(([id, one]) => one.counted && id !== 'withdrawn')?.[0];
}

const draftedPapers: ReadonlySet<string> = new Set(['outgoing', 'institution', 'regulation']);
/** How a thing ended is known when it has. */
const endings: ReadonlySet<string> = new Set(['outcome', 'reply', 'decision']);

/** A score or a number of copies is known only once the move has happened that brings it. */
function impliedState(kind: RecordKind, told: ReadonlySet<string>): string | undefined {
  for (const [name, field] of Object.entries(kind.fields)) {
    if (!told.has(name) || !(field.type === 'number' || endings.has(name))) continue;
    const bringing = Object.values(kind.life.moves).filter((move) => move.sets?.includes(name));
    if (bringing.length === 1 && bringing[0]?.to) return bringing[0].to;
  }
  return undefined;
}
