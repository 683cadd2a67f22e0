import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { PLACE } from "@alliance-hub/testing/street-committee";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { type AgreementSetting, createAgreementSetting } from "./agreement-setting.ts";
import { done, mendedCalls } from "./mended-calls.ts";
import {
  PUBLISH,
  PUBLISH_NEED,
  UPDATE,
  UPDATE_NEED,
  WITHDRAW,
  WITHDRAW_NEED,
} from "./resource-calls.ts";

const NOW = new Date("2026-03-01T04:00:00Z");

let setting: AgreementSetting;
let calls: ReturnType<typeof mendedCalls>;
beforeAll(async () => {
  setting = await createAgreementSetting();
  calls = mendedCalls(setting);
});
beforeEach(() => {
  setting.clock.now = NOW;
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

describe("what was withdrawn and goes back on the list", () => {
  const makers = [
    {
      noun: "resource",
      make: (over?: object) => calls.shared(over),
      withdraw: WITHDRAW,
      update: UPDATE,
      publish: PUBLISH,
      of: (id: string, viewer?: Viewer) => calls.resource(id, viewer),
    },
    {
      noun: "need",
      make: (over?: object) => calls.posted(over),
      withdraw: WITHDRAW_NEED,
      update: UPDATE_NEED,
      publish: PUBLISH_NEED,
      of: (id: string, viewer?: Viewer) => calls.need(id, viewer),
    },
  ] as const;
  const column = async (noun: string, id: string, name: string) =>
    (await setting.admin.query(`select ${name} as it from resources.${noun} where id = $1`, [id]))
      .rows[0].it;

  it.each(makers)(
    "a $noun stands where its unit is now, for the alliance that it belongs to now",
    async ({ noun, make, withdraw, publish, of }) => {
      const id = await make({ audience: "ALLIANCE" });
      done(await setting.call(calls.own, withdraw, { input: { id, reason: "装修" } }));
      const place = "region_code = $2, region_path = $3, alliance_code = $4";
      const move = (code: string, path: (string | null)[], alliance: string) =>
        setting.admin.query(`update organizations.organization set ${place} where id = $1`, [
          setting.units.b,
          code,
          path,
          alliance,
        ]);
      await setting.admin.query(
        `insert into organizations.region (code, name, level, path, alliance_code, created_at, updated_at)
         values ('445203', '邻区', 'DISTRICT', array[null, null, '445203', null, null, null], '445203', now(), now())
         on conflict do nothing`,
      );
      await move("445203", [null, null, "445203", null, null, null], "445203");
      try {
        done(await setting.call(calls.own, publish, { input: { id } }));
      } finally {
        await move(...(PLACE as [string, (string | null)[], string]));
      }
      expect(await column(noun, id, "alliance_code")).toBe("445203");
      expect(await column(noun, id, "region_code")).toBe("445203");
      const neighbour = { ...calls.stranger, allianceCodes: ["445203"] };
      expect(await of(id, neighbour)).toMatchObject({ state: "PUBLISHED" });
      expect(await of(id, calls.stranger)).toBeNull();
    },
  );

  it.each(makers)(
    "a $noun whose unit has left the committee is taken off its list first, and nobody is told of that",
    async ({ make, withdraw, update, publish, of }) => {
      const { committeeId } = setting;
      const id = await make({ committeeId, audience: "COMMITTEE" });
      done(await setting.call(calls.own, withdraw, { input: { id, reason: "装修" } }));
      const leave = (day: string | null) =>
        setting.admin.query(
          `update members.membership set left_on = $3, leave_reason = $4
           where committee_id = $1 and organization_id = $2`,
          [committeeId, setting.units.b, day, day && "迁出"],
        );
      await leave("2026-02-28");
      try {
        const refused = await setting.call(calls.own, publish, { input: { id } });
        expect(refused.code).toBe("ILLEGAL_TRANSITION");
        expect(refused.message).toMatch(/was on the list of 大工委.*, or null, with update/u);
        const input = { id, committeeId: null, audience: "ALLIANCE" };
        done(await setting.call(calls.own, update, { input }));
        done(await setting.call(calls.own, publish, { input: { id } }));
      } finally {
        await leave(null);
      }
      expect(await of(id)).toMatchObject({ state: "PUBLISHED", committee: null });
      expect((await calls.told(id)).at(-1)).toBe("WITHDRAWN");
    },
  );

  it.each(makers)(
    "a $noun counts from its first day on: the figures of the months before stay",
    async ({ noun, make, withdraw, publish }) => {
      const figure = `${noun}s`;
      const march = async (): Promise<number> => {
        const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Report { ${figure} } } }`;
        const key = { __typename: "Report", regionCode: "445202" };
        const keys = [{ ...key, from: "2026-03-01", to: "2026-03-31" }];
        return (await setting.call(ANONYMOUS, query, { keys })).data["_entities"][0][figure];
      };
      const before = await march();
      const id = await make({ audience: "ALLIANCE" });
      expect(await march()).toBe(before + 1);
      setting.clock.now = new Date("2026-05-01T04:00:00Z");
      done(await setting.call(calls.own, withdraw, { input: { id, reason: "装修" } }));
      setting.clock.now = new Date("2026-06-01T04:00:00Z");
      done(await setting.call(calls.own, publish, { input: { id } }));
      expect(await march()).toBe(before + 1);
      expect(await column(noun, id, "published_at")).toEqual(NOW);
    },
  );
});
