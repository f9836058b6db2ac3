/** Drafts a summary: facts, then prose with tokens, then the figures put in by the program, then the finished text checked. */
import { kindOf, kinds } from '../kinds/all.ts';
import type { Log, Model } from '../ports.ts';
import type { Db } from '../store/db.ts';
import { selectEntries } from '../store/entries.ts';
import type { Day } from '../time/day.ts';
import { contains, type Period } from '../time/period.ts';
import { unboundFigures } from './check.ts';
import { type Fact, type FigureFact, fill, type Name, tokenPattern, tokensIn } from './fact.ts';
import { type FactSheet, factSheet } from './facts.ts';
import { outline } from './outline.ts';
import { nothing, template } from './passages.ts';
import { wordsOf } from './phrase.ts';
import { rewrite } from './rewrite.ts';
import type { SectionId, SectionPlan } from './section-plan.ts';
import { type Term, termOf } from './term.ts';

export interface DraftRequest {
  /** As it was asked for: `2026`, `2026-H1` … */
  readonly name: string;
  readonly period: Period;
  readonly section?: SectionId;
  readonly asOf: Day;
  readonly model?: Model;
  readonly prompts: Readonly<Record<string, string>>;
  readonly log: Log;
  readonly patienceMs?: number;
}

export interface DraftSection {
  readonly id: SectionId;
  readonly heading: string;
  readonly text: string;
  readonly facts: readonly Fact[];
  /** Titles and topics in the text, with the records behind them. */
  readonly names: readonly { readonly id: string; readonly text: string; readonly numbers: readonly string[] }[];
  readonly unbound: readonly string[];
}

export interface Draft {
  readonly period: string;
  readonly sections: readonly DraftSection[];
  readonly notes: readonly string[];
}

export async function draft(db: Db, request: DraftRequest): Promise<Draft> {
  const term = termOf(request.period, request.asOf);
  // A section by itself has no number before its heading.
  const plans = request.section === undefined ? outline : outline.flatMap((plan) => alone(plan, request.section));
  const prepared = numbered(plans.map((plan) => prepare(db, request, { plan, term })));
  const written = await Promise.all(prepared.map((one) => write(one, request)));
  const empty = written.filter(({ section }) => section.text === nothing).map(({ section }) => section.heading);
  return {
    period: request.name,
    sections: written.map(({ section }) => section),
    notes: [
      ...(empty.length > 0 ? [`未见记录的板块：${empty.join('；')}`] : []),
      ...roughNotes(written.map(({ section }) => section)),
      ...new Set(written.flatMap(({ notes }) => notes)),
      ...uncountedNotes(db, request),
    ],
  };
}

interface Prepared extends FactSheet {
  readonly plan: SectionPlan;
  readonly skeleton: string;
  readonly term: Term;
}

function alone(plan: SectionPlan, section: SectionId | undefined): SectionPlan[] {
  return plan.id === section ? [{ ...plan, heading: plan.heading.replace(/^[一二三四五六七八九十]+、/, '') }] : [];
}

function prepare(db: Db, request: DraftRequest, { plan, term }: { plan: SectionPlan; term: Term }): Prepared {
  const sheet = factSheet(db, { period: request.period, asOf: request.asOf, plan });
  const skeleton = template(plan.id, wordsOf(sheet, term));
  const used = new Set(tokensIn(skeleton));
  return {
    plan,
    skeleton,
    term,
    facts: sheet.facts.filter((fact) => used.has(fact.id)),
    names: sheet.names.filter((name) => used.has(name.id)),
    notes: sheet.notes,
  };
}

/** Ids run through the whole draft, so that f12 is one fact and no other. */
function numbered(sections: readonly Prepared[]): Prepared[] {
  let next = { f: 1, t: 1 };
  return sections.map((section) => {
    const ids = new Map<string, string>();
    const facts = section.facts.map((fact, index): FigureFact => {
      ids.set(fact.id, `f${next.f + index}`);
      return { ...fact, id: `f${next.f + index}` };
    });
    const names = section.names.map((name, index): Name => {
      ids.set(name.id, `t${next.t + index}`);
      return { ...name, id: `t${next.t + index}` };
    });
    next = { f: next.f + facts.length, t: next.t + names.length };
    const skeleton = section.skeleton.replace(tokenPattern, (_, id: string) => `⟦${ids.get(id) ?? id}⟧`);
    return { ...section, facts, names, skeleton };
  });
}

async function write(one: Prepared, request: DraftRequest): Promise<{ section: DraftSection; notes: string[] }> {
  const { plan, names } = one;
  const notes = [...one.notes];
  const finish = (skeleton: string): DraftSection => {
    const text = fill(skeleton, one);
    const terms = [one.term.label];
    return {
      id: plan.id,
      heading: plan.heading,
      text,
      facts: one.facts.map(({ id, measure, value, precision, text, numbers }) => ({
        id,
        measure,
        value,
        precision,
        text,
        numbers,
      })),
      names: names.map(({ id, text, numbers }) => ({ id, text, numbers })),
      unbound: unboundFigures(text, { facts: one.facts, names, terms }),
    };
  };
  const own = finish(one.skeleton);
  if (!request.model || one.facts.length + names.length === 0) return { section: own, notes };
  const rewritten = await rewrite(
    { heading: plan.heading, skeleton: one.skeleton, facts: one.facts, names },
    {
      model: request.model,
      prompts: request.prompts,
      log: request.log,
      ...(request.patienceMs === undefined ? {} : { patienceMs: request.patienceMs }),
    },
  );
  if ('kept' in rewritten)
    return { section: own, notes: [...notes, `${plan.heading}：用模板成稿（${rewritten.kept}）`] };
  const smooth = finish(rewritten.skeleton);
  if (smooth.unbound.length === 0) return { section: smooth, notes };
  return { section: own, notes: [...notes, `${plan.heading}：用模板成稿（模型的稿子有无出处的数字）`] };
}

function roughNotes(sections: readonly DraftSection[]): string[] {
  const rough = sections.flatMap((section) => section.facts.filter((fact) => fact.precision !== 'exact'));
  return rough.length === 0 ? [] : [`约数照登记的写，不作精确数：${rough.map((fact) => fact.text).join('、')}`];
}

/** Plans, drafts and cancelled things stay out of the text; their numbers are told so that nobody misses them. */
function uncountedNotes(db: Db, { period, asOf, section }: DraftRequest): string[] {
  if (section !== undefined) return [];
  const left = kinds.flatMap((kind) =>
    selectEntries(db, { kind: kind.id, asOf }).filter(
      (entry) => contains(period, entry.on) && kindOf(entry.kind)?.life.states[entry.status]?.counted === false,
    ),
  );
  if (left.length === 0) return [];
  const shown = left.slice(0, 12).map((entry) => entry.no);
  return [`计划、起草、取消、撤销的记录没有写入：${shown.join('、')}${left.length > shown.length ? '等' : ''}`];
}
