import { anyOf } from "@alliance-hub/platform/keys/any-of";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import type { Row } from "@alliance-hub/platform/database/row";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import DataLoader from "dataloader";
import { type SqlBool, sql } from "kysely";
import { readable } from "../activity/activity.policy.ts";
import type { ActivityContext, ActivityTables } from "../activity/activity.loaders.ts";
import type { AgendaItem } from "./agenda-item.entity.ts";

/** An agenda item as loaders give it. */
export type AgendaItemRow = Row<AgendaItem>;

/** The tables that agenda items are read from. */
export interface AgendaItemTables extends DirectoryTables {
  agendaItem: AgendaItemRow;
}

/** What agenda items need of a call. */
export interface AgendaItemContext
  extends
    BaseContext<ActivityTables & AgendaItemTables>,
    Pick<ActivityContext, "activities" | "venues" | "directory"> {
  readonly agendaItems: AgendaItemLoaders;
}

/** Reads of agenda items, without removed ones. */
export type AgendaItemLoaders = ReturnType<typeof createAgendaItemLoaders>;

/** Loaders of one call. */
export function createAgendaItemLoaders(context: BaseContext<AgendaItemTables>) {
  const { viewer } = context;
  const kept = sql<SqlBool>`agenda_item.removed_at is null`;
  const ofReadable = sql`exists (select from activity where activity.id = agenda_item.activity_id and ${readable(viewer)})`;
  return {
    byId: recordReads(context, {
      table: "agendaItem",
      readable: sql`(${kept} and ${ofReadable})`,
    }).byId,
    /** The agenda of an activity, in its order. The activity was read before, so the viewer may see it. */
    ofActivity: new DataLoader<string, AgendaItemRow[]>(async (activityIds) => {
      const found = await context.rows
        .selectFrom("agendaItem")
        .selectAll()
        .where(kept)
        .where(anyOf("activityId", activityIds, "uuid"))
        .orderBy("position")
        .execute();
      const byActivity = Map.groupBy(found, (item) => item.activityId);
      return activityIds.map((id) => byActivity.get(id) ?? []);
    }),
  };
}
