import { randomUUID } from "node:crypto";
import { type Database, connectDatabase } from "@alliance-hub/platform/database/connect";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import { readStanding } from "@alliance-hub/platform/directory/standing";
import { type ResourceRule, mayReadResource } from "@alliance-hub/sharing/resource-rule";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";

/* The database decides who may wait for a resource, and whose room follows an activity. It goes by the rule of sharing. */

const NOW = new Date("2026-03-10T04:00:00Z");
const TODAY = "2026-03-10";
const REGIONS = ["445202", "445281"];

/** Numbers of streets that were entered. */
let streets = 100;
let setting: Setting;
let directory: Database<DirectoryTables>;
beforeAll(async () => {
  setting = await createSetting();
  directory = await connectDatabase<DirectoryTables>({ url: setting.url, schema: "gateway" }, []);
  await setting.admin.query(
    `insert into organizations.region (code, name, level, path, alliance_code, created_at, updated_at)
     values ($1, '市', 'DISTRICT', array[null, null, $1, null, null, null], $1, now(), now())`,
    [REGIONS[1]],
  );
});
afterAll(async () => {
  await directory?.close();
  await setting?.[Symbol.asyncDispose]();
});

/** Which of a few somebody or something is: of units, committees and regions of a world. */
const at = (most: number) => fc.nat(most - 1);
const [UNITS, COMMITTEES] = [4, 4] as const;
const world = fc.record({
  units: fc.tuple(at(2), at(2), at(2), at(2)),
  committees: fc.array(
    fc.record({ unit: at(UNITS), region: at(2), parent: fc.option(at(COMMITTEES)) }),
    { minLength: COMMITTEES, maxLength: COMMITTEES },
  ),
  memberships: fc.uniqueArray(
    fc.record({
      unit: at(UNITS),
      committee: at(COMMITTEES),
      lastDay: fc.constantFrom(null, "2026-03-09", TODAY, "2026-03-11"),
    }),
    { selector: ({ unit, committee }) => `${unit} ${committee}`, maxLength: 8 },
  ),
  resources: fc.array(
    fc.record({
      provider: at(UNITS),
      audience: fc.constantFrom("PUBLIC", "ALLIANCE", "COMMITTEE", "PARTIES"),
      committee: at(COMMITTEES),
      isOnList: fc.boolean(),
      region: at(2),
      state: fc.constantFrom("PUBLISHED", "PUBLISHED", "PUBLISHED", "DRAFT", "WITHDRAWN"),
    }),
    { minLength: 6, maxLength: 10 },
  ),
});
type World = typeof world extends fc.Arbitrary<infer One> ? One : never;

/** Enters a world: each committee has a secretary, each unit a liaison. @returns the units' ids, and the resources. */
async function enter({ units, committees, memberships, resources }: World) {
  const { admin } = setting;
  const ids = units.map(() => randomUUID());
  const committeeIds = committees.map(() => randomUUID());
  const place = (region: number) => {
    const code = REGIONS[region];
    return [code, [null, null, code, null, null, null], code];
  };
  for (const [n, region] of units.entries()) {
    await admin.query(
      `insert into organizations.organization (id, created_at, updated_at, name, kind, region_code, region_path, alliance_code, search_key, search_grams)
       values ($1, now(), now(), $2, 'PARTY_ORGANIZATION', $3, $4, $5, '', '{}')`,
      [ids[n], `单位 ${n}`, ...place(region)],
    );
    await admin.query(
      `insert into members.liaison (id, created_at, updated_at, organization_id, subject, name, region_code, region_path, alliance_code)
       values ($1, now(), now(), $2, $3, '联络员', $4, $5, $6)`,
      [randomUUID(), ids[n], `liaison ${ids[n]}`, ...place(region)],
    );
  }
  // Each committee has a street of its own. A committee lies below one that comes before it, or below none.
  const ancestors: string[][] = [];
  for (const [n, { unit, region, parent }] of committees.entries()) {
    const district = String(REGIONS[region]);
    const street = `${district}${(streets += 1)}`;
    const there = [street, [null, null, district, street, null, null], district];
    await admin.query(
      `insert into organizations.region (code, name, level, path, alliance_code, created_at, updated_at)
       values ($1, '街道', 'STREET', $2, $3, now(), now())`,
      there,
    );
    const [own, above] = [committeeIds[n], parent !== null && parent < n ? parent : null];
    const parentId = above === null ? null : committeeIds[above];
    ancestors.push(above === null ? [] : [...(ancestors[above] ?? []), String(parentId)]);
    await admin.query(
      `insert into organizations.committee (id, created_at, updated_at, name, level, organization_id, parent_id, ancestor_ids, established_on, region_code, region_path, alliance_code)
       values ($1, now(), now(), '工委', 'STREET', $2, $3, $4, '2022-01-01', $5, $6, $7)`,
      [own, ids[unit], parentId, ancestors[n], ...there],
    );
    const term = randomUUID();
    await admin.query(
      `insert into members.term (id, created_at, updated_at, committee_id, number, state, starts_on, ends_on)
       values ($1, now(), now(), $2, 1, 'CURRENT', '2025-01-01', '2027-12-31')`,
      [term, own],
    );
    await admin.query(
      `insert into members.seat (id, created_at, updated_at, committee_id, term_id, organization_id, subject, holder_name, role, since, region_code, region_path, alliance_code)
       values ($1, now(), now(), $2, $3, $4, $5, '委员 017', 'SECRETARY', '2025-01-01', $6, $7, $8)`,
      [randomUUID(), own, term, ids[unit], `secretary ${own}`, ...there],
    );
  }
  for (const { unit, committee, lastDay } of memberships)
    await admin.query(
      `insert into members.membership (id, created_at, updated_at, committee_id, organization_id, joined_on, leaves_on, leaving_reason, region_code, region_path, alliance_code)
       values ($1, now(), now(), $2, $3, '2022-01-01', $4, case when $4::date is not null then '合并' end, $5, $6, $7)`,
      [randomUUID(), committeeIds[committee], ids[unit], lastDay, ...place(0)],
    );
  const rules: (ResourceRule & { readonly id: string })[] = [];
  for (const { provider, audience, committee, isOnList, region, state } of resources) {
    const committeeId =
      audience === "COMMITTEE" || isOnList ? String(committeeIds[committee]) : null;
    const rule = { audience, committeeId, providerId: String(ids[provider]), state } as const;
    const id = randomUUID();
    await admin.query(
      `insert into resources.resource (id, created_at, updated_at, title, kind, provider_id, audience, committee_id, state,
         published_at, withdrawn_at, region_code, region_path, alliance_code, search_key, search_grams)
       values ($1, now(), now(), '会议室', 'VENUE', $2, $3, $4, $5,
         case when $5 <> 'DRAFT' then now() end, case when $5 = 'WITHDRAWN' then now() end, $6, $7, $8, '', '{}')`,
      [id, rule.providerId, audience, committeeId, state, ...place(region)],
    );
    rules.push({ ...rule, id, allianceCode: String(REGIONS[region]) });
  }
  const secretaries = ids.map((_, unit) =>
    committees.flatMap((one, n) => (one.unit === unit ? [`secretary ${committeeIds[n]}`] : [])),
  );
  return { ids, rules, secretaries };
}

it("a resource is shared with a unit exactly if somebody who acts for it may see it, in random worlds", async () => {
  await fc.assert(
    fc.asyncProperty(world, async (one) => {
      const { ids, rules, secretaries } = await enter(one);
      for (const [n, unit] of ids.entries()) {
        const acting = [`liaison ${unit}`, ...(secretaries[n] ?? [])];
        const viewers: Viewer[] = [];
        for (const subject of acting) {
          const standing = await readStanding(directory.rows, { subject }, TODAY);
          expect(standing.organizationIds).toEqual([unit]);
          viewers.push({ ...ANONYMOUS, kind: "PERSON", subject, ...standing });
        }
        const { rows: said } = await setting.admin.query<{ id: string; shared: boolean }>(
          `select id, resources.is_shared_with(resource, $1, $2) as shared from resources.resource where id = any($3)`,
          [unit, NOW, rules.map(({ id }) => id)],
        );
        const shared = said.flatMap(({ id, shared: is }) => (is ? [id] : [])).toSorted();
        const seen = rules.flatMap((rule) =>
          rule.state === "PUBLISHED" && viewers.some((viewer) => mayReadResource(viewer, rule))
            ? [rule.id]
            : [],
        );
        expect(shared).toEqual(seen.toSorted());
      }
    }),
    { numRuns: 40 },
  );
});
