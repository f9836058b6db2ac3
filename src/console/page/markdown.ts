/** Shows the part of Feishu's card markdown the bot writes: strong, grey, entities, line ends. */
import { h } from './dom.ts';

const token = /\*\*([\s\S]+?)\*\*|<font color='(\w+)'>([\s\S]*?)<\/font>|&#(\d+);|&nbsp;|\n/g;

export function markdownNodes(text: string): Node[] {
  const nodes: Node[] = [];
  let from = 0;
  for (const match of text.matchAll(token)) {
    if (match.index > from) nodes.push(document.createTextNode(text.slice(from, match.index)));
    nodes.push(...nodesOf(match));
    from = match.index + match[0].length;
  }
  if (from < text.length) nodes.push(document.createTextNode(text.slice(from)));
  return nodes;
}

function nodesOf(match: RegExpExecArray): Node[] {
  const [whole, strong, color, colored, entity] = match;
  if (strong !== undefined) return [h('strong', {}, ...markdownNodes(strong))];
  if (colored !== undefined) return [h('span', { class: `ink-${color}` }, ...markdownNodes(colored))];
  if (entity !== undefined) return [document.createTextNode(String.fromCodePoint(Number(entity)))];
  return [whole === '\n' ? h('br') : document.createTextNode('\u00a0')];
}
