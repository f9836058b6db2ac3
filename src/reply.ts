/** What the bot can answer, in blocks that know no vendor; a skin draws them. */

/** The languages the bot speaks. */
export type Lang = 'zh' | 'en';

/** A text for people in both languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** Something to do, as plain JSON: read from a message, held by a button, or struck by the clock. */
export type Intent = { readonly do: string } & Record<string, unknown>;

/**
 * What was asked back and is still open: a value of a record, which of several records is meant, or which record a
 * message was about.
 */
export type Pending =
  | { readonly no: string; readonly field: string }
  | { readonly choose: Intent }
  | { readonly about: string };

export interface Button {
  readonly label: string;
  readonly intent: Intent;
  readonly style?: 'default' | 'primary' | 'danger' | 'quiet';
  /** Asked before the press counts. */
  readonly confirm?: string;
}

/** One input of a form. `name` is the key under which the value comes back. */
export interface Input {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'day' | 'number' | 'choice';
  readonly value?: string;
  readonly required?: boolean;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

/** The record a block is drawn from, and how, so that it can be drawn anew when the record has changed. */
export interface RecordView {
  readonly no: string;
  readonly as: 'head' | 'lines' | 'fields';
}

/**
 * Texts of blocks are plain text; a skin escapes them. `**strong**` is the only mark-up, used by the program alone:
 * user text is passed through `plain()` first.
 */
export type Block =
  | { readonly type: 'text'; readonly text: string; readonly record?: RecordView }
  | { readonly type: 'note'; readonly text: string }
  | {
      readonly type: 'fields';
      /** `assumed` marks a value the speaker did not say. */
      readonly items: readonly { readonly label: string; readonly value: string; readonly assumed?: boolean }[];
      readonly record?: RecordView;
    }
  | {
      readonly type: 'table';
      readonly columns: readonly { readonly key: string; readonly label: string; readonly numeric?: boolean }[];
      readonly rows: readonly Readonly<Record<string, string>>[];
    }
  | {
      readonly type: 'chart';
      readonly shape: 'bar' | 'line' | 'pie';
      readonly points: readonly { readonly x: string; readonly y: number; readonly series?: string }[];
    }
  | { readonly type: 'buttons'; readonly buttons: readonly Button[] }
  | { readonly type: 'form'; readonly name: string; readonly inputs: readonly Input[]; readonly submit: Button }
  | { readonly type: 'fold'; readonly title: string; readonly blocks: readonly Block[] }
  | { readonly type: 'line' };

/** A table of records that goes with a reply: drawn from the ledger when it is sent or fetched. */
export interface ReplyFile {
  /** Without its ending, which depends on what can be written. */
  readonly name: string;
  readonly nos: readonly string[];
}

/** A reply without blocks is no card: only its title is shown, for a moment, to whoever pressed. */
export interface Reply {
  readonly lang: Lang;
  readonly title?: string;
  readonly tone: 'plain' | 'good' | 'warn' | 'bad';
  readonly blocks: readonly Block[];
  /** Follows the reply as a message of its own. */
  readonly file?: ReplyFile;
}

/** User text made safe for blocks: the strong mark is taken out, invisible direction marks too. */
export function plain(text: string): string {
  return text.replace(/\*{2,}/g, '').replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

/** The reply as plain text: for people without cards, for the commands, for a fallback. */
export function replyText(reply: Reply): string {
  const lines = [
    ...(reply.title ? [reply.title] : []),
    ...reply.blocks
      // A chart beside a table only draws what the table says.
      .filter((block) => block.type !== 'chart' || !reply.blocks.some((other) => other.type === 'table'))
      .flatMap((block) => blockLines(block, reply.lang)),
  ];
  return lines.join('\n').replace(/\*\*/g, '').trim();
}

const assumedMark = { zh: '（默认）', en: ' (assumed)' } as const;

function blockLines(block: Block, lang: Lang): string[] {
  switch (block.type) {
    case 'text':
    case 'note':
      return [block.text];
    case 'fields':
      return block.items.map(
        (item) => `${item.label}${lang === 'zh' ? '：' : ': '}${item.value}${item.assumed ? assumedMark[lang] : ''}`,
      );
    case 'table':
      return [
        block.columns.map((column) => column.label).join(' | '),
        ...block.rows.map((row) => block.columns.map((column) => row[column.key] ?? '').join(' | ')),
      ];
    case 'chart':
      return block.points.map((point) => `${point.series ? `${point.series} ` : ''}${point.x} ${point.y}`);
    case 'buttons':
      return [block.buttons.map((button) => `[${button.label}]`).join(' ')];
    case 'form':
      return [`${block.inputs.map((input) => input.label).join(' / ')} [${block.submit.label}]`];
    case 'fold':
      return [block.title, ...block.blocks.flatMap((inner) => blockLines(inner, lang))];
    case 'line':
      return [];
  }
}
