import { randomUUID } from "node:crypto";
import { lockWaits } from "@alliance-hub/testing/lock-waits";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Client } from "pg";
import { type TestHub, startHub } from "../../support/hub.ts";
import { committeeOf, inDays, unitOf } from "../../support/people.ts";

/**
 * A unit of a committee leaves it, ends, or becomes part of another one while activities in its room are moved. Each of them
 * locks activities before rooms, so none of them waits for one that waits for it: PostgreSQL has to end nothing.
 */
const SECRETARY = "445202-secretary";
const OPERATOR = "445202-operator";
const [INTO, THIRD] = ["445202-liaison-2", "445202-liaison-3"] as const;
const COMMITTEE = committeeOf(SECRETARY);
/** How often everything happens at once. */
const ROUNDS = 6;

let hub: TestHub;
let admin: Client;
beforeAll(async () => {
  hub = await startHub();
  admin = new Client({ connectionString: hub.databaseUrl });
  await admin.connect();
  for (const name of [INTO, THIRD]) {
    const input = { committeeId: COMMITTEE, organizationId: unitOf(name) };
    await hub.ask(JOIN_COMMITTEE, { input }, SECRETARY);
  }
});
afterAll(async () => {
  await admin?.end();
  await hub?.[Symbol.asyncDispose]();
});

const JOIN_COMMITTEE =
  "mutation ($input: JoinCommitteeInput!) { joinCommittee(input: $input) { membership { id } } }";
const SCHEDULE =
  "mutation ($input: ScheduleActivityInput!) { scheduleActivity(input: $input) { activity { id } } }";
const JOIN =
  "mutation ($input: JoinActivityInput!) { joinActivity(input: $input) { activity { id } } }";
const MOVE =
  "mutation ($input: RescheduleActivityInput!) { rescheduleActivity(input: $input) { activity { id } } }";
const LEAVE =
  "mutation ($input: LeaveCommitteeInput!) { leaveCommittee(input: $input) { membership { id } } }";
const END =
  "mutation ($input: EndOrganizationInput!) { endOrganization(input: $input) { organization { id } } }";
const MERGE =
  "mutation ($input: MergeOrganizationsInput!) { mergeOrganizations(input: $input) { organization { id } } }";

/** What an operation answers somebody; it must not fail. */
async function done(query: string, input: object, as: string): Promise<string> {
  const { data, errors } = await hub.ask(query, { input }, as);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const [payload] = Object.values(data);
  const [record] = Object.values(payload ?? {});
  return String(record?.["id"]);
}

/** A unit with a room of the committee, in which activities are that it hosts or takes part in. */
interface Ground {
  readonly unit: string;
  readonly membership: string;
  readonly room: string;
  readonly activities: readonly string[];
}

const at = (days: number) => ({
  start: `${inDays(days)}T09:00:00+08:00`,
  end: `${inDays(days)}T11:00:00+08:00`,
});

/** Makes one. @param hosts whether the unit hosts an activity itself: whoever ends or merges may not. */
async function ground(hosts: boolean): Promise<Ground> {
  const [unit, room] = [randomUUID(), randomUUID()];
  await admin.query(
    `insert into organizations.organization (id, created_at, updated_at, name, kind, region_code, region_path, alliance_code,
       search_key, search_grams)
     select $1, now(), now(), '单位 017', kind, region_code, region_path, alliance_code, '', '{}'
     from organizations.organization where id = $2`,
    [unit, unitOf(THIRD)],
  );
  const input = { committeeId: COMMITTEE, organizationId: unit };
  const membership = await done(JOIN_COMMITTEE, input, SECRETARY);
  await admin.query(
    `insert into resources.resource (id, created_at, updated_at, title, kind, provider_id, committee_id, audience, state,
       published_at, approval, region_code, region_path, alliance_code, search_key, search_grams)
     select $1, now(), now(), '会议室', 'VENUE', $2, id, 'COMMITTEE', 'PUBLISHED', now(), false, region_code, region_path,
       alliance_code, '', '{}' from organizations.committee where id = $3`,
    [room, unit, COMMITTEE],
  );
  const schedule = (hostId: string, day: number) =>
    done(
      SCHEDULE,
      {
        committeeId: COMMITTEE,
        hostId,
        title: "义务植树",
        kind: "SERVICE",
        during: at(day),
        audience: "COMMITTEE",
        venueId: room,
      },
      SECRETARY,
    );
  const activities: string[] = [];
  for (const day of [10, 11]) {
    const id = await schedule(unitOf(THIRD), day);
    await done(JOIN, { id, organizationId: unit }, SECRETARY);
    activities.push(id);
  }
  if (hosts) for (const day of [12, 13]) activities.push(await schedule(unit, day));
  return { unit, membership, room, activities };
}

/** Moves an activity of a ground by ten days. */
const move = async ({ activities }: Ground, index: number): Promise<void> =>
  void (await done(MOVE, { id: activities[index], during: at(20 + index) }, SECRETARY));
const moves = (of: Ground): (() => Promise<void>)[] =>
  of.activities.map((_id, index) => () => move(of, index));

/** What each activity of a ground is like: its host, who takes part, and its bookings. */
async function outcomes({ unit, room, activities }: Ground): Promise<string[]> {
  const found: string[] = [];
  for (const id of activities) {
    const { rows } = await admin.query<{ outcome: string }>(
      `select concat_ws(' | ', state, to_char(starts_at at time zone 'Asia/Shanghai', 'MM-DD'), host_id, version,
         (select string_agg(concat_ws(' ', organization_id, state), ', ' order by organization_id = $3, organization_id)
           from activities.participant where activity_id = activity.id),
         (select string_agg(concat_ws(' ', organization_id, provider_id, state, starts_at), ', ' order by state, starts_at)
           from resources.booking where activity_id = activity.id),
         (select concat_ws(' ', state, provider_id, audience) from resources.resource where id = $2)) as outcome
       from activities.activity where id = $1`,
      [id, room, unit],
    );
    found.push(rows[0]?.outcome.replaceAll(unit, "the unit") ?? "gone");
  }
  return found;
}

/** How often PostgreSQL has ended a transaction of this database because two waited for each other. */
async function deadlocks(): Promise<number> {
  const { rows } = await admin.query<{ count: number }>(
    "select deadlocks::int as count from pg_stat_database where datname = current_database()",
  );
  return rows[0]?.count ?? 0;
}

const CHANGES: readonly [string, boolean, (of: Ground) => Promise<string>][] = [
  [
    "leaves the committee",
    true,
    ({ membership: id }) => done(LEAVE, { id, reason: "迁出" }, SECRETARY),
  ],
  ["ends", false, ({ unit: id }) => done(END, { id, reason: "注销" }, OPERATOR)],
  [
    "becomes part of another one",
    false,
    ({ unit: fromId }) =>
      done(MERGE, { fromId, intoId: unitOf(INTO), reason: "机构改革" }, OPERATOR),
  ],
];

describe.each(CHANGES)(
  "a unit that %s while activities in its room are moved",
  (_how, hosts, change) => {
    let [changeFirst, movesFirst]: string[][] = [];
    beforeAll(async () => {
      const one = await ground(hosts);
      await change(one);
      for (const moved of moves(one)) await moved();
      changeFirst = await outcomes(one);
      const other = await ground(hosts);
      for (const moved of moves(other)) await moved();
      await change(other);
      movesFirst = await outcomes(other);
    });

    it("goes first where it came first; nobody waits for who waits for it", async () => {
      const before = await deadlocks();
      const one = await ground(hosts);
      await admin.query("begin");
      await admin.query("select from resources.resource where id = $1 for update", [one.room]);
      const changed = change(one);
      await lockWaits(admin, 1);
      const moved = moves(one).map((begin) => begin());
      await lockWaits(admin, 1 + moved.length);
      await admin.query("commit");
      await Promise.all([changed, ...moved]);
      expect(await outcomes(one)).toEqual(changeFirst);
      expect(await deadlocks()).toBe(before);
    });

    it("leaves each as if one had come after the other, however they meet", async () => {
      const before = await deadlocks();
      for (let round = 0; round < ROUNDS; round++) {
        const one = await ground(hosts);
        const all = [() => change(one), ...moves(one)];
        // Each round begins with another one of them.
        const first = round % all.length;
        const inTurn = [...all.slice(first), ...all.slice(0, first)];
        await Promise.all(inTurn.map((begin) => begin()));
        const found = await outcomes(one);
        for (const [index, outcome] of found.entries())
          expect([changeFirst?.[index], movesFirst?.[index]]).toContain(outcome);
      }
      expect(await deadlocks()).toBe(before);
    });
  },
);
