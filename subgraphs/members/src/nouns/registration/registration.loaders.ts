import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { isRecord, oneOf } from "@alliance-hub/platform/database/one-of";
import { elementOf, withinRegion } from "@alliance-hub/platform/directory/within-region";
import { type List, newestFirst } from "@alliance-hub/platform/pagination/list";
import { type NestedPages, nestedPages } from "@alliance-hub/platform/pagination/nested-pages";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { byId } from "@alliance-hub/platform/keys/loader";
import type DataLoader from "dataloader";
import { sql } from "kysely";
import type { MembersTables } from "../../database.ts";
import type { RegistrationFilter } from "./registration.input.ts";
import { readable } from "./registration.policy.ts";

/** A registration as lists and loaders give it. */
export type RegistrationRow = MembersTables["registration"];

/** Reads of registrations, limited to what the viewer may see. */
export interface RegistrationLoaders {
  readonly byId: DataLoader<string, RegistrationRow | null>;
  readonly ofOrganization: NestedPages<RegistrationRow>;
  list(filter: RegistrationFilter): Promise<List<MembersTables, "registration", RegistrationRow>>;
}

/** Loaders of one call. */
export function createRegistrationLoaders({
  rows,
  viewer,
  database,
}: BaseContext<MembersTables>): RegistrationLoaders {
  const visible = rows.selectFrom("registration").selectAll("registration").where(readable(viewer));
  const order = newestFirst<RegistrationRow>(sql.ref("registration.id"));
  return {
    byId: byId((ids) => visible.where(anyOf("registration.id", ids, "uuid")).execute()),
    ofOrganization: nestedPages({
      rows,
      list: { name: "organization.registrations", query: visible, ...order },
      parent: sql.ref("registration.organizationId"),
      parentType: "uuid",
    }),
    list: async (filter) => {
      let query = visible;
      if (filter.regionCode != null) {
        query = query.where(
          await withinRegion(
            database.regionLevels,
            filter.regionCode,
            elementOf("registration.regionPath"),
          ),
        );
      }
      if (filter.states) query = query.where(oneOf("registration.state", filter.states));
      if (filter.responsible != null)
        query = query.where("registration.responsible", "=", filter.responsible);
      if (filter.organizationId != null)
        query = query.where(isRecord("registration.organizationId", filter.organizationId));
      return { name: "registrations", query, ...order };
    },
  };
}
