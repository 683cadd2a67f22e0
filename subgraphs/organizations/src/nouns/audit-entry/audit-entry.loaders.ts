import { oneOf } from "@alliance-hub/platform/database/one-of";
import { isId } from "@alliance-hub/platform/keys/loader";
import { forbidden } from "@alliance-hub/platform/errors/hub-error";
import { type List, newestFirst } from "@alliance-hub/platform/pagination/list";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { type SqlBool, sql } from "kysely";
import type { CommitteeContext } from "../committee/committee.loaders.ts";
import type { OrganizationContext } from "../organization/organization.loaders.ts";
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
export interface AuditEntryContext
  extends
    BaseContext<AuditTables>,
    Pick<OrganizationContext, "organizations" | "regions">,
    Pick<CommitteeContext, "committees"> {
  readonly auditEntries: AuditEntryLoaders;
}

/** Loaders of one call. */
export function createAuditEntryLoaders(context: BaseContext<AuditTables>): AuditEntryLoaders {
  return {
    list: (filter) => {
      if (!canList(context.viewer))
        throw forbidden(context.viewer, {
          zh: "只有审计员可以查阅审计记录。",
          en: "Only auditors may read the audit log.",
        });
      let query = context.rows
        .selectFrom("audit.entry")
        .selectAll("audit.entry")
        .where(readable(context.viewer));
      if (filter.action != null) query = query.where("audit.entry.action", "=", filter.action);
      if (filter.actions) query = query.where(oneOf("audit.entry.action", filter.actions));
      if (filter.recordId != null)
        query = query.where("audit.entry.recordId", "=", filter.recordId);
      if (filter.subject != null) query = query.where("audit.entry.subject", "=", filter.subject);
      if (filter.nouns) query = query.where(oneOf("audit.entry.noun", filter.nouns));
      if (filter.since != null) query = query.where("audit.entry.at", ">=", filter.since);
      if (filter.until != null) query = query.where("audit.entry.at", "<", filter.until);
      if (filter.organizationId != null) {
        query = query.where(
          isId(filter.organizationId)
            ? sql<SqlBool>`audit.entry.organization_id = ${filter.organizationId}`
            : sql<SqlBool>`false`,
        );
      }
      return {
        name: "auditEntries",
        query,
        ...newestFirst<AuditEntryRow>(sql.ref("audit.entry.id")),
      };
    },
  };
}
