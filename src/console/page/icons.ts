/** The page's few signs, drawn as lines in the colour of the text around them. */
import { svg } from './dom.ts';

const paths = {
  menu: 'M4 7h16M4 12h16M4 17h16',
  ledger: 'M6 4h11a2 2 0 0 1 2 2v14H8a2 2 0 0 1-2-2zM10 9h5M10 13h5',
  help: 'M9.2 9.2a2.9 2.9 0 1 1 4.3 2.6c-.9.5-1.5 1.1-1.5 2.2M12 17.4v.1M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
  theme: 'M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18',
  reply: 'M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6',
  edit: 'M4 20l1-5L16 4l4 4L9 19zM13.5 6.5l4 4',
  recall: 'M5 9h9a5 5 0 0 1 0 10H8M5 9l4-4M5 9l4 4',
  close: 'M6 6l12 12M18 6 6 18',
  back: 'M14 6l-6 6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  send: 'M12 20V5M6 11l6-6 6 6',
  file: 'M20 11.5 12.2 19a5 5 0 0 1-7-7l8-8a3.3 3.3 0 0 1 4.7 4.7l-8 8a1.7 1.7 0 0 1-2.4-2.4l7.2-7.2',
  idea: 'M9.5 18h5M10 21h4M12 3a6 6 0 0 0-3.6 10.8c.7.6 1.1 1.2 1.1 2.2h5c0-1 .4-1.6 1.1-2.2A6 6 0 0 0 12 3z',
  plus: 'M12 5v14M5 12h14',
  find: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM20 20l-4-4',
  globe:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c2.5 2.6 3.6 5.6 3.6 9s-1.1 6.4-3.6 9c-2.5-2.6-3.6-5.6-3.6-9s1.1-6.4 3.6-9z',
} as const;

export type Icon = keyof typeof paths;

export function icon(name: Icon): SVGElement {
  return svg('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' }, svg('path', { d: paths[name] }));
}
