import { change, requireVersion } from "@alliance-hub/platform/change/change";
import { requireDay, requireLastDay, tomorrow } from "@alliance-hub/platform/change/require-day";
import { requireText } from "@alliance-hub/platform/change/require-text";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import {
  badInput,
  conflict,
  forbidden,
  illegalTransition,
  notFound,
} from "@alliance-hub/platform/errors/hub-error";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { requireCommittee } from "@alliance-hub/platform/directory/committee-units";
import { requireOrganization } from "@alliance-hub/platform/directory/placement";
import { isId } from "@alliance-hub/platform/keys/loader";
import { LockMode } from "@mikro-orm/core";
import type { MembersContext } from "../../context.ts";
import { endSeatsOf } from "../seat/seat.service.ts";
import { holdCurrentTerm } from "../term/term.loaders.ts";
import { Membership } from "./membership.entity.ts";
import type { JoinCommitteeInput, LeaveCommitteeInput } from "./membership.input.ts";
import type { MembershipRow } from "./membership.loaders.ts";
import { can } from "./membership.policy.ts";

/**
 * Takes a unit into a committee.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` if it is a member already.
 */
export async function joinCommittee(
  context: MembersContext,
  input: JoinCommitteeInput,
): Promise<MembershipRow> {
  const directory = createDirectory(context.rows);
  const committee = await requireCommittee(directory, input.committeeId);
  const organization = await requireOrganization(directory, input.organizationId);
  const { regionCode, regionPath, allianceCode } = committee;
  const membership = {
    committeeId: committee.id,
    organizationId: organization.id,
    regionCode,
    regionPath,
    allianceCode,
  };
  if (!can(context.viewer, "join", membership)) {
    throw forbidden(
      context.viewer,
      `Only who runs committee ${committee.id} or an operator of ${regionCode} may take units into it.`,
    );
  }
  // Taking a unit in needs no consent of the unit; it must not reach into another alliance.
  if (organization.allianceCode !== allianceCode) {
    throw badInput(
      "organizationId",
      `"organizationId" ${organization.id} belongs to alliance ${organization.allianceCode}, committee ${committee.id} to ${allianceCode}. Name a unit of ${allianceCode}, or a committee of ${organization.allianceCode}.`,
    );
  }
  const instant = context.clock();
  const joinedOn = requireDay("joinedOn", input.joinedOn ?? shanghaiDay(instant), {
    latest: tomorrow(instant),
  });
  return await change(
    context,
    {
      action: "joinCommittee",
      input,
      reload: (id) => context.memberships.byId.load(id),
      constraints: {
        membership_one_current: () =>
          conflict(
            `${organization.id} is a member of committee ${committee.id} already. Find the membership with committee(id:) { memberUnits }.`,
          ),
      },
    },
    async ({ em, now }) => {
      const record = em.create(Membership, {
        ...membership,
        id: context.newId(),
        createdAt: now,
        updatedAt: now,
        joinedOn,
        leftOn: null,
        leaveReason: null,
      });
      return {
        record,
        audit: {
          noun: "Membership",
          recordId: record.id,
          organizationId: organization.id,
          regionPath,
        },
      };
    },
  );
}

/**
 * Ends a membership. The seats of persons whom the unit sent end with it, unless the committee
 * stands on that unit.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function leaveCommittee(
  context: MembersContext,
  input: LeaveCommitteeInput,
): Promise<MembershipRow> {
  const leaveReason = requireText("reason", input.reason, { maxLength: 200 });
  return await change(
    context,
    { action: "leaveCommittee", input, reload: (id) => context.memberships.byId.load(id) },
    async (work) => {
      const { em, rows, now } = work;
      const known = isId(input.id)
        ? await rows
            .selectFrom("membership")
            .select("committeeId")
            .where("id", "=", input.id)
            .executeTakeFirst()
        : undefined;
      if (!known) throw notFound("Membership", input.id);
      await holdCurrentTerm(em, known.committeeId);
      const record = await em.findOneOrFail(Membership, input.id, {
        lockMode: LockMode.PESSIMISTIC_WRITE,
      });
      const { committeeId, organizationId, regionPath } = record;
      if (!can(context.viewer, "leave", record)) {
        throw forbidden(
          context.viewer,
          `Only who runs committee ${committeeId}, an operator or the unit's own liaison may end the membership.`,
        );
      }
      requireVersion(record, input.version);
      if (record.leftOn !== null) {
        throw illegalTransition({
          noun: "Membership",
          id: record.id,
          state: "ENDED",
          wanted: "ENDED",
          allowed: [],
        });
      }
      record.leftOn = requireLastDay("leftOn", input.leftOn, { first: record.joinedOn, now });
      record.leaveReason = leaveReason;
      record.updatedAt = now;
      const committee = await createDirectory(rows).committee(committeeId);
      if (committee?.organizationId !== organizationId) {
        await endSeatsOf(
          work,
          { committeeId, organizationId },
          { until: record.leftOn, endReason: "单位退出" },
        );
      }
      return {
        record,
        audit: { noun: "Membership", recordId: record.id, organizationId, regionPath },
      };
    },
  );
}
