import pg from "pg";

/** Two hours of tomorrow, for which everything is asked. */
export function tomorrowMorning(now: Date): { readonly start: string; readonly end: string } {
  const day = new Date(now.getTime() + 32 * 3_600_000).toISOString().slice(0, 10);
  return { start: `${day}T09:00:00+08:00`, end: `${day}T11:00:00+08:00` };
}

/**
 * Gives every bookable resource opening hours (seven periods) and rules, and books every tenth of them for the time
 * that is asked for.
 */
export async function enterRules(url: string, now: Date, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const { start, end } = tomorrowMorning(now);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const bookable = "state = 'PUBLISHED' and kind in ('VENUE', 'EQUIPMENT', 'EXPERTISE', 'SERVICE')";
  try {
    await client.query(`
      insert into resources.opening_hours (resource_id, position, weekday, from_minute, to_minute)
      select id, weekday, weekday, 480, 1320 from resources.resource, generate_series(1, 7) as weekday
      where ${bookable} and not exists (
        select from resources.opening_hours as hours where hours.resource_id = resource.id)`);
    await client.query(`
      insert into resources.booking_rules (resource_id, min_notice_minutes, slot_minutes, on_holidays)
      select id, 60, 30, 'CLOSED' from resources.resource where ${bookable}
      on conflict do nothing`);
    await client.query(
      `update resources.resource set has_rules = true, buffer_minutes = 15 where ${bookable}`,
    );
    await client.query(
      `insert into resources.booking (id, created_at, updated_at, resource_id, organization_id, provider_id, committee_id,
         starts_at, ends_at, quantity, exclusive, state)
       select gen_random_uuid(), now(), now(), id, provider_id, provider_id, committee_id, $1, $2,
         coalesce(capacity, 1), coalesce(capacity, 1) = 1, 'CONFIRMED'
       from (select *, row_number() over (order by id) as number from resources.resource where ${bookable}) as resource
       where number % 10 = 0 on conflict do nothing`,
      [start, end],
    );
    await client.query("vacuum (analyze)");
  } finally {
    await client.end();
  }
}
