import type { ChartData } from "./chart-data.ts";
import { type Figure, GROUPS, type Report } from "./groups.ts";

/** The report and what its charts show as lines of CSV (RFC 4180), with a mark by which spreadsheets know the characters. */
export function csvOf(report: Report, charts: readonly ChartData[]): string {
  const figures = GROUPS.flatMap(([group, names]) =>
    Object.entries(names).map(([figure, name]) => [group, name, report[figure as Figure] ?? ""]),
  );
  const parts = charts.flatMap(({ title, note, first, labels, series }) => [
    [],
    [title],
    ...(note === undefined ? [] : [[note]]),
    [first, ...series.map(({ name }) => name)],
    ...labels.map((label, at) => [label, ...series.map(({ values }) => values[at] ?? "")]),
  ]);
  const lines = [["类别", "指标", "数量"], ...figures, ...parts];
  return `\uFEFF${lines.map((line) => line.map(quoted).join(",")).join("\r\n")}\r\n`;
}

function quoted(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
