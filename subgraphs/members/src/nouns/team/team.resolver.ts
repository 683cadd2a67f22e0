import { connectionField } from "@alliance-hub/platform/noun/connection-field";
import { fields, reference } from "@alliance-hub/platform/noun/fields";
import { mutation, mutations } from "@alliance-hub/platform/noun/mutations";
import { listQuery } from "@alliance-hub/platform/noun/queries";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import { FormTeamInput, TeamFilter, UpdateTeamInput } from "./team.input.ts";
import type { TeamContext, TeamRow } from "./team.loaders.ts";
import { formTeam, updateTeam } from "./team.service.ts";
import { TeamConnection, TeamType } from "./team.type.ts";

export const TeamList = listQuery({
  name: "teams",
  connection: TeamConnection,
  filter: TeamFilter,
  description: "队伍列表，新登记的在前。Teams, newest first.",
  list: ({ teams }: TeamContext, filter) => teams.list(filter),
});

export const TeamMutations = mutations(
  { field: "team", type: TeamType, description: "队伍。The team." },
  {
    formTeam: mutation(
      FormTeamInput,
      formTeam,
      "组建队伍（本单位联络员、该委员会书记，或平台管理员）。Forms a team; for the unit's liaison, the committee's secretary or an operator.",
    ),
    updateTeam: mutation(
      UpdateTeamInput,
      updateTeam,
      "更改队伍（本单位联络员、该委员会书记，或平台管理员）。Changes a team; for the unit's liaison, the committee's secretary or an operator.",
    ),
  },
);

export const TeamFields = fields<TeamRow, TeamContext>(() => TeamType, {
  organization: reference(() => OrganizationRef, "organizationId", {
    description: "所属单位。The unit it belongs to.",
  }),
  committee: reference(() => CommitteeRef, "committeeId", {
    description: "所属委员会。The committee it belongs to.",
  }),
});

export const OrganizationTeams = connectionField({
  on: () => OrganizationRef,
  name: "teams",
  connection: TeamConnection,
  description: "本单位的队伍，新的在前。Its teams, newest first.",
  pages: ({ teams }: TeamContext) => teams.ofOrganization,
});
