import { randomUUID } from "node:crypto";
import { type Viewer, viewerWithin } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { can as canMembership } from "../nouns/membership/membership.policy.ts";
import { can } from "../nouns/unit-seat/unit-seat.policy.ts";
import { DISTRICT, type MembersSetting, TODAY, createMembersSetting } from "./members-setting.ts";
import { type Pools, paths, viewers } from "./viewers.ts";

let setting: MembersSetting;
let pools: Pools;
beforeAll(async () => {
  setting = await createMembersSetting();
  const committees = [await setting.committee(), await setting.committee()];
  const units = [await setting.organization(), await setting.organization()];
  pools = {
    organizationIds: [...units, ...committees.map(({ base }) => base)],
    committeeIds: committees.map(({ id }) => id),
    regionCodes: [DISTRICT, "530381", ...committees.map(({ communityCode }) => communityCode)],
    allianceCodes: [DISTRICT, "530381"],
    subjects: ["s1", "s2"],
  };
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const NODE = "id holderName endReason role agreement { id }";
const LIST = `(includeEnded: true, first: 100) { nodes { ${NODE} } }`;

interface Told {
  readonly id: string;
}

describe("seats in units, for random viewers", () => {
  it("are in both lists and by key, with the name exactly where the rule allows", async () => {
    const drawn = fc.sample(
      fc.record({
        sides: fc.shuffledSubarray([...pools.organizationIds], { minLength: 2, maxLength: 2 }),
        regionPath: paths(pools),
        allianceCode: fc.constantFrom(...pools.allianceCodes),
        until: fc.constantFrom(null, "2026-02-01", TODAY),
        agreementId: fc.constantFrom(null, randomUUID()),
      }),
      50,
    );
    const stored = drawn.map(({ sides: [bodyId = "", organizationId = ""], ...seat }) => ({
      ...seat,
      id: randomUUID(),
      bodyId,
      organizationId,
      committeeIds: [],
    }));
    for (const seat of stored)
      await setting.admin.query(
        `insert into members.unit_seat (id, created_at, updated_at, body_id, organization_id, holder_name, role, since, until, end_reason, agreement_id, region_code, region_path, alliance_code)
         values ($1, now(), now(), $2, $3, '委员 017', '委员', '2025-01-01', $4::date, case when $4::date is not null then '换届' end, $5, '-', $6, $7)`,
        [
          seat.id,
          seat.bodyId,
          seat.organizationId,
          seat.until,
          seat.agreementId,
          seat.regionPath,
          seat.allianceCode,
        ],
      );
    type Seat = (typeof stored)[number];
    const expected = (viewer: Viewer, of: (seat: Seat) => boolean) =>
      stored.filter(of).map((seat) => {
        const isRead = can(viewer, "readHolder", seat);
        const isSide = [seat.bodyId, seat.organizationId].some((id) =>
          viewer.organizationIds.includes(id),
        );
        return {
          id: seat.id,
          role: "委员",
          holderName: isRead ? "委员 017" : null,
          endReason: isRead && seat.until !== null ? "换届" : null,
          agreement: isSide && seat.agreementId !== null ? { id: seat.agreementId } : null,
        };
      });
    const byId = (one: Told, other: Told) => (one.id < other.id ? -1 : 1);
    const keys = stored.map(({ id }) => ({ __typename: "UnitSeat", id }));
    const byKey = `query ($keys: [_Any!]!) { entities: _entities(representations: $keys) { ... on UnitSeat { ${NODE} } } }`;
    for (const viewer of fc.sample(viewers(pools), 80)) {
      const within = viewerWithin(viewer, "members");
      for (const unit of pools.organizationIds) {
        const key = { __typename: "Organization", id: unit };
        const { data } = await setting.entity(
          viewer,
          key,
          `{ seatsIn${LIST} seatsFrom${LIST} held: seatsIn(first: 100) { nodes { id } } }`,
        );
        const inside = expected(within, ({ bodyId }) => bodyId === unit);
        expect(data.seatsIn.nodes.toSorted(byId)).toEqual(inside.toSorted(byId));
        const from = expected(within, ({ organizationId }) => organizationId === unit);
        expect(data.seatsFrom.nodes.toSorted(byId)).toEqual(from.toSorted(byId));
        // The last day of a seat is still a day of it.
        const held = stored.filter(
          ({ bodyId, until }) => bodyId === unit && (until === null || until >= TODAY),
        );
        expect(data.held.nodes.map(({ id }: Told) => id).toSorted()).toEqual(
          held.map(({ id }) => id).toSorted(),
        );
      }
      const { data } = await setting.call(viewer, byKey, { keys });
      expect(data.entities).toEqual(expected(within, () => true));
    }
  });
});

describe("what is open before a unit leaves, for random viewers", () => {
  it("is told to whoever may end the membership, and to nobody else", async () => {
    const [organizationId = ""] = pools.organizationIds;
    const [committeeId = ""] = pools.committeeIds;
    const { rows } = await setting.admin.query<{ path: string[] }>(
      "select region_path as path from organizations.committee where id = $1",
      [committeeId],
    );
    const place = { committeeId, organizationId, regionPath: rows[0]?.path ?? [] };
    const query = `query ($committeeId: ID!, $organizationId: ID!) { leaving(committeeId: $committeeId, organizationId: $organizationId) { items { recordId } } }`;
    for (const viewer of fc.sample(viewers(pools), 120)) {
      const { code } = await setting.call(viewer, query, { committeeId, organizationId });
      const isTold = canMembership(viewerWithin(viewer, "members"), "leave", place);
      const refused = viewer.kind === "ANONYMOUS" ? "UNAUTHENTICATED" : "FORBIDDEN";
      expect(code).toBe(isTold ? undefined : refused);
    }
  });
});
