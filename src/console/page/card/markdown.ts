/** Shows Feishu's card markdown: lists, headings and quotes by the line, strong, coloured, mentions and links within. */
import { h } from '../dom.ts';

const token =
  /\*\*([\s\S]+?)\*\*|~~([\s\S]+?)~~|`([^`\n]+)`|<font color=['"]?([\w-]+)['"]?>([\s\S]*?)<\/font>|<text_tag color=['"]?([\w-]+)['"]?>([\s\S]*?)<\/text_tag>|<(?:at|person) ([^>]*?)\/?>(?:([\s\S]*?)<\/(?:at|person)>)?|<a href=['"]?([^'"> ]+)['"]?[^>]*>([\s\S]*?)<\/a>|\[([^\]\n]*)\]\(([^)\s]+)\)|<br ?\/?>|&#(\d+);|&(nbsp|lt|gt|amp);|\n/g;

const named: Readonly<Record<string, string>> = { nbsp: '\u00a0', lt: '<', gt: '>', amp: '&' };

/** Whole markdown: lines that open a list, a heading, a quote or a rule are blocks of their own. */
export function markdownNodes(text: string): Node[] {
  const nodes: Node[] = [];
  let lines: string[] = [];
  const close = () => {
    if (lines.length > 0) nodes.push(h('p', {}, ...inline(lines.join('\n'))));
    lines = [];
  };
  for (const line of text.split('\n')) {
    const block = blockOf(line, nodes.at(-1), lines.length === 0);
    if (block === undefined) {
      lines.push(line);
      continue;
    }
    close();
    if (block !== nodes.at(-1)) nodes.push(block);
  }
  close();
  return nodes;
}

/** @returns the block a line makes or belongs to; undefined for plain text */
function blockOf(line: string, before: Node | undefined, adjoins: boolean): Node | undefined {
  const item = /^\s*(?:([-*+])|\d{1,9}[.)])\s+(.*)$/.exec(line);
  if (item) {
    const tag = item[1] ? 'ul' : 'ol';
    const list = adjoins && before?.nodeName.toLowerCase() === tag ? (before as HTMLElement) : h(tag);
    list.append(h('li', {}, ...inline(item[2] ?? '')));
    return list;
  }
  const heading = /^#{1,6}\s+(.*)$/.exec(line);
  if (heading) return h('p', { class: 'heading' }, ...inline(heading[1] ?? ''));
  const quote = /^>\s?(.*)$/.exec(line);
  if (quote) return h('blockquote', {}, ...inline(quote[1] ?? ''));
  return /^\s*(---+|<hr ?\/?>)\s*$/.test(line) ? h('hr') : undefined;
}

/** Markdown within a line (or several, broken where they break). */
export function inline(text: string): Node[] {
  const nodes: Node[] = [];
  let from = 0;
  for (const match of text.matchAll(token)) {
    if (match.index > from) nodes.push(document.createTextNode(text.slice(from, match.index)));
    nodes.push(nodeOf(match));
    from = match.index + match[0].length;
  }
  if (from < text.length) nodes.push(document.createTextNode(text.slice(from)));
  return nodes;
}

function nodeOf(match: RegExpExecArray): Node {
  const [
    ,
    strong,
    struck,
    code,
    ink,
    inked,
    tagInk,
    tagged,
    who,
    whoName,
    href,
    linked,
    label,
    target,
    code10,
    entity,
  ] = match;
  if (strong !== undefined) return h('strong', {}, ...inline(strong));
  if (struck !== undefined) return h('s', {}, ...inline(struck));
  if (code !== undefined) return h('code', {}, code);
  if (ink !== undefined) return h('span', { class: `ink-${ink}` }, ...inline(inked ?? ''));
  if (tagInk !== undefined) return h('span', { class: `tag tag-${tagInk}` }, ...inline(tagged ?? ''));
  if (who !== undefined) return mention(who, whoName);
  if (href !== undefined) return link(href, linked ?? href);
  if (target !== undefined) return link(target, label || target);
  if (code10 !== undefined) return document.createTextNode(String.fromCodePoint(Number(code10)));
  if (entity !== undefined) return document.createTextNode(named[entity] ?? '');
  return h('br');
}

function mention(attributes: string, name: string | undefined): Node {
  const id = /\bid\s*=\s*['"]?([^'"\s]+)/.exec(attributes)?.[1] ?? '';
  return h('span', { class: 'mention' }, `@${name || (id === 'all' ? '所有人' : id)}`);
}

/** Only the web is linked to; a script in an address stays text. */
function link(href: string, text: string): Node {
  if (!/^https?:\/\//i.test(href)) return h('span', {}, ...inline(text));
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...inline(text));
}
