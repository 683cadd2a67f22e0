import { listQuery } from "@alliance-hub/platform/noun/queries";
import { AuditEntryFilter } from "./audit-entry.input.ts";
import type { AuditEntryContext } from "./audit-entry.loaders.ts";
import { AuditEntryConnection } from "./audit-entry.type.ts";

export const AuditEntryList = listQuery({
  name: "auditEntries",
  connection: AuditEntryConnection,
  filter: AuditEntryFilter,
  description: "审计记录，新的在前（审计员）。The audit log, newest first; for auditors.",
  list: ({ auditEntries }: AuditEntryContext, filter) => auditEntries.list(filter),
});
