import { forbidden } from "@alliance-hub/platform/errors/hub-error";
import { type List, newestFirst } from "@alliance-hub/platform/pagination/list";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { sql } from "kysely";
import type { AuditTables } from "./audit-entry.entity.ts";
import type { AuditEntryFilter } from "./audit-entry.input.ts";
import { canList, readable } from "./audit-entry.policy.ts";

/** An audit entry, as the list returns it. */
export type AuditEntryRow = AuditTables["audit.entry"];

/** Reads of the audit log. */
export interface AuditEntryLoaders {
  /** @throws HubError `FORBIDDEN`, `UNAUTHENTICATED` for whoever is no auditor. */
  list(filter: AuditEntryFilter): List<AuditTables, "audit.entry", AuditEntryRow>;
}

/** What audit entries need of a call. */
export interface AuditEntryContext extends BaseContext<AuditTables> {
  readonly auditEntries: AuditEntryLoaders;
}

/** Loaders of one call. */
export function createAuditEntryLoaders(context: BaseContext<AuditTables>): AuditEntryLoaders {
  return {
    list: (filter) => {
      if (!canList(context.viewer))
        throw forbidden(context.viewer, "Only auditors may read the audit log.");
      let query = context.rows
        .selectFrom("audit.entry")
        .selectAll("audit.entry")
        .where(readable(context.viewer));
      if (filter.action != null) query = query.where("audit.entry.action", "=", filter.action);
      if (filter.recordId != null)
        query = query.where("audit.entry.recordId", "=", filter.recordId);
      if (filter.subject != null) query = query.where("audit.entry.subject", "=", filter.subject);
      return {
        name: "auditEntries",
        query,
        ...newestFirst<AuditEntryRow>(sql.ref("audit.entry.id")),
      };
    },
  };
}
