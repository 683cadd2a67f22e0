import type { LogEvent } from "kysely";
import { currentSpan } from "../span.ts";

/** Adds a statement to the current trace: what it does and to which table, without its text and values. */
export function traceStatement(event: LogEvent): void {
  const parent = currentSpan();
  if (!parent?.isRecorded) return;
  const summary = summaryOf(event.query.sql);
  const span = parent.begin(summary, {
    kind: "client",
    startedAt: Date.now() - event.queryDurationMillis,
    attributes: { "db.system.name": "postgresql", "db.query.summary": summary },
  });
  if (event.level === "error") span.fail(sqlStateOf(event.error));
  span.end();
}

/** Verb and first table of a statement (OpenTelemetry, "Database client calls": `db.query.summary`). */
function summaryOf(sql: string): string {
  const verb = /^\s*([a-z]+)/i.exec(sql)?.[1]?.toUpperCase() ?? "SQL";
  const table = /\b(?:from|into|update)\s+((?:"?[a-z_]\w*"?\.)?"?[a-z_]\w*"?)/i.exec(sql)?.[1];
  return table === undefined ? verb : `${verb} ${table.replaceAll('"', "")}`;
}

function sqlStateOf(error: unknown): string {
  const code: unknown = Reflect.get(Object(error), "code");
  return typeof code === "string" ? code : "Error";
}
