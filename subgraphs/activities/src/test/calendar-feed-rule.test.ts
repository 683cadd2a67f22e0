import { randomUUID } from "node:crypto";
import { expect, it } from "@jest/globals";
import { connectDatabase } from "@alliance-hub/platform/database/connect";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import { Audience } from "@alliance-hub/sharing/audience";
import { DISTRICT, PLACE } from "@alliance-hub/testing/street-committee";
import { readStanding } from "@alliance-hub/platform/directory/standing";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import fc from "fast-check";
import { hashSecret, newSecret } from "../mechanisms/feed-secret/feed-secret.ts";
import { SCHEMA } from "../database.ts";
import { type CalendarSetting, createCalendarSetting } from "./calendar-setting.ts";

const UNITS = [0, 1, 2, 3];
const COMMITTEES = [0, 1, 2];
/** The unit that each committee stands on. */
const BASES = [0, 1, 1];
const OPEN = "query ($secret: String!) { calendarFeed(secret: $secret) { activities { id } } }";

interface Planned {
  readonly committee: number;
  readonly host: number;
  readonly guests: readonly number[];
  readonly audience: Audience;
  readonly isOfThisAlliance: boolean;
  readonly daysAhead: number;
}

const units = fc.constantFrom(...UNITS);
const plans = fc.record({
  members: fc.uniqueArray(fc.tuple(fc.constantFrom(...COMMITTEES), units), {
    selector: String,
    maxLength: 8,
  }),
  activities: fc.array(
    fc.record({
      committee: fc.constantFrom(...COMMITTEES),
      host: units,
      guests: fc.uniqueArray(units, { maxLength: 2 }),
      audience: fc.constantFrom(...Object.values(Audience)),
      isOfThisAlliance: fc.boolean(),
      daysAhead: fc.constantFrom(-500, -300, 0, 300),
    }),
    { minLength: 1, maxLength: 12 },
  ),
});
type Plan = typeof plans extends fc.Arbitrary<infer T> ? T : never;

/** The rule, in the words of docs/partners.md. */
function isInFeedOf(unit: number, { members }: Plan, activity: Planned): boolean {
  if (activity.daysAhead < -366) return false;
  if (unit === activity.host || activity.guests.includes(unit)) return true;
  const isOfItsCommittee =
    BASES[activity.committee] === unit ||
    members.some(([committee, member]) => committee === activity.committee && member === unit);
  if (!isOfItsCommittee || activity.audience === "PARTIES") return false;
  return activity.audience !== "ALLIANCE" || activity.isOfThisAlliance;
}

it("a feed has what the rule says, for any memberships and audiences", async () => {
  await using setting = await createCalendarSetting();
  await using database = await connectDatabase<DirectoryTables>(
    { url: setting.databaseUrl, schema: SCHEMA },
    [],
  );
  const world = await enterWorld(setting);
  const ids = async (viewer: Viewer, secret: string | undefined): Promise<string[]> => {
    const { data } = await setting.call(viewer, OPEN, { secret });
    return data.calendarFeed.activities.map(({ id }: { id: string }) => id).toSorted();
  };
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const activityIds = await enterPlan(setting, world, plan);
      const expected = (isIn: (activity: Planned) => boolean): string[] =>
        activityIds.filter((_, at) => isIn(plan.activities[at] as Planned)).toSorted();
      for (const unit of UNITS) {
        const organizationId = world.units[unit] ?? "";
        const standing = await readStanding(database.rows, { organizationId });
        const viewer: Viewer = {
          ...standing,
          kind: "PARTNER",
          subject: "feed",
          scopes: ["activities:read"],
        };
        expect(await ids(viewer, world.unitSecrets[unit])).toEqual(
          expected((activity) => isInFeedOf(unit, plan, activity)),
        );
      }
      for (const committee of COMMITTEES) {
        const id = world.committees[committee] ?? "";
        const viewer: Viewer = {
          ...ANONYMOUS,
          kind: "PARTNER",
          subject: "feed",
          allianceCodes: [DISTRICT],
          committeeIds: [id],
          runsCommitteeIds: [id],
          scopes: ["activities:read"],
        };
        expect(await ids(viewer, world.committeeSecrets[committee])).toEqual(
          expected((activity) => activity.committee === committee && activity.daysAhead > -366),
        );
      }
    }),
    { numRuns: 40 },
  );
});

interface World {
  readonly units: readonly string[];
  readonly committees: readonly string[];
  readonly unitSecrets: readonly string[];
  readonly committeeSecrets: readonly string[];
}

/** Units and committees that stay, with a feed each. */
async function enterWorld({ admin }: CalendarSetting): Promise<World> {
  const world = {
    units: UNITS.map(() => randomUUID()),
    committees: COMMITTEES.map(() => randomUUID()),
    unitSecrets: UNITS.map(newSecret),
    committeeSecrets: COMMITTEES.map(newSecret),
  };
  const enterFeed = (column: string, id: string | undefined, secret: string | undefined) =>
    admin.query(
      `insert into activities.calendar_feed (id, created_at, updated_at, ${column}, secret_hash)
       values (gen_random_uuid(), now(), now(), $1, $2)`,
      [id, hashSecret(secret ?? "")],
    );
  for (const [at, id] of world.units.entries()) {
    await admin.query(
      `insert into organizations.organization (id, created_at, updated_at, name, kind, region_code, region_path, alliance_code, search_key, search_grams)
       values ($1, now(), now(), '单位', 'PARTY_ORGANIZATION', $2, $3, $4, '', '{}')`,
      [id, ...PLACE],
    );
    await enterFeed("organization_id", id, world.unitSecrets[at]);
  }
  for (const [at, id] of world.committees.entries()) {
    // A committee of a level is the only one in its place.
    const code = `place-${at}`;
    await admin.query(
      `insert into organizations.region (code, name, level, path, alliance_code, created_at, updated_at)
       values ($1, '社区', 'COMMUNITY', $2, $3, now(), now())`,
      [code, PLACE[1], PLACE[2]],
    );
    await admin.query(
      `insert into organizations.committee (id, created_at, updated_at, name, level, organization_id, ancestor_ids, established_on, region_code, region_path, alliance_code)
       values ($1, now(), now(), '大党委', 'COMMUNITY', $2, '{}', '2022-01-01', $3, $4, $5)`,
      [id, world.units[BASES[at] ?? 0], code, PLACE[1], PLACE[2]],
    );
    await enterFeed("committee_id", id, world.committeeSecrets[at]);
  }
  return world;
}

/** Memberships and activities of one run, in place of those before. @returns the activities' ids. */
async function enterPlan(
  { admin, clock }: CalendarSetting,
  world: World,
  { members, activities }: Plan,
): Promise<string[]> {
  await admin.query("delete from members.membership");
  await admin.query("delete from activities.participant");
  await admin.query("delete from activities.activity");
  for (const [committee, unit] of members) {
    await admin.query(
      `insert into members.membership (id, created_at, updated_at, committee_id, organization_id, joined_on, region_code, region_path, alliance_code)
       values (gen_random_uuid(), now(), now(), $1, $2, '2022-01-01', $3, $4, $5)`,
      [world.committees[committee], world.units[unit], ...PLACE],
    );
  }
  const ids: string[] = [];
  for (const activity of activities) {
    const participants = [...new Set([activity.host, ...activity.guests])];
    const startsAt = new Date(clock.now.getTime() + activity.daysAhead * 86_400_000);
    const { rows } = await admin.query(
      `with made as (
        insert into activities.activity (id, created_at, updated_at, committee_id, host_id, title, kind, state,
          starts_at, ends_at, audience, participant_ids, region_code, region_path, alliance_code, search_key, search_grams)
        values (gen_random_uuid(), now(), now(), $1, $2, '活动', 'OTHER', 'SCHEDULED', $3, $3::timestamptz + interval '1 hour',
          $4, $5, '', '{}', $6, '', '{}') returning *
      )
      insert into activities.participant (activity_id, organization_id, starts_at, joined_at)
      select id, unnest(participant_ids), starts_at, now() from made returning activity_id`,
      [
        world.committees[activity.committee],
        world.units[activity.host],
        startsAt,
        activity.audience,
        participants.map((unit) => world.units[unit]),
        activity.isOfThisAlliance ? DISTRICT : "elsewhere",
      ],
    );
    ids.push(rows[0].activity_id);
  }
  return ids;
}
