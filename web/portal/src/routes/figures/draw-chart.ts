import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import type { ChartData } from "./chart-data.ts";

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

interface Hovered {
  readonly seriesName?: string;
  readonly value?: unknown;
  readonly name?: string;
}

/** Draws a chart in the page's colours, until it is drawn anew or left. */
export function drawChart(element: HTMLElement, data: ChartData, signal: AbortSignal): void {
  const style = getComputedStyle(element);
  const colour = (token: string): string => style.getPropertyValue(token).trim();
  const text = { color: colour("--muted"), fontFamily: style.fontFamily, fontSize: 12 };
  const axis = {
    axisLine: { lineStyle: { color: colour("--border-strong") } },
    axisLabel: { ...text, hideOverlap: true },
    splitLine: { lineStyle: { color: colour("--border") } },
  };
  const labels = { type: "category" as const, data: [...data.labels], ...axis };
  const values = { type: "value" as const, minInterval: 1, ...axis };
  const isBar = data.kind === "bar";
  const chart = init(element);
  chart.setOption({
    animation: false,
    color: [colour("--accent"), colour("--focus"), colour("--good")],
    grid: {
      left: 8,
      right: 24,
      top: data.series.length > 1 ? 36 : 16,
      bottom: 8,
      containLabel: true,
    },
    legend: { show: data.series.length > 1, top: 0, left: 0, textStyle: text },
    tooltip: {
      trigger: "axis",
      backgroundColor: colour("--surface"),
      borderColor: colour("--border"),
      textStyle: { ...text, color: colour("--text") },
      // Lines alone: the page's policy lets no styles through that stand in the text.
      formatter: (hovered: unknown) => linesOf(hovered as readonly Hovered[]),
    },
    xAxis: isBar ? values : labels,
    yAxis: isBar ? { ...labels, inverse: true } : values,
    series: data.series.map(({ name, values: numbers }) =>
      isBar
        ? { type: "bar" as const, name, data: [...numbers], barMaxWidth: 14 }
        : { type: "line" as const, name, data: [...numbers], symbolSize: 6 },
    ),
  });
  const watcher = new ResizeObserver(() => chart.resize());
  watcher.observe(element);
  signal.addEventListener("abort", () => {
    watcher.disconnect();
    chart.dispose();
  });
}

function linesOf(hovered: readonly Hovered[]): HTMLElement {
  const box = document.createElement("div");
  box.append(hovered[0]?.name ?? "");
  for (const { seriesName, value } of hovered) {
    const line = document.createElement("div");
    line.append(`${seriesName ?? ""} ${String(value)}`);
    box.append(line);
  }
  return box;
}
