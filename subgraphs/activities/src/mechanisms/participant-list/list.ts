import type { Work } from "@alliance-hub/platform/subgraph/context";
import { type Kysely, sql } from "kysely";
import { Participant } from "./participant.ts";

/** A unit's part in an activity. */
export interface Part {
  readonly activityId: string;
  readonly organizationId: string;
}

type Writing = Pick<Work<unknown>, "em" | "now">;

/** What is entered of a unit: in which activity, and the part that it has there already, if any. */
interface Entry {
  readonly activity: {
    readonly id: string;
    /** PostgreSQL keeps that of the parts equal to it, so that lists of a unit are in this order. */
    readonly startsAt: Date;
  };
  readonly organizationId: string;
  readonly known?: Participant | undefined;
}

/**
 * The parts that some units have in an activity, by unit. The activity is locked, here and below. Read all that a change
 * needs before it enters the first: a later read would write what was entered so far.
 */
export async function partsIn(
  { em }: Writing,
  activityId: string,
  organizationIds: readonly string[],
): Promise<ReadonlyMap<string, Participant>> {
  const found = await em.find(Participant, {
    activityId,
    organizationId: { $in: [...organizationIds] },
  });
  return new Map(found.map((part) => [part.organizationId, part]));
}

/** Enters that a unit takes part, whatever its part was before. */
export function enterJoined(work: Writing, entry: Entry): Participant {
  const { now: joinedAt } = work;
  return enter(work, entry, { state: "JOINED", joinedAt, endedAt: null, reason: null });
}

/** Enters that a unit is invited, whatever its part was before. */
export function enterInvited(work: Writing, entry: Entry): void {
  const { now: invitedAt } = work;
  enter(work, entry, {
    state: "INVITED",
    invitedAt,
    joinedAt: null,
    endedAt: null,
    reason: null,
  });
}

function enter(
  { em }: Writing,
  { activity, organizationId, known }: Entry,
  values: Pick<Participant, "state"> & Partial<Participant>,
): Participant {
  if (known) return Object.assign(known, values);
  const { id: activityId, startsAt } = activity;
  const none = { invitedAt: null, joinedAt: null, endedAt: null, reason: null, attendance: null };
  return em.create(Participant, { ...none, activityId, organizationId, startsAt, ...values });
}

/** Ends a unit's part: it has left, or declined. What it reported does not count any more. */
export function endPart(
  { now: endedAt }: Writing,
  part: Participant,
  how: { readonly state: "LEFT" | "DECLINED"; readonly reason: string | null },
): void {
  Object.assign(part, { ...how, endedAt, attendance: null });
}

/** Records how many people came from a unit that takes part. */
export function noteAttendance(part: Participant, attendance: number): void {
  part.attendance = attendance;
}

/** Forgets how many people came: it did not take place. The audit log keeps the sum. */
export async function clearAttendance<DB>(
  transaction: Kysely<DB>,
  activityId: string,
): Promise<void> {
  await sql`
    update participant set attendance = null where activity_id = ${activityId} and attendance is not null`.execute(
    transaction,
  );
}

/** How many people came from all units except one, as reported. */
export async function attendanceOfOthers<DB>(
  transaction: Kysely<DB>,
  { activityId, organizationId }: Part,
): Promise<number> {
  const { rows } = await sql<{ attendance: number }>`
    select coalesce(sum(attendance), 0) as attendance from participant
    where activity_id = ${activityId} and organization_id <> ${organizationId}`.execute(
    transaction,
  );
  return rows[0]?.attendance ?? 0;
}

/** The units that have been invited to an activity and have not answered, as they are stored. */
export async function invitedTo<DB>(
  transaction: Kysely<DB>,
  activityId: string,
): Promise<string[]> {
  const { rows } = await sql<{ organizationId: string }>`
    select organization_id from participant where activity_id = ${activityId} and state = 'INVITED'`.execute(
    transaction,
  );
  return rows.map(({ organizationId }) => organizationId);
}
