/** Shows the chart of a card: its place at once, the drawing when the chart library has come, its figures for the ear. */
import { h } from '../dom.ts';
import { isDark, onTheme } from '../theme.ts';
import type { CardElement, Drawing } from './card-element.ts';

/** One drawing on the page; it is let go when its card is gone. */
interface Drawn {
  readonly place: HTMLElement;
  release(): void;
}

const drawn = new Set<Drawn>();

export function chartElement(element: CardElement, { words }: Drawing): HTMLElement {
  const spec = (element.chart_spec ?? {}) as ChartSpec;
  const place = h('div', { class: 'chart-place', 'aria-hidden': 'true' });
  const ratio = String(element.aspect_ratio ?? '16:9').replace(':', '-');
  const figure = h('figure', { class: `chart ratio-${ratio}`, 'aria-label': words.chart }, place, figuresOf(spec));
  draw(place, spec).catch(() => {
    figure.classList.add('failed');
    place.textContent = words.chartFailed;
  });
  return figure;
}

export interface ChartSpec {
  readonly type?: string;
  readonly data?: { readonly values?: readonly { readonly x: string; readonly y: number; readonly series?: string }[] };
}

async function draw(place: HTMLElement, spec: ChartSpec): Promise<void> {
  const { drawChart } = await import('./chart-drawing.ts');
  for (const one of drawn) if (!one.place.isConnected) one.release();
  if (!place.isConnected) return;
  let release = drawChart(place, spec, isDark());
  const stop = onTheme(() => {
    release();
    release = drawChart(place, spec, isDark());
  });
  const one: Drawn = {
    place,
    release() {
      stop();
      release();
      drawn.delete(one);
    },
  };
  drawn.add(one);
}

/** What the eye takes from the bars, for whoever listens, and for everybody where the drawing fails. */
function figuresOf(spec: ChartSpec): HTMLElement {
  const points = spec.data?.values ?? [];
  return h(
    'ul',
    { class: 'chart-figures' },
    ...points.map((point) => h('li', {}, `${point.series ? `${point.series} ` : ''}${point.x} ${point.y}`)),
  );
}
