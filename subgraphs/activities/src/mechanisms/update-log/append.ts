import type { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import type { BaseContext, Work } from "@alliance-hub/platform/subgraph/context";
import { ActivityUpdate, type ActivityUpdateType } from "./activity-update.ts";

/** An activity after a change: the columns for filters and for the rule of sharing. */
export type UpdatedActivity = Pick<
  ActivityUpdate,
  "id" | "kind" | "committeeId" | "audience" | "participantIds" | "regionPath" | "allianceCode"
>;

/** What happened, and to which activity. */
export interface Happening {
  readonly activity: UpdatedActivity;
  readonly type: ActivityUpdateType;
  /** The unit that was invited, joined, declined, left or reported. Default: none. */
  readonly organizationId?: string | null;
  /** The time that a rescheduling replaced. Default: none. */
  readonly previously?: TimeRangeInput | null;
  /** Why. Default: nobody said. */
  readonly reason?: string | null;
  /** Names of the fields that a correction changed. Default: none was. */
  readonly correctedFields?: readonly string[] | null;
  /** The host that has declined: whoever saw that it was asked learns it. Default: who hosts after the change. */
  readonly hostId?: string | null;
}

/**
 * Appends to the update log in the transaction of the change, so that both are committed or neither. Call it
 * when the activity has its new values.
 */
export function appendUpdate(
  context: Pick<BaseContext, "newId">,
  { em, now }: Pick<Work<unknown>, "em" | "now">,
  { activity, type, organizationId = null, previously = null, ...rest }: Happening,
): void {
  const { reason = null, correctedFields = null, hostId = null } = rest;
  em.create(ActivityUpdate, {
    id: context.newId(),
    type,
    occurredAt: now,
    activityId: activity.id,
    organizationId,
    previousStartsAt: previously?.start ?? null,
    previousEndsAt: previously?.end ?? null,
    reason,
    correctedFields: correctedFields && [...correctedFields],
    kind: activity.kind,
    committeeId: activity.committeeId,
    audience: activity.audience,
    participantIds: activity.participantIds,
    hostId,
    regionPath: activity.regionPath,
    allianceCode: activity.allianceCode,
  });
}
