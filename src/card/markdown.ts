/** Turns plain text with the program's `**strong**` into Feishu card markdown in which nothing a user wrote is mark-up. */

/** Characters that are mark-up wherever they stand; Feishu wants them as numeric entities. */
const everywhere = /[&<>*~`[\]\\_$|]/g;

/** A line that would become a heading, list, quote or rule. */
const lineStart = /^(?:[#+=-]|\d{1,9}[.)])/;

/** `:OK:` is drawn as an emoji. */
const emoji = /:(?=[A-Za-z0-9_]+:)/g;

const strong = /\*\*([^*]+(?:\*[^*]+)*)\*\*/g;

/** @param text plain text, where `**x**` is strong; line ends are kept */
export function markdown(text: string): string {
  return clean(text)
    .split('\n')
    .map((line) => markdownLine(line))
    .join('\n');
}

/** The text with nothing in it that JSON, the client or a reader would choke on. */
export function clean(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // A lone half of a surrogate pair is no character; u makes the class match only those.
      .replace(/[\ud800-\udfff]/gu, '\ufffd')
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
  );
}

/** Without the strong marks: for places that take plain text only. */
export function bare(text: string): string {
  return clean(text).replace(/\*\*/g, '');
}

/** At most `most` UTF-16 units, never half a character. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function markdownLine(line: string): string {
  const marked: string[] = [];
  let from = 0;
  for (const match of line.matchAll(strong)) {
    marked.push(escapePart(line.slice(from, match.index), marked.length === 0));
    marked.push(strongPart(match[1]!));
    from = match.index + match[0].length;
  }
  marked.push(escapePart(line.slice(from), marked.length === 0));
  return joinParts(marked);
}

function escapePart(text: string, opensLine: boolean): string {
  if (!opensLine) return escapeMarks(text);
  // Four leading blanks would make a code block.
  const indent = /^[ \t]*/.exec(text)![0];
  const rest = text.slice(indent.length);
  const opener = lineStart.exec(rest)?.[0] ?? '';
  // In `1.` only the dot is mark-up.
  const head = opener && opener.slice(0, -1) + entity(opener.at(-1)!);
  return `${indent.replace(/[ \t]/g, '&nbsp;')}${head}${escapeMarks(rest.slice(opener.length))}`;
}

function escapeMarks(text: string): string {
  return text.replace(everywhere, entity).replace(emoji, entity);
}

function strongPart(text: string): string {
  const [, before, inner, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text)!;
  if (!inner) return ' ';
  return `${before && ' '}**${escapeMarks(inner)}**${after && ' '}`;
}

/**
 * A strong run that begins or ends with punctuation is only seen as strong beside a blank or punctuation
 * (CommonMark, delimiter runs), so a blank is put between it and a letter.
 */
function joinParts(parts: readonly string[]): string {
  return parts.reduce((line, part) => {
    if (!line || !part) return line + part;
    const opens = /^\*\*[\p{P}\p{S}]/u.test(part) && /[\p{L}\p{N}]$/u.test(line);
    const closes = /[\p{P}\p{S}]\*\*$/u.test(line) && /^[\p{L}\p{N}]/u.test(part);
    return `${line}${opens || closes ? ' ' : ''}${part}`;
  }, '');
}

function entity(mark: string): string {
  return `&#${mark.charCodeAt(0)};`;
}
