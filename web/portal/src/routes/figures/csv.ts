import type { ChartData } from "./chart-data.ts";
import { type Figure, GROUPS, type Report } from "./groups.ts";

/** The report and what its charts show, as CSV. */
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
  return csvText(lines);
}

/** Lines of a table as CSV (RFC 4180), with a mark by which spreadsheets know the characters. */
export const csvText = (lines: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${lines.map((line) => line.map(quoted).join(",")).join("\r\n")}\r\n`;

/** Has the browser save a table as a file. */
export function saveCsv(title: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  const link = Object.assign(document.createElement("a"), {
    href: address,
    download: `${title}.csv`,
  });
  link.click();
  URL.revokeObjectURL(address);
}

function quoted(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
