import type { Answer } from "@alliance-hub/testing/answer";
import { randomUUID } from "node:crypto";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { DISTRICT, STREET } from "@alliance-hub/testing/street-committee";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { type CalendarSetting, createCalendarSetting } from "./calendar-setting.ts";

const LIST = `query ($filter: ActivityFilter, $orderBy: ActivityOrder, $first: Int, $after: String) {
  activities(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { pageInfo { hasNextPage endCursor } nodes { id } } }`;
const COUNTED = "query ($filter: ActivityFilter) { activities(filter: $filter) { totalCount } }";
const BELOW = `query ($key: _Any!, $orderBy: ActivityOrder, $first: Int, $after: String) { found: _entities(representations: [$key]) {
  ... on Committee { activities(orderBy: $orderBy, first: $first, after: $after) { pageInfo { hasNextPage endCursor } nodes { id } } }
  ... on Organization { activities(orderBy: $orderBy, first: $first, after: $after) { pageInfo { hasNextPage endCursor } nodes { id } } } } }`;

/** Streets beside the one of the committee, one of them with a letter in its code, and a community in one of them. */
const STREETS = ["445202002", "445202003", "445202-D4"];
const COMMUNITY = "445202002001";
const CODES = [DISTRICT, STREET, ...STREETS, COMMUNITY];
const ORDERS = ["START_ASC", "START_DESC", undefined] as const;

interface Entered {
  readonly id: string;
  readonly committeeId: string;
  readonly path: readonly (string | null)[];
  readonly startsAt: Date;
  readonly audience: "PUBLIC" | "ALLIANCE";
}

let setting: CalendarSetting;
let committees: string[] = [];
let entered: Entered[] = [];
beforeAll(async () => {
  setting = await createCalendarSetting();
  for (const [code, level, street] of [
    ...STREETS.map((street) => [street, "STREET", street] as const),
    [COMMUNITY, "COMMUNITY", "445202002"] as const,
  ]) {
    const path = [null, null, DISTRICT, street, level === "COMMUNITY" ? code : null, null];
    await setting.admin.query(
      `insert into organizations.region (code, name, level, path, alliance_code, created_at, updated_at)
       values ($1, $1, $2, $3, $4, now(), now())`,
      [code, level, path, DISTRICT],
    );
  }
  committees = [setting.committeeId, ...STREETS.map(() => randomUUID()), randomUUID()];
  const paths = [
    ...[STREET, ...STREETS].map((street) => [null, null, DISTRICT, street, null, null]),
    [null, null, DISTRICT, "445202002", COMMUNITY, null],
  ];
  for (let nth = 0; nth < 60; nth++) {
    const at = nth % 5;
    entered.push({
      id: randomUUID(),
      committeeId: committees[at] ?? "",
      path: paths[at] ?? [],
      // Several begin at the same time, so that the order needs the id.
      startsAt: new Date(Date.UTC(2026, 3, 1 + ((nth * 7) % 20))),
      audience: nth % 3 === 0 ? "ALLIANCE" : "PUBLIC",
    });
  }
  for (const { id, committeeId, path, startsAt, audience } of entered) {
    const hostId = setting.units.a;
    await setting.admin.query(
      `insert into activities.activity (id, created_at, updated_at, committee_id, host_id, title, kind, state, starts_at, ends_at, audience,
         participant_ids, region_code, region_path, alliance_code, search_key, search_grams)
       values ($1, now(), now(), $2, $3, '值班', 'OTHER', 'SCHEDULED', $4, $4::timestamptz + interval '1 hour', $5, array[$3]::uuid[], $6, $7, $8, '', '{}')`,
      [id, committeeId, hostId, startsAt, audience, path.findLast(Boolean), path, DISTRICT],
    );
    await setting.admin.query(
      "insert into activities.participant (activity_id, organization_id, starts_at, joined_at) values ($1, $2, $3, now())",
      [id, hostId, startsAt],
    );
  }
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

type Order = (typeof ORDERS)[number];
const sorted = (found: readonly Entered[], orderBy: Order): string[] => {
  const ascending = found
    .toSorted(
      (one, other) =>
        one.startsAt.getTime() - other.startsAt.getTime() || (one.id < other.id ? -1 : 1),
    )
    .map(({ id }) => id);
  return orderBy === "START_ASC" ? ascending : ascending.toReversed();
};
const visibleTo = (viewer: Viewer) => (one: Entered) =>
  one.audience === "PUBLIC" || viewer !== ANONYMOUS;

/** All pages of a list, and how many statements the first one took. */
async function paged(
  viewer: Viewer,
  query: string,
  variables: { filter?: object; key?: object; first: number; orderBy: Order },
): Promise<{ ids: string[]; statements: number }> {
  const ids: string[] = [];
  let statements = 0;
  for (let after: string | null = null; ;) {
    const { data, message }: Answer = await setting.call(viewer, query, { ...variables, after });
    if (message !== undefined) throw new Error(message);
    statements ||= setting.statements.length;
    const page: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } =
      data.activities ?? data.found[0].activities;
    ids.push(...page.nodes.map(({ id }) => id));
    if (!page.pageInfo.hasNextPage) return { ids, statements };
    after = page.pageInfo.endCursor;
  }
}

describe("activities of several committees and places", () => {
  it("are those of each, once, in either order, page by page, for every viewer", async () => {
    const viewers = () => [setting.secretary, setting.liaison(setting.units.stranger), ANONYMOUS];
    await fc.assert(
      fc.asyncProperty(
        fc.option(fc.array(fc.constantFrom(...CODES), { maxLength: 6 }), { nil: undefined }),
        fc.option(fc.array(fc.nat(5), { maxLength: 4 }), { nil: undefined }),
        fc.constantFrom(...ORDERS),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(2),
        async (regionCodes, at, orderBy, first, whose) => {
          const viewer = viewers()[whose] ?? ANONYMOUS;
          const committeeIds = at?.map((nth) => committees[nth] ?? randomUUID());
          const filter = {
            ...(regionCodes ? { regionCodes } : {}),
            ...(committeeIds ? { committeeIds } : {}),
          };
          const expected = entered
            .filter(visibleTo(viewer))
            .filter(({ path }) => !regionCodes || regionCodes.some((code) => path.includes(code)))
            .filter(({ committeeId }) => !committeeIds || committeeIds.includes(committeeId));
          const { ids, statements } = await paged(viewer, LIST, { filter, first, orderBy });
          expect(ids).toEqual(sorted(expected, orderBy));
          // A place is looked up the first time, and once which ones were merged.
          const looked = new Set(regionCodes).size + 1;
          expect(statements).toBeLessThanOrEqual(1 + looked);
          const counted = await setting.call(viewer, COUNTED, { filter });
          expect(counted.data.activities.totalCount).toBe(expected.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("are found in a part of their time, by a word and by who takes part", async () => {
    const during = { start: "2026-04-01T00:00:00Z", end: "2026-04-05T00:00:00Z" };
    const regionCodes = [STREETS[0], STREETS[1]];
    const read = async (over: object) => {
      const filter = { regionCodes, during, ...over };
      return (await paged(setting.secretary, LIST, { filter, first: 3, orderBy: "START_ASC" })).ids;
    };
    const expected = entered.filter(
      ({ path, startsAt }) =>
        regionCodes.some((code) => path.includes(code ?? "")) && startsAt < new Date(during.end),
    );
    expect(await read({})).toEqual(sorted(expected, "START_ASC"));
    expect(await read({ organizationId: setting.units.a })).toEqual(sorted(expected, "START_ASC"));
    expect(await read({ organizationId: setting.units.b })).toEqual([]);
    expect(await read({ text: "没有" })).toEqual([]);
  });

  it("are refused by the hundred", async () => {
    for (const field of ["regionCodes", "committeeIds"]) {
      const filter = { [field]: Array.from({ length: 31 }, () => randomUUID()) };
      const { code, message } = await setting.call(setting.secretary, LIST, { filter });
      expect([code, message]).toEqual([
        "BAD_USER_INPUT",
        expect.stringContaining(`filter.${field}`),
      ]);
    }
  });

  it("are refused where one of the places is none: a street would be left out, and nobody would see it", async () => {
    const filter = { regionCodes: [STREET, "999999", "4452O2"] };
    const { code, message } = await setting.call(setting.secretary, LIST, { filter });
    expect([code, message]).toEqual([
      "BAD_USER_INPUT",
      expect.stringContaining('"999999", "4452O2"'),
    ]);
  });

  it("are a page of each place, merged: the statement has a limit for each of them", async () => {
    const filter = { regionCodes: [STREET, ...STREETS] };
    await setting.call(setting.secretary, LIST, { filter, first: 2, orderBy: "START_ASC" });
    expect(setting.statements.at(-1)?.match(/limit 3/g)).toHaveLength(5);
  });
});

describe("activities of a committee and of an organisation", () => {
  it("come in either order, page by page, by one statement", async () => {
    const parents: [object, (one: Entered) => boolean][] = [
      [
        { __typename: "Committee", id: committees[1] },
        ({ committeeId }) => committeeId === committees[1],
      ],
      [{ __typename: "Organization", id: setting.units.a }, () => true],
    ];
    for (const [key, belongs] of parents) {
      for (const orderBy of ORDERS) {
        const { ids, statements } = await paged(setting.secretary, BELOW, {
          key,
          first: 7,
          orderBy,
        });
        expect(ids).toEqual(sorted(entered.filter(belongs), orderBy));
        expect(statements).toBe(1);
      }
    }
  });

  it("take no cursor of the other order", async () => {
    const key = { __typename: "Committee", id: committees[1] };
    const page = await setting.call(setting.secretary, BELOW, {
      key,
      first: 1,
      orderBy: "START_ASC",
    });
    const after = page.data.found[0].activities.pageInfo.endCursor;
    const other = await setting.call(setting.secretary, BELOW, {
      key,
      after,
      orderBy: "START_DESC",
    });
    expect(other.code).toBe("BAD_USER_INPUT");
  });
});
