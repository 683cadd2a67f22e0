import { forbidden } from "@alliance-hub/platform/errors/hub-error";
import { listQuery } from "@alliance-hub/platform/noun/queries";
import { AuditEntryFilter } from "./audit-entry.input.ts";
import type { AuditEntryContext } from "./audit-entry.loaders.ts";
import { AuditEntryConnection } from "./audit-entry.type.ts";

export const AuditEntryList = listQuery({
  name: "auditEntries",
  connection: AuditEntryConnection,
  filter: AuditEntryFilter,
  description: "审计记录，新的在前（审计员）。The audit log, newest first; for auditors.",
  list: ({ viewer, auditEntries }: AuditEntryContext, filter) => {
    if (viewer.auditorRegionCodes.length === 0)
      throw forbidden(viewer, "Only auditors may read the audit log.");
    return auditEntries.list(filter);
  },
});
