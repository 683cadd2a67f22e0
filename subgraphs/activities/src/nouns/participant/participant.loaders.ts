import { anyOf } from "@alliance-hub/platform/keys/any-of";
import DataLoader from "dataloader";
import type { ActivitiesBase } from "../../context.ts";
import type { ActivitiesTables } from "../../database.ts";

/** A participant as loaders give it. */
export type ParticipantRow = ActivitiesTables["participant"];

/** Reads of participants. */
export interface ParticipantLoaders {
  /**
   * The units that take part in an activity, in the order in which they joined. The key comes from
   * an activity that was read, so who asks may see it.
   */
  readonly ofActivity: DataLoader<string, ParticipantRow[]>;
}

/** Loaders of one call. */
export function createParticipantLoaders(context: ActivitiesBase): ParticipantLoaders {
  return {
    ofActivity: new DataLoader(async (activityIds) => {
      const found = await context.rows
        .selectFrom("participant")
        .selectAll()
        .where(anyOf("activityId", activityIds, "uuid"))
        .orderBy("joinedAt")
        .orderBy("organizationId")
        .execute();
      const byActivity = Map.groupBy(found, (participant) => participant.activityId);
      return activityIds.map((id) => byActivity.get(id) ?? []);
    }),
  };
}
