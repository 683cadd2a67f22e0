import { HubError } from "@alliance-hub/platform/errors/hub-error";
import { type TimeRangeInput, requireRange } from "@alliance-hub/platform/scalars/time-range";
import DataLoader from "dataloader";
import { type Kysely, type SelectQueryBuilder, type SqlBool, sql } from "kysely";
import { overlapping } from "../overlap/overlapping.ts";

/**
 * Maximum number of activities of all calendars of one request. A calendar has no end of its own; this keeps a
 * request from filling the hub's memory. A hundred communities each have room for 500.
 */
export const MAX_ROWS = 50_000;

/** Where calendars are read. */
export interface CalendarSource<DB, Row> {
  readonly rows: Kysely<DB>;
  /** All activities that the viewer may see. */
  readonly visible: SelectQueryBuilder<DB, keyof DB, Row>;
}

/** Reads the calendar of one committee over a range. */
export type ReadCalendar<Row> = (committeeId: string, during: TimeRangeInput) => Promise<Row[]>;

/**
 * Calendars of one call: those of many committees over one range are one statement. A calendar comes whole, or there
 * is an error: nobody takes a part of it for all.
 */
export function createCalendars<DB, Row extends { committeeId: string }>(
  { rows, visible }: CalendarSource<DB, Row>,
  maxRows = MAX_ROWS,
): ReadCalendar<Row> {
  const loaders = new Map<string, DataLoader<string, Row[]>>();
  let left = maxRows;
  const read = async (
    committeeIds: readonly string[],
    during: TimeRangeInput,
  ): Promise<Row[][]> => {
    const one = visible
      .where(sql<SqlBool>`activity.committee_id = committee.id`)
      .where(overlapping(during));
    const found = await sql<Row>`
      select item.* from unnest(${committeeIds}::uuid[]) as committee(id) cross join lateral (${one}) as item
      order by item.starts_at, item.id limit ${left + 1}`.execute(rows);
    // Several ranges of one request are read at the same time, so what is left is looked at only now.
    left -= found.rows.length;
    if (left < 0) throw tooMany(maxRows);
    const byCommittee = Map.groupBy(found.rows, (row) => row.committeeId);
    return committeeIds.map((id) => byCommittee.get(id) ?? []);
  };
  return async (committeeId, during) => {
    requireRange("during", during);
    const slot = `${during.start.toISOString()}/${during.end.toISOString()}`;
    const loader =
      loaders.get(slot) ?? new DataLoader((ids: readonly string[]) => read(ids, during));
    loaders.set(slot, loader);
    return await loader.load(committeeId);
  };
}

function tooMany(maxRows: number): HubError {
  return new HubError("QUERY_TOO_COMPLEX", {
    zh: `所查各委员会的日历共有 ${maxRows} 项以上活动，一次答复不了。请缩短时段、少查几个委员会，或用活动列表逐页查看。`,
    en: `The calendars of this request contain more than ${maxRows} activities. Ask for a shorter range or for fewer committees, or page through activities(filter:, orderBy: START_ASC).`,
  });
}
