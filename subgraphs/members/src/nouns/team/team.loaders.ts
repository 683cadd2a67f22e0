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
import type { TeamFilter } from "./team.input.ts";

/** A team as lists and loaders give it. */
export type TeamRow = MembersTables["team"];

/** Reads of teams. */
export interface TeamLoaders {
  readonly byId: DataLoader<string, TeamRow | null>;
  readonly ofOrganization: NestedPages<TeamRow>;
  list(filter: TeamFilter): Promise<List<MembersTables, "team", TeamRow>>;
}

/** Loaders of one call. */
export function createTeamLoaders({ rows, database }: BaseContext<MembersTables>): TeamLoaders {
  const all = rows.selectFrom("team").selectAll("team");
  const order = newestFirst<TeamRow>(sql.ref("team.id"));
  return {
    byId: byId((ids) => all.where(anyOf("team.id", ids, "uuid")).execute()),
    ofOrganization: nestedPages({
      rows,
      list: { name: "organization.teams", query: all, ...order },
      parent: sql.ref("team.organizationId"),
      parentType: "uuid",
    }),
    list: async (filter) => {
      let query = all;
      if (filter.regionCode != null) {
        query = query.where(
          await withinRegion(
            database.regionLevels,
            filter.regionCode,
            elementOf("team.regionPath"),
          ),
        );
      }
      if (filter.kinds) query = query.where(oneOf("team.kind", filter.kinds));
      if (filter.organizationId != null)
        query = query.where(isRecord("team.organizationId", filter.organizationId));
      if (filter.committeeId != null)
        query = query.where(isRecord("team.committeeId", filter.committeeId));
      return { name: "teams", query, ...order };
    },
  };
}
