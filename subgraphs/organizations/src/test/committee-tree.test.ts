import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  ESTABLISH,
  FIRST_TERM,
  type OrganizationsSetting,
  UPDATE_COMMITTEE,
  createOrganizationsSetting,
} from "./organizations-setting.ts";

const KINDS = ["LEADING_GROUP", "JOINT_MEETING", "WORKING_GROUP"] as const;

let setting: OrganizationsSetting;
let street: string;
let organizationId: string;
/** Of the district, the street and the community, each of three kinds. */
const committees: string[] = [];
beforeAll(async () => {
  setting = await createOrganizationsSetting();
  const district = await setting.place("DISTRICT");
  street = await setting.place("STREET", district);
  const community = await setting.place("COMMUNITY", street);
  organizationId = await setting.organization(street);
  for (const kind of KINDS) {
    for (const [level, code] of [
      ["DISTRICT", district],
      ["STREET", street],
      ["COMMUNITY", community],
    ] as const)
      committees.push(await setting.committee(level, code, { kind }));
  }
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

/** What the records say is above each committee, and what following the tree says. */
async function lines() {
  const { rows } = await setting.admin.query<{ kept: string[]; found: string[] }>(
    `with recursive line as (
       select id as of, parent_id as above, 1 as step from organizations.committee
       union all
       select line.of, parent_id, step + 1 from line join organizations.committee on id = line.above where step < 20
     )
     select ancestor_ids as kept,
       array(select above from line where of = id and above is not null order by step) as found
     from organizations.committee order by id`,
  );
  return { kept: rows.map(({ kept }) => kept), found: rows.map(({ found }) => found) };
}

describe("the tree of committees", () => {
  it("stays a tree, and all below a committee follow it, however many are moved at once", async () => {
    const pick = fc.nat(committees.length - 1);
    const move = fc.record({ of: pick, under: fc.option(pick, { freq: 4 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: 8 }), async (moves) => {
        await Promise.all(
          moves.map(({ of, under }) =>
            setting.send(setting.operator, UPDATE_COMMITTEE, {
              id: committees[of],
              parentId: under === null ? null : committees[under],
            }),
          ),
        );
        const { kept, found } = await lines();
        expect(kept).toEqual(found);
        expect(Math.max(...found.map((line) => line.length))).toBeLessThan(committees.length);
      }),
      { numRuns: 25 },
    );
  });

  it("takes a new committee in below one that is moved at that moment", async () => {
    const [top, middle] = committees as [string, string];
    for (let time = 0; time < 5; time++) {
      const regionCode = await setting.place("COMMUNITY", street);
      const [established] = await Promise.all([
        setting.send(setting.operator, ESTABLISH, {
          ...FIRST_TERM,
          name: "大党委",
          level: "COMMUNITY",
          regionCode,
          organizationId,
          parentId: middle,
        }),
        setting.send(setting.operator, UPDATE_COMMITTEE, {
          id: middle,
          parentId: time % 2 === 0 ? top : null,
        }),
      ]);
      expect(established.message).toBeUndefined();
      const { kept, found } = await lines();
      expect(kept).toEqual(found);
    }
  });
});
