import { showInstant } from "../../words/time.ts";
import { type AuditEntry, actionOf, changeOf, detailsOf, nounOf, whoOf } from "./words.ts";

const HEAD = [
  "时间",
  "办理",
  "记录",
  "说明",
  "改动",
  "办理者",
  "代表的单位",
  "所在地",
  "记录编号",
  "请求编号",
];

/** The entries as lines of CSV (RFC 4180), with a mark by which spreadsheets know the characters. */
export function csvOf(entries: readonly AuditEntry[]): string {
  const lines = entries.map((entry) => [
    showInstant(entry.at),
    actionOf(entry),
    nounOf(entry),
    detailsOf(entry).join("；"),
    entry.changes.map(changeOf).join("；"),
    whoOf(entry),
    entry.organization?.name ?? "",
    entry.region?.name ?? "",
    entry.recordId,
    entry.requestId,
  ]);
  return `\uFEFF${[HEAD, ...lines].map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Quoted; and no spreadsheet takes it for a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
