import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { byId } from "@alliance-hub/platform/keys/loader";
import DataLoader from "dataloader";
import { readable } from "../activity/activity.policy.ts";
import type { ActivitiesBase } from "../../context.ts";
import type { ActivitiesTables } from "../../database.ts";

/** An agenda item as loaders give it. */
export type AgendaItemRow = ActivitiesTables["agendaItem"];

/** Reads of agenda items; those taken off are not among them. */
export interface AgendaItemLoaders {
  readonly byId: DataLoader<string, AgendaItemRow | null>;
  /** The agenda of an activity that was read (so who asks may see it), in its order. */
  readonly ofActivity: DataLoader<string, AgendaItemRow[]>;
}

/** Loaders of one call. */
export function createAgendaItemLoaders(context: ActivitiesBase): AgendaItemLoaders {
  const items = () =>
    context.rows
      .selectFrom("agendaItem")
      .selectAll("agendaItem")
      .where("agendaItem.removedAt", "is", null);
  return {
    byId: byId((ids) =>
      items()
        .innerJoin("activity", "activity.id", "agendaItem.activityId")
        .where(anyOf("agendaItem.id", ids, "uuid"))
        .where(readable(context.viewer))
        .execute(),
    ),
    ofActivity: new DataLoader(async (activityIds) => {
      const found = await items()
        .where(anyOf("activityId", activityIds, "uuid"))
        .orderBy("position")
        .execute();
      const byActivity = Map.groupBy(found, (item) => item.activityId);
      return activityIds.map((id) => byActivity.get(id) ?? []);
    }),
  };
}
