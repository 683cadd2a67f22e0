import { type Kysely, sql } from "kysely";
import type { BaseContext } from "../subgraph/context.ts";
import { subjectOf } from "../subgraph/context.ts";
import type { Viewer } from "@alliance-hub/sharing/viewer";

/** What an audit entry says about a change. It never contains free text of records. */
export interface AuditNote {
  readonly noun: string;
  readonly recordId: string;
  /** The unit for which the viewer acted, if any. */
  readonly organizationId?: string | null;
  /** Place of the record; auditors are appointed by region. */
  readonly regionPath: readonly (string | null)[];
  readonly details?: Readonly<Record<string, unknown>>;
}

/**
 * In which role a person acted for a unit, if not as its liaison: as secretary of a committee that belongs to
 * it.
 */
function actingAs(
  { roles, organizationIds }: Viewer,
  organizationId: string | null | undefined,
): { secretaryOf?: (string | null)[] } {
  if (organizationId == null || !organizationIds.includes(organizationId)) return {};
  const isLiaison = roles.some(
    (held) => held.role === "LIAISON" && held.organizationId === organizationId,
  );
  const led = roles.filter(({ role }) => role === "SECRETARY").map((held) => held.committeeId);
  return isLiaison || led.length === 0 ? {} : { secretaryOf: led };
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
      ${JSON.stringify({ ...entry.details, ...actingAs(context.viewer, entry.organizationId) })})`.execute(
    rows,
  );
}
