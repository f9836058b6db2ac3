/** The tables in the documents that are drawn from the code: kinds with their examples, office settings, the glossary. */
import { kinds } from '../src/kinds/all.ts';
import type { Lang } from '../src/reply.ts';
import { officeSettings } from '../src/store/office-settings.ts';
import { callsTable, eventsTable, scopesTable } from './feishu-tables.ts';

/** Every kind with sentences that are really filed. */
export function kindsTable(lang: Lang): string {
  const zh = lang === 'zh';
  const rows = kinds.map((kind) => {
    const said = kind.examples
      .filter((example) => example.lang === lang)
      .slice(0, 2)
      .map((example) => (zh ? `「${example.text}」` : `“${example.text}”`));
    const fields = Object.values(kind.fields).map((field) => field.label[lang]);
    return `| ${kind.title[lang]} | ${kind.counts[lang]} | ${said.join('<br>')} | ${fields.join(zh ? '、' : ', ')} |`;
  });
  const head = zh ? '| 类型 | 计数 | 这样说 | 可以说到 |' : '| kind | counted in | say | may tell |';
  return [head, '| --- | --- | --- | --- |', ...rows].join('\n');
}

export function officeSettingsTable(lang: Lang): string {
  const rows = Object.entries(officeSettings).map(([name, { standard, meaning, example }]) => {
    const shown = example
      ? lang === 'zh'
        ? `${meaning.zh}，例如 \`${example}\``
        : `${meaning.en}, for example \`${example}\``
      : meaning[lang];
    return `| \`${name}\` | ${standard} | ${shown} |`;
  });
  const head = lang === 'zh' ? '| 名字 | 默认 | 含义 |' : '| name | default | meaning |';
  return [head, '| --- | --- | --- |', ...rows].join('\n');
}

/** Every kind, state and move with its id and both names. */
export function glossaryTable(): string {
  const lines = kinds.flatMap((kind) => {
    const states = Object.entries(kind.life.states).map(
      ([id, state]) => `\`${id}\` ${state.label.zh} ${state.label.en}`,
    );
    return `| \`${kind.id}\` | ${kind.title.zh} | ${kind.title.en} | ${kind.prefix} | ${states.join('<br>')} |`;
  });
  const moves = new Map(
    kinds.flatMap((kind) => Object.entries(kind.life.moves).map(([id, move]) => [id, move.label] as const)),
  );
  return [
    '| id | 类型 | kind | 编号 | 状态 states |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
    '',
    '| id | 变动 | move |',
    '| --- | --- | --- |',
    ...[...moves].sort().map(([id, label]) => `| \`${id}\` | ${label.zh} | ${label.en} |`),
  ].join('\n');
}

/** Which marker in which document holds which table. */
export const docTables: readonly { readonly file: string; readonly marker: string; readonly table: () => string }[] = [
  { file: 'docs/clerks.zh-CN.md', marker: 'kinds:zh', table: () => kindsTable('zh') },
  { file: 'docs/clerks.md', marker: 'kinds:en', table: () => kindsTable('en') },
  { file: 'docs/administrators.zh-CN.md', marker: 'office-settings:zh', table: () => officeSettingsTable('zh') },
  { file: 'docs/administrators.md', marker: 'office-settings:en', table: () => officeSettingsTable('en') },
  ...(['zh', 'en'] as const).flatMap((lang) => {
    const file = lang === 'zh' ? 'docs/feishu-setup.zh-CN.md' : 'docs/feishu-setup.md';
    return [
      { file, marker: `scopes:${lang}`, table: () => scopesTable(lang) },
      { file, marker: `events:${lang}`, table: () => eventsTable(lang) },
      { file, marker: `calls:${lang}`, table: () => callsTable(lang) },
    ];
  }),
  { file: 'docs/glossary.md', marker: 'kinds', table: glossaryTable },
];

/** The text with what stands between `<!-- marker -->` and `<!-- /marker -->` replaced. */
export function filled(text: string, marker: string, content: string): string {
  const [start, end] = [`<!-- ${marker} -->`, `<!-- /${marker} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`no marker ${marker}`);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}
