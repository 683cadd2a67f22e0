import type { Work } from "@alliance-hub/platform/subgraph/context";
import { type Kysely, sql } from "kysely";
import { Participant } from "./participant.ts";

/** A unit's part in an activity. */
export interface Part {
  readonly activityId: string;
  readonly organizationId: string;
}

type Writing = Pick<Work<unknown>, "em" | "now">;

/** Adds a unit to the participants. The activity is locked, here and below. */
export function addParticipant(
  { em, now }: Writing,
  part: Part & {
    /** Of the activity; PostgreSQL keeps it equal, so that lists of a unit are in this order. */
    readonly startsAt: Date;
  },
): void {
  em.create(Participant, { ...part, joinedAt: now, attendance: null });
}

/** Removes a unit, which must be on the list. */
export async function removeParticipant({ em }: Writing, part: Part): Promise<void> {
  em.remove(await em.findOneOrFail(Participant, { ...part }));
}

/**
 * Records how many people came from a unit.
 *
 * @returns how many were recorded before, null for none; undefined if it does not take part.
 */
export async function noteAttendance(
  { em }: Writing,
  part: Part,
  attendance: number,
): Promise<number | null | undefined> {
  const participant = await em.findOne(Participant, { ...part });
  if (!participant) return undefined;
  const previous = participant.attendance;
  participant.attendance = attendance;
  return previous;
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
