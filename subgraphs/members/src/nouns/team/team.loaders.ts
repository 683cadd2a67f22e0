import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { oneOf } from "@alliance-hub/platform/database/one-of";
import type { Row } from "@alliance-hub/platform/database/row";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type { Team } from "./team.entity.ts";
import type { TeamFilter } from "./team.input.ts";

/** A team as lists and loaders give it. */
export type TeamRow = Row<Team>;

interface TeamTables extends TablesWith<"team", Team> {}

/** What teams need of a call. */
export interface TeamContext extends ContextWith<"teams", typeof createTeamLoaders> {}

/** Loaders of one call. */
export function createTeamLoaders(context: BaseContext<TeamTables>) {
  const teams = recordReads(context, { table: "team" });
  return {
    byId: teams.byId,
    ofOrganization: teams.below("organization.teams", "organizationId"),
    ofCommittee: teams.below("committee.teams", "committeeId"),
    list: (filter: TeamFilter) =>
      teams.list("teams", [...teams.usual(filter), oneOf("team.kind", filter.kinds)]),
  };
}
