import pg from "pg";

/** The days that pages of what is free are asked for. */
export const FREE_DURING = { start: "2030-03-04T01:00:00Z", end: "2030-03-04T09:00:00Z" };

/** Of so many resources one is taken then, as a whole. */
const ONE_IN = 10;

/** Books every tenth resource that can be booked for those days. */
export async function enterBookings(url: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `insert into resources.booking (id, created_at, updated_at, resource_id, organization_id, provider_id, committee_id,
         starts_at, ends_at, quantity, exclusive, state)
       select gen_random_uuid(), now(), now(), id, provider_id, provider_id, committee_id, $1, $2,
         coalesce(capacity, 1), coalesce(capacity, 1) = 1, 'CONFIRMED'
       from (select *, row_number() over (order by id) as number from resources.resource
         where state = 'PUBLISHED' and kind in ('VENUE', 'EQUIPMENT', 'EXPERTISE', 'SERVICE')) as bookable
       where number % $3 = 0`,
      [FREE_DURING.start, FREE_DURING.end, ONE_IN],
    );
  } finally {
    await client.end();
  }
}
