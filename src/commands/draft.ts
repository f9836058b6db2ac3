/** `draft`: a summary of a period, or one section of it, with every figure bound to its records. */
import { writeFileSync } from 'node:fs';
import { dayOf } from '../time/day.ts';
import { parsePeriod } from '../time/period.ts';
import { type Draft, draft as draftSummary } from '../writing/draft.ts';
import { isSectionId, sectionIds } from '../writing/section-plan.ts';
import { type Arguments, type Command, CommandError, option, printJson, printLine, UsageError } from './command.ts';
import { withOffice } from './office.ts';

export const draft: Command = {
  name: 'draft',
  usage: '--period P [--section ID] [--out FILE]',
  summary: 'a summary of 2026, 2026-H1, 2026-Q3, 2026-10 or FROM..TO',
  options: { period: { type: 'string' }, section: { type: 'string' }, out: { type: 'string' } },
  run(args) {
    const asked = readAsked(args);
    return withOffice(args, async (opened) => {
      const asOf = dayOf(opened.clock.now(), opened.zone);
      if (asked.period.from > asOf) throw new CommandError(`period ${asked.name} has not begun`);
      const drafted = await draftSummary(opened.db, {
        ...asked,
        asOf,
        prompts: opened.prompts,
        log,
        ...(opened.model ? { model: opened.model } : {}),
      });
      const { out } = asked;
      if (out !== undefined) writeText(out, drafted);
      if (args.values.json) printJson(drafted);
      else if (out === undefined) printLine(textOf(drafted, false));
      return 0;
    });
  },
};

/** A refused passage is told in the notes of the draft; stderr is for failures. */
const log = { info: () => {}, warn: () => {}, error: () => {} };

function readAsked(args: Arguments) {
  const name = option(args, 'period') ?? args.words[0];
  if (!name) throw new UsageError('draft of which period? taizhang draft --period 2026-H1');
  const period = parsePeriod(name);
  if (!period) throw new UsageError(`"${name}" is no period; say 2026, 2026-H1, 2026-Q3, 2026-10 or FROM..TO`);
  const section = option(args, 'section');
  if (section !== undefined && !isSectionId(section))
    throw new UsageError(`no section "${section}"; there are ${sectionIds.join(', ')}`);
  const out = option(args, 'out');
  if (out !== undefined && !/\.(?:txt|md)$/.test(out)) {
    throw new UsageError(`--out ${out}: only .txt and .md can be written`);
  }
  return { name, period, ...(section === undefined ? {} : { section }), ...(out === undefined ? {} : { out }) };
}

function writeText(out: string, drafted: Draft): void {
  try {
    writeFileSync(out, `${textOf(drafted, out.endsWith('.md'))}\n`);
  } catch (error) {
    throw new CommandError(`cannot write ${out}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Headings and prose, the notes at the end. */
function textOf(drafted: Draft, markdown: boolean): string {
  const heading = (text: string): string => (markdown ? `## ${text}` : text);
  const sections = drafted.sections.map((section) =>
    section.id === 'opening' ? section.text : `${heading(section.heading)}\n\n${section.text}`,
  );
  const notes = drafted.notes.map((note) => (markdown ? `- ${note}` : `· ${note}`));
  return [...sections, ...(notes.length > 0 ? [`${heading('说明（不入正文）')}\n\n${notes.join('\n')}`] : [])].join(
    '\n\n',
  );
}
