import { type Kysely, sql } from "kysely";
import type { BaseContext } from "../subgraph/context.ts";
import { subjectOf } from "../subgraph/context.ts";
import type { Role, Viewer } from "@alliance-hub/sharing/viewer";
import type { FieldChange } from "../field-changes/field-changes.ts";

/** What an audit entry says about a change, besides the fields that it changed. */
export interface AuditNote {
  readonly noun: string;
  readonly recordId: string;
  /** The unit for which the viewer acted, if any. */
  readonly organizationId?: string | null;
  /** Place of the record; auditors are appointed by region. */
  readonly regionPath: readonly (string | null)[];
  /** Numbers, states and ids; never free text of records. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** An entry of the audit log. */
export interface AuditEntry extends AuditNote {
  readonly action: string;
  /** The fields that the change gave other values. Default: none. */
  readonly changes?: readonly FieldChange[];
}

/**
 * In which role a person acted for a unit, if not as its liaison: as secretary of a committee that belongs to
 * it, or as the secretary's deputy.
 */
function actingAs(
  { roles, organizationIds }: Viewer,
  organizationId: string | null | undefined,
): { secretaryOf?: (string | null)[]; deputyOf?: (string | null)[] } {
  if (organizationId == null || !organizationIds.includes(organizationId)) return {};
  const isLiaison = roles.some(
    (held) => held.role === "LIAISON" && held.organizationId === organizationId,
  );
  if (isLiaison) return {};
  const committeesAs = (wanted: Role): (string | null)[] =>
    roles.filter(({ role }) => role === wanted).map((held) => held.committeeId);
  const [secretaryOf, deputyOf] = [committeesAs("SECRETARY"), committeesAs("DEPUTY")];
  return {
    ...(secretaryOf.length > 0 ? { secretaryOf } : {}),
    ...(deputyOf.length > 0 ? { deputyOf } : {}),
  };
}

/**
 * The column `details`. The changes are a part of it, if there are any: so versions that know nothing of them
 * write and read the same log, in whatever order the parts of a hub are upgraded.
 */
function detailsOf({ changes = [], details, organizationId }: AuditEntry, viewer: Viewer): object {
  return {
    ...details,
    ...actingAs(viewer, organizationId),
    ...(changes.length > 0 ? { changes } : {}),
  };
}

/** Appends one entry, inside the caller's transaction. The role may insert here and nothing else. */
export async function appendAudit<DB, C>(
  context: BaseContext<C>,
  rows: Kysely<DB>,
  entry: AuditEntry,
): Promise<void> {
  await sql`
    insert into audit.entry (id, at, subgraph, action, noun, record_id, subject, organization_id, region_path, request_id, details)
    values (${context.newId()}, ${context.clock()}, ${context.subgraph}, ${entry.action}, ${entry.noun}, ${entry.recordId},
      ${subjectOf(context.viewer)}, ${entry.organizationId ?? null}, ${entry.regionPath}::text[], ${context.requestId},
      ${JSON.stringify(detailsOf(entry, context.viewer))})`.execute(rows);
}
