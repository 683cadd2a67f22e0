import { randomUUID } from "node:crypto";
import { PLACE } from "@alliance-hub/testing/street-committee";
import { type CalendarSetting, on } from "./calendar-setting.ts";

/** A room of unit c, as the subgraph of resources would have it. */
export async function enterRoom(
  { admin, units, committeeId }: CalendarSetting,
  over: {
    readonly approval?: boolean;
    readonly capacity?: number;
    readonly audience?: string;
  } = {},
): Promise<string> {
  const { approval = false, capacity = null, audience = "COMMITTEE" } = over;
  const id = randomUUID();
  await admin.query(
    `insert into resources.resource (id, created_at, updated_at, title, kind, provider_id, committee_id, audience, state, published_at,
       approval, capacity, region_code, region_path, alliance_code, search_key, search_grams)
     values ($1, now(), now(), '会议室', 'VENUE', $2, $3, $4, 'PUBLISHED', now(), $5, $6, $7, $8, $9, '', '{}')`,
    [id, units.c, committeeId, audience, approval, capacity, ...PLACE],
  );
  return id;
}

/** A unit that waits for a time of a day, to eleven o'clock. */
export interface Waiting {
  readonly resourceId: string;
  readonly organizationId: string;
  readonly day: string;
  /** Default: nine o'clock. */
  readonly from?: string;
  /** Until when it is offered. Default: it waits. */
  readonly offeredUntil?: string;
}

/** Rules of a room, as its owner has set them. */
export async function enterRules(
  { admin }: CalendarSetting,
  resourceId: string,
  rules: { readonly minNoticeMinutes?: number; readonly slotMinutes?: number },
): Promise<void> {
  const { minNoticeMinutes = 0, slotMinutes = null } = rules;
  await admin.query(
    "insert into resources.booking_rules (resource_id, min_notice_minutes, slot_minutes) values ($1, $2, $3)",
    [resourceId, minNoticeMinutes, slotMinutes],
  );
  await admin.query("update resources.resource set has_rules = true where id = $1", [resourceId]);
}

/** Enters who waits for a room, and gives the entry's id. */
export async function enterWaiting(
  { admin, units }: CalendarSetting,
  { resourceId, organizationId, day, from = "09:00", offeredUntil }: Waiting,
): Promise<string> {
  const id = randomUUID();
  const [start, { end }] = [`${day}T${from}:00+08:00`, on(day)];
  const state = offeredUntil === undefined ? "WAITING" : "OFFERED";
  await admin.query(
    `insert into resources.waiting_entry (id, created_at, updated_at, resource_id, organization_id, provider_id, line_number,
       starts_at, ends_at, quantity, state, offered_until)
     values ($1, now(), now(), $2, $3, $4,
       (select count(*) + 1 from resources.waiting_entry where resource_id = $2), $5, $6, 1, $7, $8)`,
    [id, resourceId, organizationId, units.c, start, end, state, offeredUntil ?? null],
  );
  return id;
}

/** States of who waits for a room, in the order in which they joined. */
export async function lineOf({ admin }: CalendarSetting, resourceId: string): Promise<string[]> {
  const { rows } = await admin.query<{ state: string }>(
    "select state from resources.waiting_entry where resource_id = $1 order by line_number",
    [resourceId],
  );
  return rows.map(({ state }) => state);
}

/** A resource of unit c for a hundred people that is published, unless something else is said. */
export async function enterVenue(
  { admin, units, committeeId }: CalendarSetting,
  over: { kind?: string; state?: string; audience?: string } = {},
): Promise<string> {
  const { kind = "VENUE", state = "PUBLISHED", audience = "COMMITTEE" } = over;
  const id = randomUUID();
  await admin.query(
    `insert into resources.resource (id, created_at, updated_at, title, kind, provider_id, committee_id, audience, state, published_at,
       capacity, region_code, region_path, alliance_code, search_key, search_grams)
     values ($1, now(), now(), '会议室', $2, $3, $4, $5, $6, case when $6 <> 'DRAFT' then now() end, 100, $7, $8, $9, '', '{}')`,
    [id, kind, units.c, committeeId, audience, state, ...PLACE],
  );
  return id;
}
