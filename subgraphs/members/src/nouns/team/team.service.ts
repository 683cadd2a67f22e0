import { gathered } from "@alliance-hub/platform/errors/faults";
import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { requireDay, tomorrow } from "@alliance-hub/platform/change/require-day";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import { checked, checkedWhereGiven } from "@alliance-hub/platform/limits/checked";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { requireOwner } from "@alliance-hub/platform/directory/owner";
import { Team } from "./team.entity.ts";
import { type FormTeamInput, LIMITS, type UpdateTeamInput } from "./team.input.ts";
import type { TeamContext, TeamRow } from "./team.loaders.ts";
import { can } from "./team.policy.ts";

const changes = recordChanges({
  noun: "Team",
  entity: Team,
  reload: ({ teams }: TeamContext, id): Promise<TeamRow | null> => teams.byId.load(id),
  can,
  only: (_team, action) => ({
    zh: `只有单位的联络员、主持委员会的人或平台管理员可以${action === "form" ? "组建" : "更改"}队伍。`,
    en: `Only a liaison of the unit, whoever runs the committee, or an operator may ${action} its teams.`,
  }),
});

/**
 * Forms a team of a unit or of a committee.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`.
 */
export async function formTeam(context: TeamContext, input: FormTeamInput): Promise<TeamRow> {
  const owner = await requireOwner(createDirectory(context.rows), input);
  changes.require(context.viewer, "form", owner);
  const instant = context.clock();
  const { name, headcount, specialities } = LIMITS;
  const { first, ...rest } = gathered({
    first: () => checked(input, { name, headcount }),
    specialities: () => specialities.check("specialities", input.specialities ?? []),
    formedOn: () =>
      requireDay("formedOn", input.formedOn ?? shanghaiDay(instant), { latest: tomorrow(instant) }),
  });
  const team = { ...owner, kind: input.kind, ...first, ...rest };
  return await changes.create(context, { action: "formTeam", input }, (_work, create) =>
    create(team),
  );
}

/**
 * Changes name, headcount or specialities of a team.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` from a stale version.
 */
export async function updateTeam(context: TeamContext, input: UpdateTeamInput): Promise<TeamRow> {
  const given = checkedWhereGiven(input, LIMITS);
  return await changes.change(context, { action: "updateTeam", may: "update", input }, (team) => {
    Object.assign(team, given);
  });
}
