import { randomUUID } from "node:crypto";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, it } from "@jest/globals";
import * as fc from "fast-check";
import { can as canHandover } from "../nouns/handover/handover.policy.ts";
import { canRead } from "../nouns/term/term.policy.ts";
import { holds } from "./holds.ts";
import {
  APPOINT_SEAT,
  type CommitteeSetting,
  DISTRICT,
  type MembersSetting,
  PLAN_TERM,
  STREET,
  TODAY,
  createMembersSetting,
} from "./members-setting.ts";
import { type Pools, paths } from "./viewers.ts";

let setting: MembersSetting;
let committees: CommitteeSetting[];
let pools: Pools;
beforeAll(async () => {
  setting = await createMembersSetting();
  committees = [];
  for (let at = 0; at < 4; at++) committees.push(await setting.committee());
  pools = {
    organizationIds: committees.map(({ base }) => base),
    committeeIds: committees.map(({ id }) => id),
    regionCodes: [DISTRICT, "530381", ...committees.map(({ communityCode }) => communityCode)],
    allianceCodes: [DISTRICT, "530381"],
    subjects: ["s1", "s2", "s3"],
  };
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

/** Ids of what a viewer gets by the keys of some records. */
const byKey =
  (type: string, records: readonly { id: string }[]) =>
  async (viewer: Viewer): Promise<string[]> => {
    const keys = records.map(({ id }) => ({ __typename: type, id }));
    const query = `query ($keys: [_Any!]!) { entities: _entities(representations: $keys) { ... on ${type} { id } } }`;
    const { data } = await setting.call(viewer, query, { keys });
    return data.entities.flatMap((found: { id: string } | null) => (found ? [found.id] : []));
  };

/** Ids of what a viewer gets in a list of each committee. */
const ofCommittees =
  (selection: string, name: string) =>
  async (viewer: Viewer): Promise<string[]> => {
    const keys = committees.map(({ id }) => ({ __typename: "Committee", id }));
    const query = `query ($keys: [_Any!]!) { entities: _entities(representations: $keys) { ... on Committee ${selection} } }`;
    const { data } = await setting.call(viewer, query, { keys });
    return data.entities.flatMap((found: Record<string, { nodes: { id: string }[] }>) =>
      (found[name]?.nodes ?? []).map(({ id }) => id),
    );
  };

describe("what a list gives is exactly what the rule allows", () => {
  it("for terms and their seats, planned and begun, in lists and by key", async () => {
    for (const { id: committeeId, base: organizationId, secretary } of committees) {
      await setting.call(setting.operator, APPOINT_SEAT, {
        input: { committeeId, organizationId, role: "SECRETARY", holderName: "委员 001" },
      });
      const days = { startsOn: "2026-09-01", endsOn: "2031-08-31" };
      await setting.call(secretary, PLAN_TERM, { input: { committeeId, number: 2, ...days } });
    }
    const stored = async (table: "term" | "seat") => {
      const { rows } = await setting.admin.query<{ id: string; at: string; startsOn: string }>(
        `select ${table}.id, term.committee_id as at, starts_on::text as "startsOn"
         from members.term ${table === "seat" ? "join members.seat on seat.term_id = term.id" : ""}`,
      );
      return rows.map(({ at, ...row }) => {
        const { id: committeeId = "", communityCode = "" } =
          committees.find(({ id }) => id === at) ?? {};
        const regionPath = [null, null, DISTRICT, STREET, communityCode, null];
        return { ...row, committeeId, regionPath };
      });
    };
    const terms = await stored("term");
    const seats = await stored("seat");
    const may = (viewer: Viewer, term: (typeof terms)[number]) => canRead(viewer, term, TODAY);
    const inLists = ofCommittees("{ terms(first: 100) { nodes { id } } }", "terms");
    await holds(pools, terms, { ask: inLists, may });
    await holds(pools, terms, { ask: byKey("Term", terms), may });
    await holds(pools, seats, { ask: byKey("Seat", seats), may });
  });

  it("for handovers, in lists and by key", async () => {
    const { rows } = await setting.admin.query<{ id: string }>(
      "select id from members.seat limit 1",
    );
    const stored = fc
      .sample(
        fc.record({
          at: fc.nat(3),
          regionPath: paths(pools),
          allianceCode: fc.constantFrom(...pools.allianceCodes),
        }),
        60,
      )
      .map(({ at, ...place }) => ({
        ...place,
        id: randomUUID(),
        committeeId: committees[at]?.id ?? "",
        deputy: null,
      }));
    for (const { id, committeeId, regionPath, allianceCode } of stored) {
      await setting.admin.query(
        `insert into members.handover (id, created_at, updated_at, committee_id, seat_id, by_seat_id, "from", until, ended_at, region_code, region_path, alliance_code)
         values ($1, now(), now(), $2, $3, $3, '2026-03-02', '2026-03-15', now(), '-', $4, $5)`,
        [id, committeeId, rows[0]?.id, regionPath, allianceCode],
      );
    }
    const may = (viewer: Viewer, handover: (typeof stored)[number]) =>
      canHandover(viewer, "read", handover);
    const all = "{ handovers(includeEnded: true, first: 100) { nodes { id } } }";
    await holds(pools, stored, { ask: ofCommittees(all, "handovers"), may });
    await holds(pools, stored, { ask: byKey("Handover", stored), may });
  });
});
