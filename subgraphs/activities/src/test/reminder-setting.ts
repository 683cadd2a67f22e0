import { randomUUID } from "node:crypto";
import { type Database, connectDatabase } from "@alliance-hub/platform/database/connect";
import { idsBy } from "@alliance-hub/platform/subgraph/context";
import { PLACE } from "@alliance-hub/testing/street-committee";
import { type ActivitiesTables, SCHEMA, entities } from "../database.ts";
import { leaveReminders } from "../mechanisms/reminders/leave-reminders.ts";
import { type CalendarSetting, createCalendarSetting } from "./calendar-setting.ts";

/** A calendar whose units are reminded when a test says so. */
export interface ReminderSetting extends CalendarSetting {
  readonly database: Database<ActivitiesTables>;
  /** Sets the clock, by that of Asia/Shanghai. */
  at(time: string): void;
  /** Leaves what is due. */
  remind(): Promise<void>;
  /** Who was reminded of a record, in the order of the log: `REMINDER unit a`. */
  toldOf(recordId: string): Promise<string[]>;
  /** A booking of unit b with unit c, made on the first of March. */
  booking(times: { start: string; end: string }, state?: string): Promise<string>;
  /** An agreement of units a and b that is in force since the first of January. */
  agreement(termTo: string, activatedAt?: string): Promise<string>;
}

/** Makes the setting, at noon of 2026-03-01. */
export async function createReminderSetting(): Promise<ReminderSetting> {
  const setting = await createCalendarSetting();
  const { admin, clock, committeeId, units, databaseUrl: url, config } = setting;
  const connection = { url, schema: SCHEMA, log: config.log };
  const database = await connectDatabase<ActivitiesTables>(connection, entities);
  const names = new Map<string, string>([
    ...Object.entries(units).map(([name, id]): [string, string] => [`unit:${id}`, `unit ${name}`]),
    [`committee:${committeeId}`, "committee"],
  ]);
  return {
    ...setting,
    database,
    at: (time) => {
      clock.now = new Date(`${time}+08:00`);
    },
    remind: async () => {
      const work = { rows: database.rows, clock: () => clock.now, newId: idsBy(() => clock.now) };
      while (await leaveReminders(work)) continue;
    },
    toldOf: async (recordId) => {
      const { rows } = await admin.query(
        `select type, addressee from activities.notice
         where record_id = $1 and type in ('REMINDER', 'ENDS_SOON', 'DUE_SOON') order by number`,
        [recordId],
      );
      return rows.map(({ type, addressee }) => `${type} ${names.get(addressee) ?? addressee}`);
    },
    booking: async ({ start, end }, state = "CONFIRMED") => {
      const [resourceId, id] = [randomUUID(), randomUUID()];
      await admin.query(
        `insert into resources.resource (id, created_at, updated_at, title, kind, provider_id, committee_id, audience, state,
           published_at, region_code, region_path, alliance_code, search_key, search_grams)
         values ($1, now(), now(), '红色驿站', 'VENUE', $2, $3, 'COMMITTEE', 'PUBLISHED', now(), $4, $5, $6, '', '{}')`,
        [resourceId, units.c, committeeId, ...PLACE],
      );
      await admin.query(
        `insert into resources.booking (id, created_at, updated_at, resource_id, organization_id, provider_id, committee_id,
           starts_at, ends_at, quantity, exclusive, state, purpose)
         values ($1, $2, $2, $3, $4, $5, $6, $7, $8, 1, true, $9, '合唱排练')`,
        [id, clock.now, resourceId, units.b, units.c, committeeId, start, end, state],
      );
      return id;
    },
    agreement: async (termTo, activatedAt = "2026-01-01T00:00:00Z") => {
      const id = randomUUID();
      const parties = [units.a, units.b];
      await admin.query("begin");
      await admin.query("set local session_replication_role = replica");
      await admin.query(
        `insert into resources.agreement (id, created_at, updated_at, committee_id, title, term_from, term_to, state, audience,
           party_ids, content_hash, proposed_at, activated_at, region_code, region_path, alliance_code, search_key, search_grams)
         values ($1, $2, $2, $3, '共育协议', '2026-01-01', $4, 'ACTIVE', 'PARTIES', $5, repeat('a', 64), $2, $2,
           $6, $7, $8, '', '{}')`,
        [id, activatedAt, committeeId, termTo, parties, ...PLACE],
      );
      await admin.query("commit");
      return id;
    },
    [Symbol.asyncDispose]: async () => {
      await database[Symbol.asyncDispose]();
      await setting[Symbol.asyncDispose]();
    },
  };
}
