import { appendAudit } from "@alliance-hub/platform/change/audit";
import { InputChecks } from "@alliance-hub/platform/errors/faults";
import { LASTING, recordChanges } from "@alliance-hub/platform/change/record-changes";
import { requireDay, tomorrow } from "@alliance-hub/platform/change/require-day";
import {
  type CommitteeEntry,
  type OrganizationEntry,
  createDirectory,
} from "@alliance-hub/platform/directory/directory";
import { badInput, conflict } from "@alliance-hub/platform/errors/hub-error";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { requireCommittee } from "@alliance-hub/platform/directory/committee-units";
import {
  type Placement,
  placeOf,
  requireOrganization,
} from "@alliance-hub/platform/directory/placement";
import type { BaseContext, Work } from "@alliance-hub/platform/subgraph/context";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { Membership } from "./membership.entity.ts";
import type { JoinCommitteeInput } from "./membership.input.ts";
import type { MembershipContext, MembershipRow, MembershipTables } from "./membership.loaders.ts";
import { can } from "./membership.policy.ts";
import { noticesOfMembership } from "./membership.notices.ts";

/** The changes of a membership; when it ends, more changes with it, in a context that has it. */
export const membershipChanges = <Context extends MembershipContext>() =>
  recordChanges({
    noun: "Membership",
    entity: Membership,
    reload: ({ memberships }: Context, id): Promise<MembershipRow | null> =>
      memberships.byId.load(id),
    can,
    only: (_membership, action) => ({
      zh: `只有主持该委员会的人、当地的平台管理员${action === "leave" ? "或该单位的联络员" : ""}可以办理。`,
      en: `Only whoever runs the committee, an operator of its region${action === "leave" ? ", or the unit's own liaison," : ""} may do this.`,
    }),
    steps: LASTING,
    stateOf: ({ leftOn }) => (leftOn === null ? "LASTING" : "ENDED"),
    notices: noticesOfMembership,
  });

const changes = membershipChanges<MembershipContext>();

/**
 * Takes a unit into a committee.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` if it is already a member.
 */
export async function joinCommittee(
  context: MembershipContext,
  input: JoinCommitteeInput,
): Promise<MembershipRow> {
  const directory = createDirectory(context.rows);
  const checks = new InputChecks();
  const into = await checks.of(() => requireCommittee(directory, input.committeeId));
  const unit = await checks.of(() => requireOrganization(directory, input.organizationId));
  await checks.of(() =>
    changes.require(context.viewer, "join", {
      committeeId: into().id,
      organizationId: unit().id,
      ...placeOf(into()),
    }),
  );
  await checks.of(() => requireSameAlliance(into(), unit()));
  const instant = context.clock();
  const joinedOn = await checks.of(() =>
    requireDay("joinedOn", input.joinedOn ?? shanghaiDay(instant), { latest: tomorrow(instant) }),
  );
  checks.end();
  const committee = into();
  const organization = unit();
  const membership = {
    committeeId: committee.id,
    organizationId: organization.id,
    ...placeOf(committee),
  };
  const constraints = {
    membership_one_current: () =>
      conflict({
        zh: `${organization.name}已是${committee.name}的成员单位，无需再加入。`,
        en: `${organization.name} is already a member of ${committee.name}. Find the membership with committee(id:) { memberUnits }.`,
      }),
  };
  return await changes.create(
    context,
    { action: "joinCommittee", input, constraints },
    (_work, create) => create({ ...membership, joinedOn: joinedOn() }),
  );
}

/**
 * A committee can take in a unit without its consent, so it must not be a unit of another alliance.
 *
 * @throws HubError `BAD_USER_INPUT`.
 */
export function requireSameAlliance(
  committee: CommitteeEntry,
  organization: OrganizationEntry,
): void {
  const { allianceCode } = committee;
  if (organization.allianceCode === allianceCode) return;
  throw badInput("organizationId", {
    zh: `${organization.name}与${committee.name}不在同一联盟（区县）。请选择本联盟的单位。`,
    en: `"organizationId" ${organization.name} belongs to alliance ${organization.allianceCode}, ${committee.name} to ${allianceCode}. Name a unit of ${allianceCode}, or a committee of ${organization.allianceCode}.`,
  });
}

/**
 * Takes a unit into a committee in the caller's transaction, with an audit entry of its own.
 *
 * @returns the id of the membership; of the current one if the unit is a member already.
 */
export async function enterMembership<C>(
  context: BaseContext<C>,
  work: Work<MembershipTables>,
  membership: Placement & Pick<Membership, "committeeId" | "organizationId" | "joinedOn">,
): Promise<string> {
  const { em, rows, now } = work;
  const { committeeId, organizationId, joinedOn, regionPath } = membership;
  const current = await rows
    .selectFrom("membership")
    .select("id")
    .where("committeeId", "=", committeeId)
    .where("organizationId", "=", organizationId)
    .where("leftOn", "is", null)
    .executeTakeFirst();
  if (current) return current.id;
  const id = context.newId();
  const stamp = { id, version: 1, createdAt: now, updatedAt: now };
  const entered = em.create(Membership, {
    ...stamp,
    ...placeOf(membership),
    committeeId,
    organizationId,
    joinedOn,
    leftOn: null,
    leaveReason: null,
    leavesOn: null,
    leavingReason: null,
    settlements: null,
  });
  const action = "joinCommittee";
  const audit = { action, noun: "Membership", recordId: id };
  await appendAudit(context, rows, { ...audit, organizationId, regionPath });
  await leaveNotices(context, work, noticesOfMembership(entered, { action }));
  return id;
}
