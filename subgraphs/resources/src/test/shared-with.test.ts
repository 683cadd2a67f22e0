import type { Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type AgreementSetting as Setting,
  createAgreementSetting as createSetting,
} from "./agreement-setting.ts";
import { shared } from "./resource-calls.ts";

/* Whether a unit may have the room of an activity that it takes over: the database says what the rule of sharing says. */

const NOW = "2026-03-01T04:00:00Z";

let setting: Setting;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());

const UNITS = ["a", "b", "base", "stranger"] as const;

async function sharedWith(resourceId: string, unit: (typeof UNITS)[number]): Promise<boolean> {
  const { rows } = await setting.admin.query<{ is: boolean }>(
    "select resources.is_shared_with(resource, $2, $3) as is from resources.resource where id = $1",
    [resourceId, setting.units[unit], NOW],
  );
  return rows[0]?.is ?? false;
}

/** The secretary of the committee acts for the organisation that it stands on. */
const secretaries = () => [setting.secretary];

async function seenBy(viewers: readonly Viewer[], id: string): Promise<boolean> {
  const query = "query ($id: ID!) { resource(id: $id) { id } }";
  const answers = await Promise.all(viewers.map((viewer) => setting.call(viewer, query, { id })));
  return answers.some(({ data }) => data.resource !== null);
}

describe("a room", () => {
  it.each(["PUBLIC", "ALLIANCE", "COMMITTEE", "PARTIES"])(
    "that is shared with %s is shared with the units for which somebody acts who sees it",
    async (audience) => {
      const id = await shared(setting, { audience, committeeId: setting.committeeId });
      for (const unit of UNITS) {
        const isSeen = await seenBy(
          [setting.people[unit], ...(unit === "base" ? secretaries() : [])],
          id,
        );
        expect({ unit, isShared: await sharedWith(id, unit) }).toEqual({ unit, isShared: isSeen });
      }
    },
  );

  it("is shared with a unit that leaves the committee until its last day is over", async () => {
    const id = await shared(setting, { audience: "COMMITTEE", committeeId: setting.committeeId });
    for (const [lastDay, isShared] of [
      ["2026-03-01", true],
      ["2026-02-28", false],
    ] as const) {
      await setting.admin.query(
        "update members.membership set leaves_on = $1, leaving_reason = '迁走' where organization_id = $2",
        [lastDay, setting.units.b],
      );
      expect({ lastDay, isShared: await sharedWith(id, "b") }).toEqual({ lastDay, isShared });
    }
  });

  it("that was withdrawn is shared with nobody", async () => {
    const id = await shared(setting);
    await setting.admin.query(
      `update resources.resource set state = 'WITHDRAWN', withdrawn_at = now(), withdraw_reason = '拆除' where id = $1`,
      [id],
    );
    for (const unit of UNITS) expect(await sharedWith(id, unit)).toBe(false);
  });
});
