import type { DirectoryTables } from "@alliance-hub/kit/database/directory";
import { listenTo } from "@alliance-hub/kit/updates/notifications";
import { type Kysely, sql } from "kysely";
import type { Standings } from "./presence.ts";

/** What tells that somebody's standing may have changed (kit, `database/prepare.ts`). @param url of the database. */
export function watchStandings(rows: Kysely<DirectoryTables>, url: string): Standings {
  return {
    readMark: async () => {
      const found = await sql<{
        mark: string;
      }>`select changed_by::text as mark from directory.standing`.execute(rows);
      return found.rows[0]?.mark ?? "";
    },
    watch: (changed) => listenTo({ url, schema: "gateway", channel: "standing" }, changed),
  };
}
