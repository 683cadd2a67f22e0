import { change, requireVersion } from "@alliance-hub/platform/change/change";
import { requireCount } from "@alliance-hub/platform/change/require-count";
import { requireDay, tomorrow } from "@alliance-hub/platform/change/require-day";
import { requireText } from "@alliance-hub/platform/change/require-text";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import { badInput, forbidden, notFound } from "@alliance-hub/platform/errors/hub-error";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { requireCommittee } from "@alliance-hub/platform/directory/committee-units";
import { type Placement, requireOrganization } from "@alliance-hub/platform/directory/placement";
import { isId } from "@alliance-hub/platform/keys/loader";
import { LockMode } from "@mikro-orm/core";
import type { MembersContext } from "../../context.ts";
import { Team } from "./team.entity.ts";
import type { FormTeamInput, UpdateTeamInput } from "./team.input.ts";
import type { TeamRow } from "./team.loaders.ts";
import { can } from "./team.policy.ts";

const NAME = { maxLength: 100 };
/** Most specialities of a team. */
const MAX_SPECIALITIES = 12;

/**
 * Forms a team of a unit or of a committee.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`.
 */
export async function formTeam(context: MembersContext, input: FormTeamInput): Promise<TeamRow> {
  const owner = await requireOwner(context, input);
  if (!can(context.viewer, "form", owner)) {
    throw forbidden(
      context.viewer,
      "Only a liaison of the unit, who runs the committee, or an operator may form its teams.",
    );
  }
  const instant = context.clock();
  const team = {
    ...owner,
    name: requireText("name", input.name, NAME),
    kind: input.kind,
    headcount: requireCount("headcount", input.headcount),
    specialities: requireSpecialities(input.specialities ?? []),
    formedOn: requireDay("formedOn", input.formedOn ?? shanghaiDay(instant), {
      latest: tomorrow(instant),
    }),
  };
  return await change(
    context,
    { action: "formTeam", input, reload: (id) => context.teams.byId.load(id) },
    async ({ em, now }) => {
      const record = em.create(Team, {
        ...team,
        id: context.newId(),
        createdAt: now,
        updatedAt: now,
      });
      return {
        record,
        audit: {
          noun: "Team",
          recordId: record.id,
          organizationId: team.organizationId,
          regionPath: team.regionPath,
        },
      };
    },
  );
}

/**
 * Changes name, headcount or specialities of a team.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` from a stale version.
 */
export async function updateTeam(
  context: MembersContext,
  input: UpdateTeamInput,
): Promise<TeamRow> {
  const name = input.name == null ? undefined : requireText("name", input.name, NAME);
  const headcount =
    input.headcount == null ? undefined : requireCount("headcount", input.headcount);
  const specialities =
    input.specialities == null ? undefined : requireSpecialities(input.specialities);
  return await change(
    context,
    { action: "updateTeam", input, reload: (id) => context.teams.byId.load(id) },
    async ({ em, now }) => {
      const record = isId(input.id)
        ? await em.findOne(Team, input.id, { lockMode: LockMode.PESSIMISTIC_WRITE })
        : null;
      if (!record) throw notFound("Team", input.id);
      if (!can(context.viewer, "update", record)) {
        throw forbidden(
          context.viewer,
          "Only a liaison of the unit, who runs the committee, or an operator may change its teams.",
        );
      }
      requireVersion(record, input.version);
      if (name !== undefined) record.name = name;
      if (headcount !== undefined) record.headcount = headcount;
      if (specialities !== undefined) record.specialities = specialities;
      record.updatedAt = now;
      return {
        record,
        audit: {
          noun: "Team",
          recordId: record.id,
          organizationId: record.organizationId,
          regionPath: record.regionPath,
        },
      };
    },
  );
}

/** Whose team it is to be, and where that is. */
async function requireOwner(
  context: MembersContext,
  input: Pick<FormTeamInput, "organizationId" | "committeeId">,
): Promise<Placement & { organizationId: string | null; committeeId: string | null }> {
  const { organizationId = null, committeeId = null } = input;
  const directory = createDirectory(context.rows);
  if (organizationId !== null && committeeId === null) {
    const { id, regionCode, regionPath, allianceCode } = await requireOrganization(
      directory,
      organizationId,
    );
    return { organizationId: id, committeeId: null, regionCode, regionPath, allianceCode };
  }
  if (committeeId !== null && organizationId === null) {
    const { id, regionCode, regionPath, allianceCode } = await requireCommittee(
      directory,
      committeeId,
    );
    return { organizationId: null, committeeId: id, regionCode, regionPath, allianceCode };
  }
  throw badInput(
    "organizationId",
    `A team belongs to a unit or to a committee. Give exactly one of "organizationId" and "committeeId".`,
  );
}

function requireSpecialities(labels: readonly string[]): string[] {
  if (labels.length > MAX_SPECIALITIES) {
    throw badInput(
      "specialities",
      `"specialities" has ${labels.length} entries; ${MAX_SPECIALITIES} at most. Leave some out.`,
    );
  }
  return [...new Set(labels.map((label) => requireText("specialities", label, { maxLength: 30 })))];
}
