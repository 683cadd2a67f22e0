import { checkCreditCode, creditCodeCheckCharacter } from "@alliance-hub/platform/text/credit-code";
import { findPersonalData } from "@alliance-hub/platform/text/personal-data";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  type OrganizationsSetting,
  REGISTER,
  createOrganizationsSetting,
  leftBehind,
  outcomes,
} from "./organizations-setting.ts";

let setting: OrganizationsSetting;
let regionCode: string;
beforeAll(async () => {
  setting = await createOrganizationsSetting();
  regionCode = await setting.place("DISTRICT");
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const register = (creditCode: string) =>
  setting.send(setting.operator, REGISTER, {
    name: "单位",
    kind: "PRIVATE_COMPANY",
    regionCode,
    creditCode,
  });

/** A number of nobody: made up, with a day of birth that is to come, until it has the check character wanted. */
function identityNumber(isWanted: (number: string) => boolean): string {
  for (let serial = 0; serial < 1000; serial++) {
    const first17 = `99999920990101${String(serial).padStart(3, "0")}`;
    for (const last of "0123456789X") {
      const number = first17 + last;
      if (findPersonalData(number)?.kind === "IDENTITY_NUMBER" && isWanted(number)) return number;
    }
  }
  throw new Error("No such number among a thousand");
}

describe("a credit code", () => {
  it.each([
    "91350100M000100Y43",
    "9144030071526726XG",
    "91330100799655058B",
    "914403001922038216",
    "91110000802100433B",
    "91110108551385082Q",
  ])("that was issued is kept: %s", async (code) => {
    const { data } = await register(code);
    expect(data.registerOrganization.organization.creditCode).toBe(code);
  });

  it.each([
    ["no character", ""],
    ["one too few", "91350100M000100Y4"],
    ["one too many", "91350100M000100Y433"],
    ["another check character", "91350100M000100Y4A"],
    ["two characters changed over", "91350100M000010Y43"],
    ["a letter that codes do not have", "9135010OM000100Y43"],
    ["small letters", "91350100m000100y43"],
    ["a space", " 91350100M000100Y4"],
    ["full width", "９1350100M000100Y43"],
    ["a NUL", "91350100M000100Y4\0"],
    ["ten thousand characters", "9".repeat(10_000)],
  ])("with %s is refused", async (_what, code) => {
    const before = await leftBehind(setting);
    const answer = await register(code);
    expect(answer.code).toBe("BAD_USER_INPUT");
    expect(answer.message?.length).toBeLessThan(400);
    expect(await leftBehind(setting)).toEqual(before);
  });

  it("of another organisation is a conflict, also at the same moment", async () => {
    const first17 = "9133010079965505X";
    const code = first17 + creditCodeCheckCharacter(first17);
    const answers = await Promise.all(Array.from({ length: 5 }, () => register(code)));
    expect(outcomes(answers)).toEqual({ done: 1, CONFLICT: 4 });
  });
});

describe("a person's number in its place", () => {
  const passing = identityNumber((number) => checkCreditCode(number) === undefined);
  const failing = identityNumber((number) => checkCreditCode(number) !== undefined);
  it.each([
    ["that passes the check of credit codes", passing],
    ["that does not", failing],
    ["with a small x", identityNumber((number) => number.endsWith("X")).toLowerCase()],
    [
      "in full width",
      passing.replaceAll(/\d/g, (digit) => "０１２３４５６７８９".charAt(Number(digit))),
    ],
    ["in groups", `${passing.slice(0, 6)} ${passing.slice(6, 14)} ${passing.slice(14)}`],
    ["of a mobile telephone", "13900000000"],
  ])("%s is refused, not told and not kept", async (_what, number) => {
    const before = await leftBehind(setting);
    const answer = await register(number);
    expect(answer.code).toBe("BAD_USER_INPUT");
    expect(answer.message).toMatch(/^"creditCode" looks like a resident identity number/);
    expect(JSON.stringify(answer)).not.toContain(number);
    expect(await leftBehind(setting)).toEqual(before);
  });
});
