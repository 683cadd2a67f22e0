import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
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
  const checks = new InputChecks();
  const owner = await checks.of(async () => {
    const placement = await requireOwner(createDirectory(context.rows), input);
    changes.require(context.viewer, "form", placement);
    return placement;
  });
  const given = await checks.of(() => checkedTeam(input, context.clock()));
  checks.end();
  const team = { ...owner(), kind: input.kind, ...given() };
  return await changes.create(context, { action: "formTeam", input }, (_work, create) =>
    create(team),
  );
}

/** What the input says of a team. @throws HubError `BAD_USER_INPUT`. */
function checkedTeam(input: FormTeamInput, now: Date) {
  const { name, headcount, specialities } = LIMITS;
  const { first, ...rest } = gathered({
    first: () => checked(input, { name, headcount }),
    specialities: () => specialities.check("specialities", input.specialities ?? []),
    formedOn: () =>
      requireDay("formedOn", input.formedOn ?? shanghaiDay(now), { latest: tomorrow(now) }),
  });
  return { ...first, ...rest };
}

/**
 * Changes what was entered of a team.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` from a stale version.
 */
export async function updateTeam(context: TeamContext, input: UpdateTeamInput): Promise<TeamRow> {
  const { kind, formedOn } = input;
  const given = () =>
    gathered({
      texts: () => checkedWhereGiven(input, LIMITS),
      formedOn: () =>
        formedOn == null
          ? {}
          : { formedOn: requireDay("formedOn", formedOn, { latest: tomorrow(context.clock()) }) },
    });
  const step = { action: "updateTeam", may: "update", given, input } as const;
  return await changes.change(context, step, (team, _work, changed) => {
    const { texts, formedOn: day } = changed();
    Object.assign(team, texts, day, kind == null ? {} : { kind });
  });
}
