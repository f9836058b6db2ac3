/** Draws a chart with VChart, the library Feishu itself draws a card's charts with; loaded when the first chart is shown. */
import { registerBarChart, registerLineChart, registerPieChart } from '@visactor/vchart/esm/chart';
import { registerCartesianBandAxis, registerCartesianLinearAxis } from '@visactor/vchart/esm/component/axis/cartesian';
import { registerLabel } from '@visactor/vchart/esm/component/label';
import { registerDiscreteLegend } from '@visactor/vchart/esm/component/legend/discrete';
import { VChart } from '@visactor/vchart/esm/core';

VChart.useRegisters([
  ...[registerBarChart, registerLineChart, registerPieChart],
  ...[registerCartesianBandAxis, registerCartesianLinearAxis, registerDiscreteLegend, registerLabel],
]);

/** The page's own colours, so that a chart belongs to it; each is told apart from the next in light and dark. */
const colors = {
  light: ['#2f7d68', '#c98a2b', '#4a6fa8', '#b0574a', '#7a6aa6', '#6b8e3d'],
  dark: ['#5dbb9d', '#e0ac5a', '#86a9e0', '#de8a7d', '#ab9dd8', '#a0c46e'],
} as const;

/** @returns how to let it go */
export function drawChart(place: HTMLElement, spec: object, dark: boolean): () => void {
  const chart = new VChart(
    {
      ...spec,
      background: 'transparent',
      color: [...colors[dark ? 'dark' : 'light']],
      // A chart that grows while it is read shows figures that are not there.
      animation: false,
    } as never,
    {
      dom: place,
      theme: dark ? 'dark' : 'light',
      autoFit: true,
      animation: false,
    },
  );
  chart.renderSync();
  return () => {
    chart.release();
    place.replaceChildren();
  };
}
