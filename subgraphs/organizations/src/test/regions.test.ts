import { randomUUID } from "node:crypto";
import { LEVEL_POSITION, RegionLevel } from "@alliance-hub/sharing/place";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  ADD,
  type OrganizationsSetting,
  PROVINCE,
  createOrganizationsSetting,
  leftBehind,
  outcomes,
} from "./organizations-setting.ts";
import { auditorOf, liaisonOf, operatorOf, secretaryOf } from "./viewers.ts";

let setting: OrganizationsSetting;
beforeAll(async () => {
  setting = await createOrganizationsSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const LEVELS = Object.values(RegionLevel);
const freshCode = () => `N-${randomUUID()}`;
let cities = 0;
/** A six-digit code that no place has yet; a city of county level ends in anything but 00. */
const freeCity = (ending: "00" | "81"): string => {
  cities += 1;
  return `${5000 + cities}${ending}`;
};

describe("addRegion", () => {
  it("is for operators of the place above it or of one above that, and for nobody else", async () => {
    const district = await setting.place("DISTRICT");
    const parentCode = await setting.place("STREET", district);
    const sibling = await setting.place("STREET", district);
    const committeeId = await setting.committee("STREET", parentCode);
    const organizationId = await setting.organization(parentCode);
    const add = (viewer: Viewer) =>
      setting.send(viewer, ADD, {
        code: freshCode(),
        name: "社区",
        level: "COMMUNITY",
        parentCode,
      });
    for (const code of [parentCode, district, PROVINCE]) {
      const { data } = await add(operatorOf(code));
      expect(data.addRegion.region).toMatchObject({
        level: "COMMUNITY",
        version: 1,
        parent: { code: parentCode },
      });
    }
    const before = await leftBehind(setting);
    expect((await add(ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    for (const viewer of [
      operatorOf(sibling),
      auditorOf(PROVINCE),
      secretaryOf(committeeId),
      liaisonOf(organizationId),
    ]) {
      expect((await add(viewer)).code).toBe("FORBIDDEN");
    }
    expect(await leftBehind(setting)).toEqual(before);
  });

  it("without a place above is for operators of that very code, and for nobody else", async () => {
    const code = freshCode();
    const add = (viewer: Viewer, over: object = {}) =>
      setting.send(viewer, ADD, { code, name: "某区", level: "DISTRICT", ...over });
    expect((await add(ANONYMOUS)).code).toBe("UNAUTHENTICATED");
    for (const viewer of [setting.operator, operatorOf(freshCode()), auditorOf(code)])
      expect((await add(viewer)).code).toBe("FORBIDDEN");
    expect((await add(operatorOf(code), { code: freshCode() })).code).toBe("FORBIDDEN");
    const { data } = await add(operatorOf(code), { parentCode: null });
    expect(data.addRegion.region).toMatchObject({ code, level: "DISTRICT", parent: null });
    const { rows } = await setting.admin.query(
      "select path, alliance_code from directory.region where code = $1",
      [code],
    );
    expect(rows).toEqual([{ path: [null, null, code, null, null, null], alliance_code: code }]);
    expect((await add(operatorOf(code))).code).toBe("CONFLICT");
  });

  it("takes a level below the parent's and refuses all others", async () => {
    const parents: Record<string, string> = { PROVINCE };
    for (const level of LEVELS.slice(1)) parents[level] = await setting.place(level);
    for (const above of LEVELS) {
      for (const level of LEVELS) {
        const { code } = await setting.send(setting.operator, ADD, {
          code: freshCode(),
          name: "某地",
          level,
          parentCode: parents[above],
        });
        const below = LEVEL_POSITION[level] > LEVEL_POSITION[above];
        expect({ above, level, code }).toEqual({
          above,
          level,
          code: below ? undefined : "BAD_USER_INPUT",
        });
      }
    }
  });

  it.each([
    ["no code", { code: "" }],
    ["a code too long", { code: "4".repeat(41) }],
    ["a code with a space", { code: "44 52" }],
    ["a code of two lines", { code: "4452\n" }],
    ["a code in full width", { code: "４４５２" }],
    ["a code with a quote", { code: "44'--" }],
    ["a code with a NUL", { code: "44\0" }],
    ["no name", { name: "" }],
    ["a blank name", { name: " \u3000" }],
    ["a name too long", { name: "地".repeat(101) }],
    ["a name with a telephone number", { name: "某地 13900000000" }],
  ])("refuses %s", async (_what, over) => {
    const before = await leftBehind(setting);
    const input = { code: freshCode(), name: "某地", level: "CITY", parentCode: PROVINCE, ...over };
    expect((await setting.send(setting.operator, ADD, input)).code).toBe("BAD_USER_INPUT");
    expect(await leftBehind(setting)).toEqual(before);
  });

  it("takes a code of one character and of forty, and a name of a hundred", async () => {
    const street = await setting.place("STREET");
    for (const code of ["Z", `Z${"-9".repeat(19)}z`]) {
      const input = { code, name: "地".repeat(100), level: "GRID", parentCode: street };
      expect((await setting.send(setting.operator, ADD, input)).code).toBeUndefined();
    }
  });

  it("refuses a place below one that nobody knows", async () => {
    for (const parentCode of ["999999", "", "4452' or true"]) {
      const input = { code: freshCode(), name: "某地", level: "GRID", parentCode };
      expect((await setting.send(setting.operator, ADD, input)).code).toBe("NOT_FOUND");
    }
  });

  it("refuses a code in use, and takes one of many that come at the same moment", async () => {
    const code = freshCode();
    const input = { code, name: "某市", level: "CITY", parentCode: PROVINCE };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => setting.send(setting.operator, ADD, input)),
    );
    expect(outcomes(answers)).toEqual({ done: 1, CONFLICT: 5 });
    const elsewhere = { ...input, level: "GRID", parentCode: await setting.place("STREET") };
    expect((await setting.send(setting.operator, ADD, elsewhere)).code).toBe("CONFLICT");
  });

  it("adds one place for the same key, however often it comes", async () => {
    const input = {
      name: "某市",
      level: "CITY",
      parentCode: PROVINCE,
      idempotencyKey: freshCode(),
    };
    const code = freshCode();
    const answers = await Promise.all(
      [1, 2, 3].map(() => setting.send(setting.operator, ADD, { ...input, code })),
    );
    for (const { data } of answers) expect(data.addRegion.region.code).toBe(code);
    expect((await setting.send(setting.operator, ADD, { ...input, code: freshCode() })).code).toBe(
      "BAD_USER_INPUT",
    );
  });

  it("gives every place its parent's path with its own code, and its county's alliance", async () => {
    // Each step goes down at least one level and perhaps more.
    const ways = fc.subarray(LEVELS.slice(1, 6), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(ways, fc.boolean(), async (levels, county) => {
        const path: (string | null)[] = [PROVINCE, null, null, null, null, null];
        let parentCode = PROVINCE;
        let alliance: string | null = null;
        for (const level of levels) {
          const code: string = level === "CITY" ? freeCity(county ? "81" : "00") : freshCode();
          await setting.send(setting.operator, ADD, { code, name: "某地", level, parentCode });
          path[LEVEL_POSITION[level] - 1] = code;
          if (level !== "CITY" || county) alliance ??= code;
          const { rows } = await setting.admin.query(
            "select level, path, alliance_code, parent_code from directory.region where code = $1",
            [code],
          );
          expect(rows).toEqual([{ level, path, alliance_code: alliance, parent_code: parentCode }]);
          parentCode = code;
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("levels below the community", () => {
  it("are what the place calls them, and are no grids", async () => {
    const community = await setting.place("COMMUNITY");
    const add = (level: string, levelName: string | null, parentCode: string) =>
      setting.send(
        setting.operator,
        "mutation ($input: AddRegionInput!) { addRegion(input: $input) { region { level levelName } } }",
        {
          code: `L-${randomUUID()}`,
          name: "第一片区",
          level,
          levelName,
          parentCode,
        },
      );
    const { data, message } = await add("GRID", "片区", community);
    expect(message).toBeUndefined();
    expect(data.addRegion.region).toEqual({ level: "GRID", levelName: "片区" });
    expect((await add("COMMUNITY", "片区", PROVINCE)).code).toBe("BAD_USER_INPUT");
    await add("GRID", null, community);
    const { data: report } = await setting.call(
      ANONYMOUS,
      `query ($code: String!) { report(regionCode: $code, from: "2026-01-01", to: "2026-12-31") { grids } }`,
      { code: community },
    );
    expect(report.report.grids).toBe(1);
  });
});
