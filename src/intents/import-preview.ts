/** What a file of records would bring, before anything of it is written: counts, first rows, faults, and the question. */
import { kindOf } from '../kinds/all.ts';
import { oneOf, valueLabel } from '../kinds/kind.ts';
import { type Block, type Button, type Lang, plain, type Reply, type Text } from '../reply.ts';
import type { SentFault, SentFile, SentLine } from '../store/sent-files.ts';
import { faultLine, kindsText } from './import-file.ts';

const mostRows = 5;
const mostFaults = 10;

export interface Preview {
  readonly file: Pick<SentFile, 'key' | 'name' | 'lines'>;
  /** What the import of the whole file would do. */
  readonly records: number;
  readonly known: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly faults: readonly SentFault[];
  readonly notes: readonly Text[];
}

export function previewReply(preview: Preview, lang: Lang): Reply {
  const zh = lang === 'zh';
  const { file, records, known, faults } = preview;
  const name = plain(file.name);
  const counts = [
    ...(records > 0
      ? [
          zh
            ? `可以导入 **${records} 条**：${kindsText(preview.kinds, lang)}`
            : `**${records} records** can be imported: ${kindsText(preview.kinds, lang)}`,
        ]
      : [zh ? '没有可以导入的记录。' : 'There is nothing to import.']),
    ...(known > 0
      ? [
          zh
            ? `另有 ${known} 条原已在册，不会重复记`
            : `${known} are in the ledger already and will not be counted twice`,
        ]
      : []),
    ...(faults.length > 0
      ? [zh ? `**${faults.length} 行**有问题，不会导入` : `**${faults.length} rows** are faulty and stay out`]
      : []),
  ];
  return {
    lang,
    tone: records === 0 || faults.length > 0 ? 'warn' : 'plain',
    title: records > 0 ? (zh ? `导入「${name}」？` : `Import “${name}”?`) : zh ? `「${name}」` : `“${name}”`,
    blocks: [
      { type: 'text', text: counts.join('\n') },
      ...(preview.notes.length > 0
        ? [{ type: 'note' as const, text: preview.notes.map((note) => plain(note[lang])).join('\n') }]
        : []),
      ...firstRows(file.lines, lang),
      ...faultBlocks(faults, lang),
      ...(records > 0 ? [{ type: 'buttons' as const, buttons: buttonsFor(preview, lang) }] : []),
    ],
  };
}

function buttonsFor({ file, records, faults }: Preview, lang: Lang): Button[] {
  const zh = lang === 'zh';
  const all = faults.length === 0;
  return [
    {
      label: all
        ? zh
          ? `导入 ${records} 条`
          : `Import ${records}`
        : zh
          ? `导入没有问题的 ${records} 条`
          : `Import the ${records} good ones`,
      style: 'primary',
      intent: { do: 'import', file: file.key, take: all ? 'all' : 'good' },
    },
    { label: zh ? '不导入' : 'Leave it', intent: { do: 'import', file: file.key, take: 'none' } },
  ];
}

function firstRows(lines: readonly SentLine[], lang: Lang): Block[] {
  const zh = lang === 'zh';
  const rows = lines.slice(0, mostRows).flatMap((line) => {
    const row = rowOf(line.text, lang);
    return row ? [row] : [];
  });
  if (rows.length === 0) return [];
  return [
    {
      type: 'table',
      columns: [
        { key: 'kind', label: zh ? '类型' : 'kind' },
        { key: 'on', label: zh ? '日期' : 'day' },
        { key: 'title', label: zh ? '标题' : 'title' },
        { key: 'state', label: zh ? '状态' : 'state' },
        { key: 'fields', label: zh ? '内容' : 'fields' },
      ],
      rows,
    },
    ...(lines.length > rows.length
      ? [
          {
            type: 'note' as const,
            text: zh
              ? `前 ${rows.length} 行，共 ${lines.length} 行`
              : `the first ${rows.length} of ${lines.length} rows`,
          },
        ]
      : []),
  ];
}

function rowOf(text: string, lang: Lang): Record<string, string> | undefined {
  const line = parsed(text);
  const kind = typeof line?.kind === 'string' ? kindOf(line.kind) : undefined;
  if (!line || !kind) return undefined;
  const fields = Object.entries((line.fields ?? {}) as Record<string, never>).map(
    ([name, value]) => `${kind.fields[name]?.label[lang] ?? name} ${valueLabel(kind.fields[name], value, lang)}`,
  );
  const unit = typeof line.unit === 'string' ? [line.unit] : [];
  return {
    kind: oneOf(kind, lang),
    on: String(line.on ?? ''),
    title: plain(String(line.title ?? '')),
    state: kind.life.states[String(line.status ?? kind.life.first)]?.label[lang] ?? '',
    fields: plain([...unit, ...fields].join(lang === 'zh' ? '，' : ', ')),
  };
}

function faultBlocks(faults: readonly SentFault[], lang: Lang): Block[] {
  if (faults.length === 0) return [];
  const zh = lang === 'zh';
  const more = faults.length - mostFaults;
  const lines = faults.slice(0, mostFaults).map((fault) => faultLine(fault, lang));
  if (more > 0) lines.push(zh ? `……还有 ${more} 行` : `… ${more} more`);
  return [{ type: 'text', text: `${zh ? '**有问题的行**' : '**Faulty rows**'}\n${lines.join('\n')}` }];
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
