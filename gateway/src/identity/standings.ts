import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import type { Log } from "@alliance-hub/platform/log/log";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { listenTo } from "@alliance-hub/updates/notifications";
import { type Kysely, sql } from "kysely";
import { atEachMidnight } from "./midnight.ts";
import type { Standings } from "./identity-cache.ts";

/**
 * What signals that somebody's standing may have changed: a record (kit, `database/foundations.ts`), or a new
 * day, because seats are valid to the last day of their term.
 *
 * @param url of the database.
 * @param options what to call for outages, default nothing; and the clock, default the system's.
 */
export function watchStandings(
  rows: Kysely<DirectoryTables>,
  url: string,
  options: { readonly log?: Log; readonly clock?: () => Date } = {},
): Standings {
  const { log, clock = () => new Date() } = options;
  return {
    readRevision: async () => {
      // Read the day before the statement, so that the result is of this day or a later one.
      const day = shanghaiDay(clock());
      const found = await sql<{
        revision: string;
      }>`select changed_by::text as revision from directory.standing`.execute(rows);
      return `${day}/${found.rows[0]?.revision ?? ""}`;
    },
    watch: async (changed) => {
      await using watching = new AsyncDisposableStack();
      watching.use(
        await listenTo(
          { url, schema: "gateway", channel: "standing", ...(log ? { log } : {}) },
          changed,
        ),
      );
      watching.use(atEachMidnight(changed, clock));
      return watching.move();
    },
  };
}
