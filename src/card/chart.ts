/** Draws a chart block as a VChart specification, the form Feishu's chart element takes. */
import type { Block } from '../reply.ts';
import { bare, clip } from './markdown.ts';

type Chart = Extract<Block, { type: 'chart' }>;

/** More points than a card of 30 KB carries beside its text, and more than an eye reads. */
const mostPoints = 120;

const pie = {
  type: 'pie',
  valueField: 'y',
  categoryField: 'x',
  outerRadius: 0.9,
  label: { visible: true },
  legends: { visible: true, orient: 'right' },
} as const;

/** @returns null where there is nothing to draw */
export function chartElement(chart: Chart): Record<string, unknown> | null {
  const points = chart.points.filter((point) => Number.isFinite(point.y)).slice(0, mostPoints);
  if (points.length === 0) return null;
  const series = chart.shape !== 'pie' && points.some((point) => point.series);
  const values = points.map((point) => ({
    x: clip(bare(chart.shape === 'pie' && point.series ? `${point.series} ${point.x}` : point.x), 40),
    y: point.y,
    ...(series ? { series: clip(bare(point.series ?? ''), 40) } : {}),
  }));
  return {
    tag: 'chart',
    aspect_ratio: '16:9',
    chart_spec: { data: { values }, ...(chart.shape === 'pie' ? pie : axes(chart.shape, series)) },
  };
}

function axes(shape: 'bar' | 'line', series: boolean): Record<string, unknown> {
  return {
    type: shape,
    // Bars of several series stand side by side within each x; lines share it.
    xField: series && shape === 'bar' ? ['x', 'series'] : 'x',
    yField: 'y',
    label: { visible: true },
    ...(series ? { seriesField: 'series', legends: { visible: true, orient: 'bottom' } } : {}),
  };
}
