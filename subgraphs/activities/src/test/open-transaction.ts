import { Client } from "pg";
import type { CalendarSetting } from "./calendar-setting.ts";

/** A writer that has begun and does not get done. */
export async function openTransaction({ admin, committeeId, units }: CalendarSetting) {
  const { host, port, database = "", user = "", password = "" } = admin;
  const client = new Client({ host, port, database, user, password: password ?? "" });
  await client.connect();
  await client.query("begin");
  return {
    client,
    /** Writes a fresh public activity and its update. @returns the activity's id. */
    append: async (): Promise<string> => {
      const { rows } = await client.query(
        `with made as (
          insert into activities.activity (id, created_at, updated_at, committee_id, host_id, title, kind, state,
            starts_at, ends_at, audience, participant_ids, region_code, region_path, alliance_code, search_key, search_grams)
          values (gen_random_uuid(), now(), now(), $1, $2, '迟到', 'OTHER', 'SCHEDULED', now(), now() + interval '1 hour',
            'PUBLIC', array[$2::uuid], '', '{}', '', '', '{}')
          returning *
        )
        insert into activities.activity_update (id, type, occurred_at, activity_id, kind, committee_id, audience,
          participant_ids, region_path, alliance_code)
        select gen_random_uuid(), 'SCHEDULED', now(), id, kind, committee_id, audience, participant_ids, region_path, alliance_code
        from made returning activity_id`,
        [committeeId, units.a],
      );
      return rows[0].activity_id;
    },
    commit: () => client.query("commit"),
    [Symbol.asyncDispose]: () => client.end(),
  };
}
