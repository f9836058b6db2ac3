/** Finds in card markdown what Feishu would hide or misread: tags it does not know, mentions nobody meant, tables. */

const knownTags = new Set([
  ...['br', 'hr', 'person', 'local_datetime', 'at', 'a', 'text_tag', 'raw', 'link', 'font', 'number_tag', 'audio'],
]);

const longestSafe = 10_000;

export function markdownFaults(content: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  for (const match of content.matchAll(/<(\/?)([^\s/>]*)[^>]*(>?)/g)) {
    const [all, slash, name = '', end] = match;
    if (!knownTags.has(name.toLowerCase()) || !end) {
      faults.push(`${all.slice(0, 20)} is a tag Feishu hides`);
    } else if (name === 'at') {
      faults.push('a mention');
    } else if (name === 'font' && !slash) open.push(name);
    else if (name === 'font' && open.pop() === undefined) faults.push('</font> without <font>');
  }
  if (open.length > 0) faults.push('<font> without </font>');
  if (content.length > longestSafe) faults.push('longer than the client shows');
  if (!content.trim()) faults.push('empty');
  return faults;
}

/** How many markdown tables the card's texts hold: they count as tables too. */
export function markdownTables(part: unknown): number {
  if (Array.isArray(part)) return part.map(markdownTables).reduce((a, b) => a + b, 0);
  if (typeof part !== 'object' || part === null) return 0;
  const { tag, content } = part as { tag?: unknown; content?: unknown };
  const own =
    tag === 'markdown' && typeof content === 'string'
      ? (content.match(/^[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/gm)?.length ?? 0)
      : 0;
  return (
    own +
    Object.values(part)
      .map(markdownTables)
      .reduce((a, b) => a + b, 0)
  );
}
