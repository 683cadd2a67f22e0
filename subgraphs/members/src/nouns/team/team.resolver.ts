import { connectionField } from "@alliance-hub/platform/noun/connection-field";
import { fields } from "@alliance-hub/platform/noun/fields";
import { ownerFields } from "@alliance-hub/platform/noun/owner";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { listQuery } from "@alliance-hub/platform/noun/queries";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import * as inputs from "./team.input.ts";
import type { TeamContext, TeamRow } from "./team.loaders.ts";
import * as service from "./team.service.ts";
import { TeamConnection, TeamType } from "./team.type.ts";

export const TeamList = listQuery({
  name: "teams",
  connection: TeamConnection,
  filter: inputs.TeamFilter,
  description: "队伍列表，新登记的在前。Teams, newest first.",
  list: ({ teams }: TeamContext, filter) => teams.list(filter),
});

export const TeamMutations = mutations(
  {
    field: "team",
    type: TeamType,
    description: "队伍。The team.",
    by: {
      zh: "本单位联络员、该委员会书记，或平台管理员",
      en: "the unit's liaison, the committee's secretary or an operator",
    },
  },
  { inputs, service },
  {
    formTeam: { zh: "组建队伍", en: "Forms a team" },
    updateTeam: { zh: "更改队伍", en: "Changes a team" },
  },
);

export const TeamFields = fields<TeamRow, TeamContext>(
  () => TeamType,
  ownerFields(
    () => OrganizationRef,
    () => CommitteeRef,
  ),
);

const list = { name: "teams", connection: TeamConnection };
export const OrganizationTeams = connectionField({
  ...list,
  on: () => OrganizationRef,
  description: "本单位的队伍，新的在前。Its teams, newest first.",
  pages: ({ teams }: TeamContext) => teams.ofOrganization,
});
export const CommitteeTeams = connectionField({
  ...list,
  on: () => CommitteeRef,
  description: "委员会的队伍，新的在前。Its teams, newest first.",
  pages: ({ teams }: TeamContext) => teams.ofCommittee,
});
