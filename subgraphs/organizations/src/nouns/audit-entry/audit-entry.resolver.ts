import { forbidden } from "@alliance-hub/platform/errors/hub-error";
import { type Page, fetchPage } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import type { OrganizationsContext } from "../../context.ts";
import { AuditEntryFilter } from "./audit-entry.input.ts";
import type { AuditEntryRow } from "./audit-entry.loaders.ts";
import { AuditEntryConnection, AuditEntryType } from "./audit-entry.type.ts";

@Resolver(() => AuditEntryType)
export class AuditEntryResolver {
  @Query(() => AuditEntryConnection, {
    description: "审计记录，新的在前（审计员）。The audit log, newest first; for auditors.",
  })
  async auditEntries(
    @Arg("filter", () => AuditEntryFilter, { nullable: true }) filter: AuditEntryFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: OrganizationsContext,
  ): Promise<Page<AuditEntryRow>> {
    if (context.viewer.auditorRegionCodes.length === 0) {
      throw forbidden(context.viewer, "Only auditors may read the audit log.");
    }
    return await fetchPage(context.rows, context.auditEntries.list(filter ?? {}), page);
  }
}
