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
 * Calendars of one call: those of many committees over one range are one statement, and one range is read after the other,
 * so that a request holds no more rows than {@link MAX_ROWS}. A calendar comes whole, or there is an error in its
 * place: nobody takes a part of it for all, and the other calendars come all the same.
 */
export function createCalendars<DB, Row extends { committeeId: string }>(
  { rows, visible }: CalendarSource<DB, Row>,
  maxRows = MAX_ROWS,
): ReadCalendar<Row> {
  const loaders = new Map<string, DataLoader<string, Row[]>>();
  let left = maxRows;
  // Most requests are far from the limit: calendars are counted before they are read only once it was met.
  let isTight = false;

  const of = (during: TimeRangeInput) =>
    visible.where(sql<SqlBool>`activity.committee_id = committee.id`).where(overlapping(during));

  const load = async (ids: readonly string[], during: TimeRangeInput): Promise<Row[]> => {
    if (ids.length === 0) return [];
    const found = await sql<Row>`
      select item.* from unnest(${ids}::uuid[]) as committee(id) cross join lateral (${of(during)}) as item
      order by item.starts_at, item.id limit ${left + 1}`.execute(rows);
    return found.rows;
  };

  /** Those that fit into what is left, one after the other. */
  const fitting = async (
    ids: readonly string[],
    during: TimeRangeInput,
  ): Promise<ReadonlySet<string>> => {
    const { rows: counted } = await sql<{ id: string; count: number }>`
      select committee.id, (select count(*)::int from (${of(during).limit(left + 1)}) as item) as count
      from unnest(${ids}::uuid[]) with ordinality as committee(id, nth) order by nth`.execute(rows);
    let free = left;
    const chosen = new Set<string>();
    for (const { id, count } of counted) {
      if (count > free) continue;
      free -= count;
      chosen.add(id);
    }
    return chosen;
  };

  const read = async (
    ids: readonly string[],
    during: TimeRangeInput,
  ): Promise<(Row[] | Error)[]> => {
    let chosen: ReadonlySet<string> = isTight ? await fitting(ids, during) : new Set(ids);
    let found = await load([...chosen], during);
    // Activities that were added since they were counted can be too many, too.
    while (found.length > left) {
      isTight = true;
      chosen = await fitting(ids, during);
      found = await load([...chosen], during);
    }
    left -= found.length;
    const byCommittee = Map.groupBy(found, (row) => row.committeeId);
    return ids.map((id) => (chosen.has(id) ? (byCommittee.get(id) ?? []) : tooMany(maxRows)));
  };

  const inTurn = createTurns();
  return async (committeeId, during) => {
    requireRange("during", during);
    const slot = `${during.start.toISOString()}/${during.end.toISOString()}`;
    const loader =
      loaders.get(slot) ?? new DataLoader<string, Row[]>((ids) => inTurn(() => read(ids, during)));
    loaders.set(slot, loader);
    return await loader.load(committeeId);
  };
}

/** Runs pieces of work one after the other; one that fails does not keep the next from running. */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
}

function tooMany(maxRows: number): HubError {
  return new HubError("QUERY_TOO_COMPLEX", {
    zh: `所查各委员会的日历共有 ${maxRows} 项以上活动，一次答复不了。请缩短时段、少查几个委员会，或用活动列表逐页查看。`,
    en: `The calendars of this request contain more than ${maxRows} activities. Ask for a shorter range or for fewer committees, or page through activities(filter:, orderBy: START_ASC).`,
  });
}
