import { change } from "@alliance-hub/platform/change/change";
import { awayIn } from "@alliance-hub/platform/errors/database-away";
import type { Log } from "@alliance-hub/platform/log/log";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { lockLeaving } from "../../nouns/membership/membership.background.ts";
import type { Membership } from "../../nouns/membership/membership.entity.ts";
import { startAtMidnights } from "../midnights/midnights.ts";
import { holdCurrentTerm } from "../../nouns/term/term.background.ts";
import { noticesOfMembership } from "../../nouns/membership/membership.notices.ts";
import type { LeavingContext } from "./leave-committee.ts";
import { type LeavingTables, settleLeaving } from "./settle.ts";

/** Who carries out what was planned: the hub itself, with the rights of those who planned it. */
export const LEAVING_SUBJECT = "command:leaving";

/** What the work is done with. */
export interface LeavingWork {
  /** A context for a viewer. */
  readonly contextFor: (viewer: Viewer) => LeavingContext;
  readonly log: Log;
  readonly clock: () => Date;
}

/**
 * Settles what is open once the last day of a planned leaving is over, at once and then after each midnight, until it
 * is disposed of. Several processes may do this on one database. A fault is logged and tried again.
 */
export function startLeavings({ contextFor, log, clock }: LeavingWork): AsyncDisposable {
  return startAtMidnights(clock, async (signal) => {
    try {
      const leavings = await carryOutLeavings({ contextFor, clock }, signal);
      if (leavings > 0) log.info({ leavings }, "planned leavings are carried out");
    } catch (err) {
      if (!awayIn(err))
        log.warn({ err }, "a planned leaving could not be carried out; it is tried again");
    }
  });
}

/** Another process has carried it out, or somebody has called it off. */
class NothingToDo extends Error {
  override readonly name: string = "NothingToDo";
}

/**
 * Carries out all leavings whose last day is over, each in a transaction of its own: after a crash it is either done
 * or still to be done.
 *
 * @param signal ends it after the current one.
 * @returns how many there were.
 */
export async function carryOutLeavings(
  { contextFor, clock }: Pick<LeavingWork, "contextFor" | "clock">,
  signal?: AbortSignal,
): Promise<number> {
  const { rows } = contextFor({ ...ANONYMOUS, subject: LEAVING_SUBJECT });
  const today = shanghaiDay(clock());
  const over = await rows
    .selectFrom("membership")
    .select(["id", "regionPath"])
    .where("leftOn", "is", null)
    .where("leavesOn", "<", today)
    .orderBy("leavesOn")
    .orderBy("id")
    .execute();
  let done = 0;
  let fault: unknown;
  for (const { id, regionPath } of over) {
    if (signal?.aborted) break;
    const codes = regionPath.flatMap((code) => code ?? []);
    const viewer = {
      ...ANONYMOUS,
      kind: "PERSON",
      subject: LEAVING_SUBJECT,
      operatorRegionCodes: codes,
    } as const;
    try {
      await carryOutOne(contextFor(viewer), id, today);
      done += 1;
    } catch (error) {
      // One that fails holds up no other.
      if (!(error instanceof NothingToDo)) fault = error;
    }
  }
  if (fault !== undefined) throw fault;
  return done;
}

async function carryOutOne(context: LeavingContext, id: string, today: string): Promise<void> {
  const reload = (): Promise<Membership | null> => Promise.resolve(null);
  const mutation = { action: "leaveCommittee", input: {}, reload };
  await change(context, mutation, async (work: Work<LeavingTables>) => {
    const known = work.rows.selectFrom("membership").select("committeeId").where("id", "=", id);
    const { committeeId } = await known.executeTakeFirstOrThrow();
    await holdCurrentTerm(work, committeeId);
    const membership = await lockLeaving(work, id, today);
    if (!membership) throw new NothingToDo();
    const { settlements, organizationId, regionPath, leavesOn, leavingReason } = membership;
    const leaving = { membership, leftOn: leavesOn, reason: leavingReason, settlements };
    const details = await settleLeaving(context, work, leaving);
    membership.updatedAt = work.now;
    const told = noticesOfMembership(membership, { action: "leaveCommittee" });
    await leaveNotices(context, work, told);
    const audit = { noun: "Membership", recordId: id, organizationId, regionPath, details };
    return { record: membership, audit };
  });
}
