import { isNull } from "@alliance-hub/platform/conditions/condition";
import { forViewer } from "@alliance-hub/platform/conditions/for-viewer";
import type { TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { allBelow } from "@alliance-hub/platform/keys/all-below";
import { anyOf } from "@alliance-hub/platform/keys/any-of";
import type { Row } from "@alliance-hub/platform/database/row";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { type SqlBool, sql } from "kysely";
import { readable } from "../activity/activity.policy.ts";
import type { ActivityContext, ActivityTables } from "../activity/activity.loaders.ts";
import type { AgendaItem } from "./agenda-item.entity.ts";

/** An agenda item as loaders give it. */
export type AgendaItemRow = Row<AgendaItem>;

/** The tables that agenda items are read from. */
export interface AgendaItemTables extends TablesWith<"agendaItem", AgendaItem> {}

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
  const kept = isNull("agendaItem.removedAt");
  const ofReadable = forViewer("activity", viewer, readable).within(
    (isVisible) =>
      sql<SqlBool>`exists (select from activity where activity.id = agenda_item.activity_id and ${kept} and ${isVisible})`,
  );
  return {
    byId: recordReads(context, {
      table: "agendaItem",
      readable: ofReadable,
    }).byId,
    /** The agenda of an activity, in its order. The activity was read before, so the viewer may see it. */
    ofActivity: allBelow("activityId", (activityIds) =>
      context.rows
        .selectFrom("agendaItem")
        .selectAll()
        .where(kept)
        .where(anyOf("activityId", activityIds, "uuid"))
        .orderBy("position")
        .execute(),
    ),
  };
}
