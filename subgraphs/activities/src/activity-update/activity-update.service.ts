import type { Work } from "@alliance-hub/kit/subgraph/context";
import type { Activity } from "../activity/activity.entity.ts";
import type { ActivitiesContext } from "../context.ts";
import type { ActivitiesTables } from "../database.ts";
import { ActivityUpdate, type ActivityUpdateType } from "./activity-update.entity.ts";

/** What happened, beside the activity itself. */
export interface Happening {
  readonly type: ActivityUpdateType;
  /** The unit that joined, left or reported. Default: none. */
  readonly organizationId?: string | null;
}

/**
 * Appends to the update log, in the transaction of the change: committed with it or not at all. Called
 * once the activity is as the change leaves it.
 */
export function appendUpdate(
  context: Pick<ActivitiesContext, "newId">,
  { em, now }: Work<ActivitiesTables>,
  { activity, type, organizationId = null }: Happening & { readonly activity: Activity },
): void {
  em.create(ActivityUpdate, {
    id: context.newId(),
    type,
    occurredAt: now,
    activityId: activity.id,
    organizationId,
    kind: activity.kind,
    committeeId: activity.committeeId,
    audience: activity.audience,
    participantIds: activity.participantIds,
    regionPath: activity.regionPath,
    allianceCode: activity.allianceCode,
  });
}
