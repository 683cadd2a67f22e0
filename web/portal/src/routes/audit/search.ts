import { oneOf, readDay, readText, searchReader } from "../../app/address.ts";
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

export const readAuditSearch = searchReader<AuditSearch>({
  from: readDay,
  to: readDay,
  action: oneOf(ACTIONS),
  noun: oneOf(NOUNS),
  by: readText,
  record: readText,
});

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
