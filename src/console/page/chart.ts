/** Draws the chart element of a card (a VChart specification) as a small SVG. */
import { svg } from './dom.ts';

interface Point {
  readonly x: string;
  readonly y: number;
  readonly series?: string;
}

interface Spec {
  readonly type?: string;
  readonly data?: { readonly values?: readonly Point[] };
}

const width = 460;

export function chartOf(spec: Spec): SVGElement | null {
  const points = (spec.data?.values ?? []).filter((point) => Number.isFinite(point.y));
  if (points.length === 0) return null;
  const title = points.map((point) => `${point.series ?? ''}${point.x} ${point.y}`).join(', ');
  if (spec.type === 'pie') return pie(points, title);
  const xs = [...new Set(points.map((point) => point.x))];
  if (spec.type === 'line') return line(points, xs, title);
  const wide = xs.some((x) => x.length > 5) || xs.length > 8;
  return wide ? lyingBars(points, title) : standingBars(points, xs, title);
}

function seriesOf(points: readonly Point[]): string[] {
  return [...new Set(points.map((point) => point.series ?? ''))];
}

function frame(height: number, title: string, ...children: SVGElement[]): SVGElement {
  return svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, class: 'chart', role: 'img', 'aria-label': title },
    ...children,
  );
}

function label(x: number, y: number, text: string, more: Record<string, string> = {}): SVGElement {
  return svg('text', { x, y, 'text-anchor': 'middle', ...more }, text);
}

/** A round number at or above the largest value, so that the grid reads well. */
function ceiling(values: readonly number[]): number {
  const largest = Math.max(1, ...values);
  const step = 10 ** Math.floor(Math.log10(largest));
  return [1, 2, 5, 10].map((factor) => factor * step).find((top) => top >= largest) ?? largest;
}

function grid(top: number, box: { from: number; to: number }): SVGElement[] {
  // Half a record is none.
  const parts = top === 1 ? [0, 1] : [0, 0.5, 1];
  return parts.flatMap((part) => {
    const y = box.to - (box.to - box.from) * part;
    return [
      svg('line', { x1: 34, x2: width - 6, y1: y, y2: y, class: part === 0 ? 'axis' : 'grid' }),
      label(28, y + 4, short(top * part), { 'text-anchor': 'end', class: 'tick' }),
    ];
  });
}

function short(value: number): string {
  return Math.abs(value) >= 10_000 ? `${Math.round(value / 1000) / 10}万` : String(Math.round(value * 100) / 100);
}

function standingBars(points: readonly Point[], xs: readonly string[], title: string): SVGElement {
  const series = seriesOf(points);
  const box = { from: 18, to: 170 };
  const top = ceiling(points.map((point) => point.y));
  const slot = (width - 44) / xs.length;
  const bar = Math.min(44, (slot * 0.66) / series.length);
  const bars = points.flatMap((point) => {
    const order = series.indexOf(point.series ?? '');
    const middle = 38 + slot * (xs.indexOf(point.x) + 0.5);
    const x = middle - (bar * series.length) / 2 + bar * order;
    const height = Math.max(0, ((box.to - box.from) * point.y) / top);
    return [
      svg('rect', { x: x + 1, y: box.to - height, width: bar - 2, height, rx: 3, class: `fill-${order % 6}` }),
      label(x + bar / 2, box.to - height - 5, short(point.y), { class: 'value' }),
    ];
  });
  const names = xs.map((x, index) => label(38 + slot * (index + 0.5), box.to + 17, x, { class: 'name' }));
  return frame(series.length > 1 ? 214 : 194, title, ...grid(top, box), ...bars, ...names, ...legend(series, 206));
}

/** Long names need room beside the bar, not below it. */
function lyingBars(points: readonly Point[], title: string): SVGElement {
  const series = seriesOf(points);
  const top = ceiling(points.map((point) => point.y));
  const row = 26;
  const left = 128;
  const rows = points.flatMap((point, index) => {
    const y = 8 + index * row;
    const long = Math.max(2, ((width - left - 48) * Math.max(0, point.y)) / top);
    const order = series.indexOf(point.series ?? '');
    const name = `${point.x}${series.length > 1 && point.series ? ` ${point.series}` : ''}`;
    return [
      label(left - 8, y + 14, name.length > 9 ? `${name.slice(0, 8)}…` : name, { 'text-anchor': 'end', class: 'name' }),
      svg(
        'rect',
        { x: left, y: y + 2, width: long, height: row - 10, rx: 3, class: `fill-${order % 6}` },
        svg('title', {}, name),
      ),
      label(left + long + 6, y + 14, short(point.y), { 'text-anchor': 'start', class: 'value' }),
    ];
  });
  return frame(points.length * row + 12, title, ...rows);
}

function line(points: readonly Point[], xs: readonly string[], title: string): SVGElement {
  const series = seriesOf(points);
  const box = { from: 18, to: 170 };
  const top = ceiling(points.map((point) => point.y));
  const at = (point: Point): [number, number] => [
    48 + ((width - 70) * xs.indexOf(point.x)) / Math.max(1, xs.length - 1),
    box.to - ((box.to - box.from) * point.y) / top,
  ];
  const lines = series.flatMap((name, order) => {
    const own = points.filter((point) => (point.series ?? '') === name);
    return [
      svg('polyline', { points: own.map((point) => at(point).join(',')).join(' '), class: `stroke-${order % 6}` }),
      ...own.flatMap((point) => {
        const [x, y] = at(point);
        return [
          svg(
            'circle',
            { cx: x, cy: y, r: 3.4, class: `fill-${order % 6}` },
            svg('title', {}, `${point.x} ${point.y}`),
          ),
          ...(own.length <= 12 ? [label(x, y - 8, short(point.y), { class: 'value' })] : []),
        ];
      }),
    ];
  });
  const every = Math.ceil(xs.length / 7);
  const names = xs
    .map((x, index) => ({ x, index }))
    .filter(({ index }) => index % every === 0)
    .map(({ x, index }) =>
      label(48 + ((width - 70) * index) / Math.max(1, xs.length - 1), box.to + 17, x, { class: 'name' }),
    );
  return frame(series.length > 1 ? 214 : 194, title, ...grid(top, box), ...lines, ...names, ...legend(series, 206));
}

function pie(points: readonly Point[], title: string): SVGElement {
  const sum = points.reduce((all, point) => all + Math.max(0, point.y), 0) || 1;
  const round = 2 * Math.PI * 52;
  let turned = 0;
  const rings = points.map((point, index) => {
    const part = Math.max(0, point.y) / sum;
    const ring = svg('circle', {
      cx: 92,
      cy: 92,
      r: 52,
      class: `ring stroke-${index % 6}`,
      'stroke-dasharray': `${part * round} ${round}`,
      'stroke-dashoffset': -turned * round,
      transform: 'rotate(-90 92 92)',
    });
    turned += part;
    return ring;
  });
  const step = Math.min(24, 168 / points.length);
  const names = points.flatMap((point, index) => {
    const y = 92 - ((points.length - 1) * step) / 2 + index * step;
    return [
      svg('rect', { x: 196, y: y - 6, width: 12, height: 12, rx: 3, class: `fill-${index % 6}` }),
      label(216, y + 4.5, `${point.x}  ${short(point.y)}`, { 'text-anchor': 'start', class: 'name' }),
    ];
  });
  return frame(184, title, ...rings, ...names);
}

function legend(series: readonly string[], y: number): SVGElement[] {
  if (series.length < 2) return [];
  const slot = Math.min(120, (width - 40) / series.length);
  const left = (width - slot * series.length) / 2;
  return series.flatMap((name, index) => [
    svg('rect', { x: left + slot * index + 8, y: y - 9, width: 10, height: 10, rx: 3, class: `fill-${index % 6}` }),
    label(left + slot * index + 24, y, name, { 'text-anchor': 'start', class: 'name' }),
  ]);
}
