import { appendAudit } from "@alliance-hub/platform/change/audit";
import { type BaseContext, type Work, subjectOf } from "@alliance-hub/platform/subgraph/context";
import { type CommitteeEntry, createDirectory } from "@alliance-hub/platform/directory/directory";
import { notFound } from "@alliance-hub/platform/errors/hub-error";
import {
  type ChangedRecord,
  noticesOfChanged,
} from "@alliance-hub/platform/notices/concerned/changed-records";
import {
  applicationWithdrawn,
  seatEnded,
} from "@alliance-hub/platform/notices/concerned/of-members";
import {
  because,
  committee as committeeFact,
  text,
  unit,
} from "@alliance-hub/platform/notices/facts";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { type Kysely, sql } from "kysely";
import type { ApplicationTables } from "../../nouns/application/application.loaders.ts";
import { withdrawOpen } from "../../nouns/application/application.service.ts";
import type { Membership } from "../../nouns/membership/membership.entity.ts";
import type { MembershipTables } from "../../nouns/membership/membership.loaders.ts";
import type { SeatTables } from "../../nouns/seat/seat.loaders.ts";
import { endSeatsOf } from "../../nouns/seat/seat.service.ts";
import { readOpenItems } from "./open-items.ts";
import { type DecidedSettlement, type Settlement, decide } from "./settlements.ts";

/** The tables that change when a unit leaves. */
export type LeavingTables = MembershipTables & SeatTables & ApplicationTables;

/** Why the seats of a unit that leaves end. */
const SEATS_END = "单位退出";
/** Nouns whose records the subgraph `activities` owns; the others that are not ours are those of `resources`. */
const OF_ACTIVITIES: readonly string[] = ["Activity", "Issue"];
const OF_RESOURCES: readonly string[] = ["Resource", "Need", "Booking", "Agreement"];

/** A leaving that happens now. */
export interface Leaving {
  readonly membership: Membership;
  /** The last day. */
  readonly leftOn: string;
  readonly reason: string;
  /** How what is open is settled; null: as is usual. */
  readonly settlements: readonly Settlement[] | null;
}

/** The committee of a membership. @throws HubError `NOT_FOUND`. */
export async function committeeOf(
  rows: Kysely<LeavingTables>,
  committeeId: string,
): Promise<CommitteeEntry> {
  const committee = await createDirectory(rows).committee(committeeId);
  if (!committee) throw notFound("Committee", committeeId);
  return committee;
}

/**
 * Locks what is settled, activities before resources, in the order that all keep to: whoever moves an activity at the same
 * time goes before or after.
 */
async function lockSettled(
  rows: Kysely<LeavingTables>,
  decided: readonly DecidedSettlement[],
): Promise<void> {
  const activities = decided.flatMap(({ noun, recordId }) =>
    noun === "Activity" ? [recordId] : [],
  );
  const { rows: venues } = await sql<{ id: string }>`
    select id from directory.lock_activities(${activities}::uuid[]) as id`.execute(rows);
  const ids = venues.map(({ id }) => id);
  await sql`select directory.lock_settled_resources(${JSON.stringify(decided)}::jsonb, ${ids}::uuid[])`.execute(
    rows,
  );
}

/**
 * Ends a locked membership and settles all that is open between the unit and the committee, in the caller's
 * transaction. Seats that the unit has filled end with it, unless the committee belongs to that unit. Whoever is
 * concerned is told.
 *
 * @returns what the audit log says of it.
 */
export async function settleLeaving<C>(
  context: BaseContext<C>,
  work: Work<LeavingTables>,
  { membership, leftOn, reason, settlements }: Leaving,
): Promise<{ settled: number }> {
  const { committeeId, organizationId, regionPath } = membership;
  const committee = await committeeOf(work.rows, committeeId);
  Object.assign(membership, {
    leftOn,
    leaveReason: reason,
    leavesOn: null,
    leavingReason: null,
    settlements: null,
  });
  const pair = { committeeId, organizationId };
  const items = await readOpenItems(work.rows, pair, work.now);
  const decided = decide(items, settlements, committee);
  const cause = {
    ...pair,
    at: work.now.toISOString(),
    reason,
    subject: subjectOf(context.viewer),
    requestId: context.requestId,
  };
  const of = (nouns: readonly string[]) =>
    JSON.stringify(
      decided
        .filter(({ noun }) => nouns.includes(noun))
        .map((one: DecidedSettlement) => ({ ...one, auditId: context.newId() })),
    );
  const given = JSON.stringify(cause);
  await lockSettled(work.rows, decided);
  const { rows: changed } = await sql<ChangedRecord>`
    select * from directory.settle_resources(${of(OF_RESOURCES)}::jsonb, ${given}::jsonb)
    union all select * from directory.settle_activities(${of(OF_ACTIVITIES)}::jsonb, ${given}::jsonb)`.execute(
    work.rows,
  );
  const withdrawn = await withdrawOpen(work, pair);
  for (const { id } of withdrawn)
    await appendAudit(context, work.rows, {
      action: "leaveCommittee",
      noun: "Application",
      recordId: id,
      organizationId,
      regionPath,
    });
  const seats =
    committee.organizationId === organizationId
      ? []
      : await endSeatsOf(context, work, { ...pair, until: leftOn, endReason: SEATS_END });
  const why = because("LEFT_COMMITTEE", {
    organization: unit(organizationId),
    committee: committeeFact(committeeId),
    reason: text(reason),
  });
  await leaveNotices(context, work, [
    ...noticesOfChanged(changed, why),
    ...withdrawn.flatMap((application) => applicationWithdrawn(application, why)),
    ...seats.flatMap((seat) => seatEnded(seat, why)),
  ]);
  return { settled: decided.length };
}
