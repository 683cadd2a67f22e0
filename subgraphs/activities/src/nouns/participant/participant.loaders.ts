import { allBelow } from "@alliance-hub/platform/keys/all-below";
import { anyOf } from "@alliance-hub/platform/keys/any-of";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type DataLoader from "dataloader";
import type { ActivityContext, ActivityTables } from "../activity/activity.loaders.ts";

/** A participant as loaders give it. */
export type ParticipantRow = ActivityTables["participant"];

/** Reads of participants. */
export interface ParticipantLoaders {
  /**
   * All parts of units in an activity, in the order in which they joined or were invited. The key comes from an activity
   * that was read; which of them the viewer may see is up to the policy.
   */
  readonly ofActivity: DataLoader<string, ParticipantRow[]>;
}

/** What participants need of a call. */
export interface ParticipantContext extends ActivityContext {
  readonly participants: ParticipantLoaders;
}

/** Loaders of one call. */
export function createParticipantLoaders(context: BaseContext<ActivityTables>): ParticipantLoaders {
  return {
    ofActivity: allBelow("activityId", (activityIds) =>
      context.rows
        .selectFrom("participant")
        .selectAll()
        .where(anyOf("activityId", activityIds, "uuid"))
        .orderBy((eb) => eb.fn.coalesce("joinedAt", "invitedAt"))
        .orderBy("organizationId")
        .execute(),
    ),
  };
}
