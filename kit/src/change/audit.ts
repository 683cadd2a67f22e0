import { type Kysely, sql } from "kysely";
import type { BaseContext } from "../subgraph/context.ts";
import { subjectOf } from "../subgraph/context.ts";

/** What an audit entry says of a change; free text of records stays out of it. */
export interface AuditNote {
  readonly noun: string;
  readonly recordId: string;
  /** The unit for which the viewer acted, if any. */
  readonly organizationId?: string | null;
  /** Place of the record; auditors are appointed by region. */
  readonly regionPath: readonly (string | null)[];
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Appends one entry, inside the caller's transaction. The role may insert here and nothing else. */
export async function appendAudit<DB, C>(
  context: BaseContext<C>,
  rows: Kysely<DB>,
  entry: AuditNote & { action: string },
): Promise<void> {
  await sql`
    insert into audit.entry (id, at, subgraph, action, noun, record_id, subject, organization_id, region_path, request_id, details)
    values (${context.newId()}, ${context.clock()}, ${context.subgraph}, ${entry.action}, ${entry.noun}, ${entry.recordId},
      ${subjectOf(context.viewer)}, ${entry.organizationId ?? null}, ${entry.regionPath}::text[], ${context.requestId},
      ${JSON.stringify(entry.details ?? {})})`.execute(rows);
}
