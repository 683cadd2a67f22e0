import { field, fields } from "@alliance-hub/platform/noun/fields";
import { listQuery } from "@alliance-hub/platform/noun/queries";
import { changesInWords } from "../../mechanisms/audit-changes/changes-in-words.ts";
import { organizationColumns } from "../organization/organization.loaders.ts";
import { OrganizationType } from "../organization/organization.type.ts";
import { regionColumns } from "../region/region.loaders.ts";
import { RegionType } from "../region/region.type.ts";
import { AuditEntryFilter } from "./audit-entry.input.ts";
import type { AuditEntryContext, AuditEntryRow } from "./audit-entry.loaders.ts";
import {
  AuditChangeType,
  AuditDetailType,
  AuditEntryConnection,
  AuditEntryType,
} from "./audit-entry.type.ts";

export const AuditEntryList = listQuery({
  name: "auditEntries",
  connection: AuditEntryConnection,
  filter: AuditEntryFilter,
  description: "审计记录，新的在前（审计员）。The audit log, newest first; for auditors.",
  list: ({ auditEntries }: AuditEntryContext, filter) => auditEntries.list(filter),
});

export const AuditEntryFields = fields<AuditEntryRow, AuditEntryContext>(() => AuditEntryType, {
  organization: field(
    () => OrganizationType,
    { nullable: true, description: "所代表的单位。The unit for which it was done." },
    ({ organizationId: id }, { organizations }, info) =>
      id === null ? null : organizations.with(organizationColumns.ofRecord(info)).load(id),
  ),
  region: field(
    () => RegionType,
    { nullable: true, description: "记录的所在地。The place of the record." },
    ({ regionPath }, { regions }, info) => {
      const code = regionPath.findLast((one) => one !== null);
      return code == null ? null : regions.with(regionColumns.ofRecord(info)).load(code);
    },
  ),
  details: field(
    () => [AuditDetailType],
    { description: "说明。What it says about the change." },
    ({ details: { changes: _changes, ...details } }) =>
      Object.entries(details).map(([name, value]) => ({
        name,
        value: typeof value === "string" ? value : JSON.stringify(value),
      })),
  ),
  changes: field(
    () => [AuditChangeType],
    {
      description:
        "改动的各项；新建的记录没有。Fields that the change gave other values. An entry for a new record has none.",
    },
    ({ noun, details }, context) =>
      changesInWords({ noun, changes: details.changes ?? [] }, context),
  ),
});
