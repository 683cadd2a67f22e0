import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import { isRecord, oneOf } from "@alliance-hub/platform/database/one-of";
import type { Row } from "@alliance-hub/platform/database/row";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type { Team } from "./team.entity.ts";
import type { TeamFilter } from "./team.input.ts";

/** A team as lists and loaders give it. */
export type TeamRow = Row<Team>;

interface TeamTables extends DirectoryTables {
  team: TeamRow;
}

/** What teams need of a call. */
export interface TeamContext extends BaseContext<TeamTables> {
  readonly teams: TeamLoaders;
}

/** Reads of teams. */
export type TeamLoaders = ReturnType<typeof createTeamLoaders>;

/** Loaders of one call. */
export function createTeamLoaders(context: BaseContext<TeamTables>) {
  const teams = recordReads(context, { table: "team" });
  return {
    byId: teams.byId,
    ofOrganization: teams.below("organization.teams", "organizationId"),
    list: (filter: TeamFilter) =>
      teams.list("teams", [
        teams.within(filter.regionCode),
        oneOf("team.kind", filter.kinds),
        isRecord("team.organizationId", filter.organizationId),
        isRecord("team.committeeId", filter.committeeId),
      ]),
  };
}
