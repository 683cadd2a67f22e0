import { randomInt } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { ask } from "../../support/ask.ts";
import { operation } from "../../support/contract.ts";
import { STATEMENTS, figure } from "../../support/figures.ts";
import { type TestHub, startHub } from "../../support/hub.ts";
import { createRandom } from "../../support/random.ts";
import { type Caller, createCallers, readGround } from "../../support/sharing/callers.ts";
import { sharingModel } from "../../support/sharing/model.ts";
import type { WorldRecord } from "../../support/sharing/records.ts";
import type { Ground } from "../../support/sharing/record-writer.ts";
import { enterWorld } from "../../support/sharing/world.ts";

const DAY_MS = 86_400_000;
const MONTH_DAYS = 31;

let hub: TestHub;
let admin: pg.Client;
beforeAll(async () => {
  hub = await startHub();
  admin = new pg.Client({ connectionString: hub.databaseUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin?.end();
  await hub?.[Symbol.asyncDispose]();
});

interface Shown {
  readonly id: string;
  readonly startsAt: string;
  readonly place: string | null;
  readonly venue: { readonly id: string; readonly title: string } | null;
}

/** The month of some places, page by page. */
async function month(
  caller: Pick<Caller, "token">,
  filter: object,
  first: number,
): Promise<Shown[]> {
  const { token } = caller;
  const shown: Shown[] = [];
  for (let after: string | null = null; ;) {
    const { data, errors } = await ask(hub.url, {
      query: operation("ActivitiesOfPlaces"),
      variables: { filter, first, after, orderBy: "START_ASC" },
      ...(token === undefined ? {} : { token }),
    });
    expect(errors).toEqual([]);
    const page = data["activities"];
    shown.push(...((page?.["nodes"] ?? []) as unknown as Shown[])); // as the document asks for them
    if (String(page?.["pageInfo"]?.["hasNextPage"]) !== "true") return shown;
    after = String(page?.["pageInfo"]?.["endCursor"]);
  }
}

/** A month that has many of the world's activities, from the start of the earliest of them. */
async function busyMonth(ids: readonly string[]): Promise<{ start: string; end: string }> {
  const { rows } = await admin.query(
    "select percentile_disc(0.3) within group (order by starts_at) as at from activities.activity where id = any($1)",
    [ids],
  );
  const start: Date = rows[0].at;
  return {
    start: start.toISOString(),
    end: new Date(start.getTime() + 2 * MONTH_DAYS * DAY_MS).toISOString(),
  };
}

/** The world's activities that lie in some places and in a range, as the tables have them, earliest first. */
async function inPlaces(
  ids: readonly string[],
  codes: readonly string[],
  { start, end }: { start: string; end: string },
): Promise<{ id: string; place: string; venueId: string }[]> {
  const { rows } = await admin.query(
    `select id, place, venue_id as "venueId" from activities.activity
     where id = any($1) and region_path && $2 and starts_at < $4 and ends_at > $3 order by starts_at, id`,
    [ids, codes, start, end],
  );
  return rows;
}

/** Three places of the ground, each a street or a community with its street. */
function threePlaces({ committees }: Ground): string[] {
  return committees.slice(0, 3).map(({ regionPath, regionCode }) => regionPath[3] ?? regionCode);
}

describe("a month of three streets", () => {
  it("is one query: what each viewer may see, once, with the names of its places, earliest first", async () => {
    const seed = randomInt(2 ** 31);
    try {
      const random = createRandom(seed);
      const ground = await readGround(admin);
      const records = await enterWorld(admin, random, ground);
      const activities = records.filter(({ noun }) => noun === "activity");
      const ids = activities.map(({ id }) => id);
      await admin.query("update activities.activity set place = '楼' || id where id = any($1)", [
        ids,
      ]);
      const during = await busyMonth(ids);
      const codes = threePlaces(ground);
      const wanted = await inPlaces(ids, codes, during);
      const byId = new Map<string, WorldRecord>(records.map((record) => [record.id, record]));
      let withoutVenue = 0;
      for (const caller of await createCallers(hub, random, ground)) {
        const maySee = await sharingModel(admin, caller.asker, records);
        const isVisible = (id: string): boolean => {
          const record = byId.get(id);
          return record !== undefined && maySee(record);
        };
        const expected = wanted
          .filter(({ id }) => isVisible(id))
          .map(({ id, place, venueId }) => ({
            id,
            place,
            venue: isVisible(venueId) ? venueId : null,
          }));
        const shown = await month(caller, { regionCodes: codes, during }, random.between(1, 20));
        const ofWorld = shown
          .filter(({ id }) => byId.has(id))
          .map(({ id, place, venue }) => ({ id, place, venue: venue?.id ?? null }));
        expect({ caller: caller.name, shown: ofWorld }).toEqual({
          caller: caller.name,
          shown: expected,
        });
        expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
        const starts = shown.map(({ startsAt }) => Date.parse(startsAt));
        expect(starts).toEqual(starts.toSorted((one, other) => one - other));
        withoutVenue += expected.filter(({ venue }) => venue === null).length;
      }
      // Somebody saw where an activity is without seeing the venue's record.
      expect(withoutVenue).toBeGreaterThan(0);
    } catch (cause) {
      throw new Error(`It failed with the seed ${seed}: ${String(cause)}`, { cause });
    }
  });

  it("costs the same number of statements for few activities and for many", async () => {
    const codes = threePlaces(await readGround(admin));
    const during = { start: "2000-01-01T00:00:00Z", end: "2100-01-01T00:00:00Z" };
    const costs: number[] = [];
    for (const first of [15, 60]) {
      const each: number[] = [];
      for (let time = 0; time < 3; time += 1) {
        const before = await figure(hub.url, STATEMENTS);
        const variables = { filter: { regionCodes: codes, during }, first, orderBy: "START_DESC" };
        const { codes: faults } = await hub.ask(
          operation("ActivitiesOfPlaces"),
          variables,
          "445202-clerk",
        );
        expect(faults).toEqual([]);
        each.push((await figure(hub.url, STATEMENTS)) - before);
      }
      // The least: what the hub does unasked only adds.
      costs.push(Math.min(...each));
    }
    expect(costs[0]).toBe(costs[1]);
  });
});
