import { randomUUID } from "node:crypto";
import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import { Audience } from "@alliance-hub/sharing/audience";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { canRead } from "../nouns/activity/activity.policy.ts";
import { canRead as canReadIssue } from "../nouns/issue/issue.policy.ts";
import { type CalendarSetting, createCalendarSetting } from "./calendar-setting.ts";

/** An activity, and an issue of the same sharing whose owner is the host, as the rules see them. */
interface Stored {
  readonly id: string;
  readonly audience: Audience;
  readonly committeeId: string;
  readonly hostId: string;
  readonly participantIds: string[];
  readonly allianceCode: string;
  readonly startsAt: Date;
}

const RECORDS = 90;
const CASES = 120;
const COMMITTEES = Array.from({ length: 4 }, () => randomUUID());
const UNITS = Array.from({ length: 6 }, () => randomUUID());
const ALLIANCES = ["445202", "530381", "610327"];
const DURING = { start: "2026-01-01T00:00:00Z", end: "2026-12-31T00:00:00Z" };

let setting: CalendarSetting;
let records: Stored[];
beforeAll(async () => {
  setting = await createCalendarSetting();
  records = fc.sample(
    fc
      .record({
        id: fc.uuid({ version: 7 }),
        audience: fc.constantFrom(...Object.values(Audience)),
        committeeId: fc.constantFrom(...COMMITTEES),
        participantIds: fc.uniqueArray(fc.constantFrom(...UNITS), { minLength: 1, maxLength: 3 }),
        allianceCode: fc.constantFrom(...ALLIANCES),
        // Few different starts: the order of equal ones is the ids'.
        startsAt: fc
          .constantFrom("2026-03-01T01:00:00Z", "2026-03-01T01:00:00.001Z", "2026-05-01T01:00:00Z")
          .map((at) => new Date(at)),
      })
      .map((record) => ({ ...record, hostId: record.participantIds[0] ?? "" })),
    RECORDS,
  );
  for (const record of records) await insert(record);
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

async function insert(record: Stored): Promise<void> {
  const { searchKey, searchGrams } = searchColumns("义务植树");
  const place = [
    record.allianceCode,
    [null, null, record.allianceCode, null, null, null],
    record.allianceCode,
  ];
  const { id, committeeId, hostId, startsAt, audience, participantIds } = record;
  await setting.admin.query(
    `insert into activities.activity (id, created_at, updated_at, committee_id, host_id, title, kind, state, starts_at, ends_at, audience,
       participant_ids, region_code, region_path, alliance_code, search_key, search_grams)
     values ($1, now(), now(), $2, $3, '义务植树', 'MEETING', 'SCHEDULED', $4, $4::timestamptz + interval '1 hour', $5, $6, $7, $8, $9, $10, $11)`,
    [id, committeeId, hostId, startsAt, audience, participantIds, ...place, searchKey, searchGrams],
  );
  await setting.admin.query(
    "insert into activities.participant (activity_id, organization_id, starts_at, joined_at) select $1, unnest($2::uuid[]), $3, now()",
    [id, participantIds, startsAt],
  );
  await setting.admin.query(
    `insert into activities.issue (id, created_at, updated_at, committee_id, activity_id, title, owner_id, state, raised_at, audience, region_code, region_path, alliance_code)
     values ($1, now(), now(), $2, $1, '路灯', $3, 'RAISED', now(), $4, $5, $6, $7)`,
    [id, committeeId, hostId, audience, ...place],
  );
  await setting.admin.query(
    "insert into activities.agenda_item (id, created_at, updated_at, activity_id, title, position) values ($1, now(), now(), $1, '停车难', 1)",
    [id],
  );
}

const viewers: fc.Arbitrary<Viewer> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(ANONYMOUS) },
  {
    weight: 9,
    arbitrary: fc
      .record({
        organizationIds: fc.uniqueArray(fc.constantFrom(...UNITS), { maxLength: 2 }),
        runsCommitteeIds: fc.uniqueArray(fc.constantFrom(...COMMITTEES), { maxLength: 2 }),
        committeeIds: fc.uniqueArray(fc.constantFrom(...COMMITTEES), { maxLength: 3 }),
        allianceCodes: fc.uniqueArray(fc.constantFrom(...ALLIANCES), { maxLength: 2 }),
      })
      .map((held) => ({ ...ANONYMOUS, kind: "PERSON" as const, subject: "somebody", ...held })),
  },
);

/** Ascending, by start and then id. */
const byStart = (found: readonly Stored[]): string[] =>
  found
    .toSorted((x, y) => x.startsAt.getTime() - y.startsAt.getTime() || (x.id < y.id ? -1 : 1))
    .map(({ id }) => id);
const latestFirst = (found: readonly Stored[]): string[] => byStart(found).toReversed();
const newestFirst = (found: readonly Stored[]): string[] =>
  found
    .map(({ id }) => id)
    .toSorted()
    .toReversed();
const idsOf = (found: { id: string }[]): string[] => found.map(({ id }) => id);

describe("what a list returns", () => {
  it("is exactly what the policy allows, in its order, and its count is the same", async () => {
    const query =
      "{ activities(first: 100) { totalCount nodes { id } } issues(first: 100) { totalCount nodes { id activity { id } } } }";
    await fc.assert(
      fc.asyncProperty(viewers, async (viewer) => {
        const { activities, issues } = (await setting.call(viewer, query)).data;
        const allowed = latestFirst(records.filter((record) => canRead(viewer, record)));
        expect(idsOf(activities.nodes)).toEqual(allowed);
        expect(activities.totalCount).toBe(allowed.length);
        const allowedIssues = newestFirst(
          records.filter((record) => canReadIssue(viewer, { ...record, ownerId: record.hostId })),
        );
        expect(idsOf(issues.nodes)).toEqual(allowedIssues);
        expect(issues.totalCount).toBe(allowedIssues.length);
        // Whoever sees an issue need not see the activity at which it was raised.
        for (const { id, activity } of issues.nodes)
          expect(activity).toEqual(allowed.includes(id) ? { id } : null);
      }),
      { numRuns: CASES },
    );
  });

  it("is the same below organisations and committees, on calendars, and one by one", async () => {
    const query = `query ($keys: [_Any!]!, $during: TimeRangeInput!, $id: ID!) {
      activity(id: $id) { id agendaItems { id } }
      issue(id: $id) { id }
      found: _entities(representations: $keys) {
        ... on Organization { activities(first: 100) { totalCount nodes { id } } }
        ... on Committee { calendar(during: $during) { id } activities(first: 100) { totalCount nodes { id } } issues(first: 100) { totalCount nodes { id } } }
        ... on Activity { id }
        ... on AgendaItem { id }
        ... on Issue { id }
      }
    }`;
    const units = UNITS.map((id) => ({ __typename: "Organization", id }));
    const committees = COMMITTEES.map((id) => ({ __typename: "Committee", id }));
    await fc.assert(
      fc.asyncProperty(viewers, fc.constantFrom(...records), async (viewer, { id }) => {
        const single = ["Activity", "AgendaItem", "Issue"].map((__typename) => ({
          __typename,
          id,
        }));
        const { data } = await setting.call(viewer, query, {
          keys: [...units, ...committees, ...single],
          during: DURING,
          id,
        });
        const [readable, issues] = [
          records.filter((each) => canRead(viewer, each)),
          records.filter((each) => canReadIssue(viewer, { ...each, ownerId: each.hostId })),
        ];
        for (const [i, unit] of units.entries()) {
          const here = latestFirst(
            readable.filter((each) => each.participantIds.includes(unit.id)),
          );
          expect(data.found[i].activities).toEqual({
            totalCount: here.length,
            nodes: here.map((each) => ({ id: each })),
          });
        }
        for (const [i, committee] of committees.entries()) {
          const found = data.found[units.length + i];
          const here = readable.filter((each) => each.committeeId === committee.id);
          expect(idsOf(found.activities.nodes)).toEqual(latestFirst(here));
          expect(idsOf(found.calendar)).toEqual(byStart(here));
          expect(idsOf(found.issues.nodes)).toEqual(
            newestFirst(issues.filter((each) => each.committeeId === committee.id)),
          );
        }
        const seen = readable.some((each) => each.id === id) ? { id } : null;
        const seenIssue = issues.some((each) => each.id === id) ? { id } : null;
        expect(data.found.slice(-3)).toEqual([seen, seen, seenIssue]);
        expect(data.issue).toEqual(seenIssue);
        expect(data.activity).toEqual(seen && { id, agendaItems: [{ id }] });
      }),
      { numRuns: 30 },
    );
  });
});
