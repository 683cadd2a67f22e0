import type { AuditEntryFilter } from "../../graph/generated/graphql.ts";
import { type Day, addDays, instantAt } from "../../words/time.ts";
import { ACTIONS, NOUNS } from "./actions.ts";

/** What the audit log is filtered by, as it stands in the page's address. */
export interface AuditSearch {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly action?: string | undefined;
  readonly noun?: string | undefined;
  /** The sign-in of whoever did it. */
  readonly by?: string | undefined;
  readonly record?: string | undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whatever an address says that is no filter is left out. */
export function readAuditSearch(given: Record<string, unknown>): AuditSearch {
  const { from, to, action, noun, by, record } = given;
  return {
    ...(typeof from === "string" && DAY.test(from) ? { from } : {}),
    ...(typeof to === "string" && DAY.test(to) ? { to } : {}),
    ...(typeof action === "string" && action in ACTIONS ? { action } : {}),
    ...(typeof noun === "string" && noun in NOUNS ? { noun } : {}),
    ...textOf("by", by),
    ...textOf("record", record),
  };
}

const textOf = (name: "by" | "record", given: unknown): AuditSearch =>
  (typeof given === "string" && given !== "") || typeof given === "number"
    ? { [name]: String(given) }
    : {};

export function auditFilterOf({
  from,
  to,
  action,
  noun,
  by,
  record,
}: AuditSearch): AuditEntryFilter {
  return {
    ...(from === undefined ? {} : { since: instantAt(from, "00:00") }),
    ...(to === undefined ? {} : { until: instantAt(addDays(to, 1), "00:00") }),
    ...(action === undefined ? {} : { action }),
    ...(noun === undefined ? {} : { nouns: [noun] }),
    ...(by === undefined ? {} : { subject: by }),
    ...(record === undefined ? {} : { recordId: record }),
  };
}
