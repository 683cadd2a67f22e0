import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { type RawBuilder, sql } from "kysely";

/** A partner system whose key is valid; nothing of the key itself. */
export interface PartnerRow {
  readonly name: string;
  readonly organizationId: string;
  readonly scopes: string[];
  readonly createdAt: Date;
}

/** What partner systems need of a call. */
export interface PartnerContext extends BaseContext {
  readonly partners: ReturnType<typeof createPartnerLoaders>;
}

/** Loaders of one call. The table is the gateway's, which publishes this view of it. */
export function createPartnerLoaders({ rows }: Pick<BaseContext, "rows">) {
  const where = async (condition: RawBuilder<unknown>): Promise<PartnerRow[]> => {
    const { rows: found } = await sql<PartnerRow>`
      select name, organization_id, scopes, created_at from directory.partner_key
      where ${condition} order by created_at, name`.execute(rows);
    return found;
  };
  return {
    ofOrganization: (id: string): Promise<PartnerRow[]> => where(sql`organization_id = ${id}`),
    byName: async (name: string): Promise<PartnerRow | null> =>
      (await where(sql`name = ${name}`))[0] ?? null,
  };
}
