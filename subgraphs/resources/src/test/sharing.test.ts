import { randomUUID } from "node:crypto";
import type { Audience } from "@alliance-hub/sharing/audience";
import { ANONYMOUS, type Viewer, viewerWithin } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { type BookingRule, can as canBooking } from "../nouns/booking/booking.policy.ts";
import { can as canRound } from "../nouns/collection-round/collection-round.policy.ts";
import { can as canNeed } from "../nouns/need/need.policy.ts";
import { type ResourceRule, can as canResource } from "../nouns/resource/resource.policy.ts";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";

const UNITS = [randomUUID(), randomUUID(), randomUUID()];
const COMMITTEES = [randomUUID(), randomUUID()];
const ALLIANCES = ["445202", "445281"];
function pick<T>(from: readonly T[], i: number): T {
  const found = from[i % from.length];
  if (found === undefined) throw new Error("Nothing to pick from");
  return found;
}

type Stored<Rule> = Rule & { readonly id: string };
const resources: Stored<ResourceRule>[] = [];
const needs: Stored<ResourceRule>[] = [];
const bookings: (Stored<BookingRule> & { readonly resource: Stored<ResourceRule> })[] = [];
const rounds: { id: string; committeeId: string; allianceCode: string }[] = [];
let setting: Setting;

beforeAll(async () => {
  setting = await createSetting();
  for (let i = 0; i < 72; i += 1) {
    const audience = pick<Audience>(["PUBLIC", "ALLIANCE", "COMMITTEE", "PARTIES"], i);
    const rule = {
      audience,
      state: pick(["DRAFT", "PUBLISHED", "WITHDRAWN"] as const, Math.floor(i / 4)),
      providerId: pick(UNITS, Math.floor(i / 5)),
      committeeId:
        audience === "COMMITTEE" || i % 3 === 0 ? pick(COMMITTEES, Math.floor(i / 7)) : null,
      allianceCode: pick(ALLIANCES, Math.floor(i / 3)),
    };
    resources.push(await store("resource", "provider_id", rule));
    needs.push(await store("need", "organization_id", rule));
  }
  for (const [i, resource] of resources.entries()) {
    if (resource.state !== "DRAFT") bookings.push(await storeBooking(resource, pick(UNITS, i)));
  }
  for (let i = 0; i < 6; i += 1) rounds.push(await storeRound(pick(COMMITTEES, i)));
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

async function store(
  table: string,
  owner: string,
  rule: ResourceRule,
): Promise<Stored<ResourceRule>> {
  const id = randomUUID();
  await setting.admin.query(
    `insert into resources.${table} (id, created_at, updated_at, title, kind, ${owner}, audience, committee_id, alliance_code, state,
       published_at, withdrawn_at, region_code, region_path, search_key, search_grams)
     values ($1, now(), now(), 't', 'VENUE', $2, $3, $4, $5, $6, $7, $8, '1', '{}', '', '{}')`,
    [
      id,
      rule.providerId,
      rule.audience,
      rule.committeeId,
      rule.allianceCode,
      rule.state,
      rule.state === "DRAFT" ? null : new Date(),
      rule.state === "WITHDRAWN" ? new Date() : null,
    ],
  );
  return { ...rule, id };
}

async function storeBooking(
  resource: Stored<ResourceRule>,
  organizationId: string,
): Promise<(typeof bookings)[number]> {
  const { providerId, committeeId } = resource;
  const id = randomUUID();
  await setting.admin.query(
    `insert into resources.booking (id, created_at, updated_at, resource_id, organization_id, provider_id, committee_id, starts_at, ends_at, quantity, exclusive, state)
     values ($1, now(), now(), $2, $3, $4, $5, now(), now() + interval '1 hour', 1, true, 'CONFIRMED')`,
    [id, resource.id, organizationId, providerId, committeeId],
  );
  return { id, organizationId, providerId, committeeId, resource };
}

async function storeRound(committeeId: string) {
  const round = { id: randomUUID(), committeeId, allianceCode: pick(ALLIANCES, 0) };
  await setting.admin.query(
    `insert into resources.collection_round (id, created_at, updated_at, committee_id, title, opens_on, closes_on, state, region_code, region_path, alliance_code)
     values ($1, now(), now(), $2, 't', '2026-01-01', '2026-02-01', 'OPEN', '1', '{}', $3)`,
    [round.id, committeeId, round.allianceCode],
  );
  return round;
}

const viewer: fc.Arbitrary<Viewer> = fc
  .record({
    kind: fc.constantFrom("ANONYMOUS" as const, "PERSON" as const, "PARTNER" as const),
    organizationIds: fc.subarray(UNITS),
    committeeIds: fc.subarray(COMMITTEES),
    runsCommitteeIds: fc.subarray(COMMITTEES),
    allianceCodes: fc.subarray(ALLIANCES),
    scopes: fc.subarray(["resources:read", "resources:write", "activities:read"]),
  })
  .map((known) =>
    known.kind === "ANONYMOUS" ? ANONYMOUS : { ...ANONYMOUS, ...known, subject: "somebody" },
  );

const QUERY = `query ($all: [ResourceState!], $every: [NeedState!], $committees: [_Any!]!) {
  resources(filter: { states: $all }, first: 100) { totalCount nodes { id } }
  needs(filter: { states: $every }, first: 100) { totalCount nodes { id } }
  bookings(first: 100) { totalCount nodes { id } }
  _entities(representations: $committees) { ... on Committee { collectionRounds { nodes { id } } } }
}`;
const STATES = ["DRAFT", "PUBLISHED", "WITHDRAWN"];

const idsOf = (rows: readonly { id: string }[]) => rows.map((row) => row.id).toSorted();

it("gives each viewer in lists exactly what the policies allow", async () => {
  await fc.assert(
    fc.asyncProperty(viewer, async (caller) => {
      const committees = COMMITTEES.map((id) => ({ __typename: "Committee", id }));
      const { data, code } = await setting.call(caller, QUERY, {
        all: STATES,
        every: STATES,
        committees,
      });
      expect(code).toBeUndefined();
      const somebody = viewerWithin(caller, "resources");
      const may = {
        resources: idsOf(resources.filter((one) => canResource(somebody, "read", one))),
        needs: idsOf(
          needs.filter((one) =>
            canNeed(somebody, "read", { ...one, organizationId: one.providerId }),
          ),
        ),
        bookings: idsOf(bookings.filter((one) => canBooking(somebody, "read", one))),
      };
      for (const list of ["resources", "needs", "bookings"] as const) {
        expect(idsOf(data[list].nodes)).toEqual(may[list]);
        expect(data[list].totalCount).toBe(may[list].length);
      }
      const listed = data["_entities"].flatMap(
        (one: { collectionRounds: { nodes: { id: string }[] } }) => one.collectionRounds.nodes,
      );
      expect(idsOf(listed)).toEqual(idsOf(rounds.filter((one) => canRound(somebody, "read", one))));
    }),
    { numRuns: 150 },
  );
});

const BOOKINGS_OF = `query ($filter: BookingFilter) {
  bookings(filter: $filter, orderBy: START_ASC, first: 100) { totalCount nodes { id } }
}`;

it("gives each viewer by every filter of bookings what the policy allows, and nothing of strangers", async () => {
  const some = fc.constantFrom(...UNITS);
  const filter = fc.record(
    {
      providerId: some,
      organizationId: some,
      resourceId: fc.nat(71).map((i) => pick(resources, i).id),
    },
    { requiredKeys: [] },
  );
  const during = { start: "2000-01-01T00:00:00Z", end: "2099-01-01T00:00:00Z" };
  await fc.assert(
    fc.asyncProperty(viewer, filter, async (caller, wanted) => {
      const { data, code } = await setting.call(caller, BOOKINGS_OF, {
        filter: { ...wanted, states: ["CONFIRMED"], during },
      });
      expect(code).toBeUndefined();
      const { providerId, organizationId, resourceId } = wanted;
      const expected = bookings.filter(
        (one) =>
          canBooking(viewerWithin(caller, "resources"), "read", one) &&
          [undefined, one.providerId].includes(providerId) &&
          [undefined, one.organizationId].includes(organizationId) &&
          [undefined, one.resource.id].includes(resourceId),
      );
      expect(idsOf(data.bookings.nodes)).toEqual(idsOf(expected));
      expect(data.bookings.totalCount).toBe(expected.length);
    }),
    { numRuns: 100 },
  );
});

it("gives by id what it gives in lists", async () => {
  await fc.assert(
    fc.asyncProperty(viewer, fc.nat(71), async (caller, i) => {
      const [resource, need] = [pick(resources, i), pick(needs, i)];
      const booking = pick(bookings, i);
      const answer = await setting.call(
        caller,
        `query ($resource: ID!, $need: ID!, $booking: ID!) { resource(id: $resource) { id } need(id: $need) { id } booking(id: $booking) { id } }`,
        { resource: resource.id, need: need.id, booking: booking.id },
      );
      const somebody = viewerWithin(caller, "resources");
      expect(answer.data).toEqual({
        resource: canResource(somebody, "read", resource) ? { id: resource.id } : null,
        need: canNeed(somebody, "read", { ...need, organizationId: need.providerId })
          ? { id: need.id }
          : null,
        booking: canBooking(somebody, "read", booking) ? { id: booking.id } : null,
      });
    }),
    { numRuns: 100 },
  );
});
