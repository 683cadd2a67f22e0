import { afterAll, beforeAll, expect, it } from "@jest/globals";
import {
  type CommitteeSetting,
  JOIN,
  LEAVE,
  type MembersSetting,
  createMembersSetting,
} from "./members-setting.ts";

const REGISTER =
  "mutation ($input: RegisterWithCommunityInput!) { registerWithCommunity(input: $input) { registration { id } } }";
const END =
  "mutation ($input: EndRegistrationInput!) { endRegistration(input: $input) { registration { id } } }";
const ACCEPT =
  "mutation ($input: AcceptRegistrationInput!) { acceptRegistration(input: $input) { registration { id } } }";
const ROUNDS = 8;

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

/** The codes of errors, as far as a unit's records in a place are made and ended. */
async function comeAndGo(committee: CommitteeSetting, unit: string): Promise<unknown[]> {
  const { id: committeeId, communityCode, secretary } = committee;
  const liaison = setting.liaison(unit);
  const registering = { organizationId: unit, communityCode, headcount: 5 };
  const [joined, registered] = await Promise.all([
    setting.call(secretary, JOIN, { input: { committeeId, organizationId: unit } }),
    setting.call(liaison, REGISTER, { input: registering }),
  ]);
  const { id } = registered.data.registerWithCommunity.registration;
  const accepted = await setting.call(secretary, ACCEPT, { input: { id } });
  const [left, ended] = await Promise.all([
    setting.call(secretary, LEAVE, {
      input: { id: joined.data.joinCommittee.membership.id, reason: "迁出" },
    }),
    setting.call(liaison, END, { input: { id, reason: "迁出" } }),
  ]);
  return [joined, registered, accepted, left, ended].map(({ code }) => code);
}

// The sums of units are kept under a lock for each unit, which a statement takes last of all locks of its
// transaction, and in order if it concerns several units. No transaction of the hub has two such statements of one
// table, so none waits for another in a circle.
it("units that come to the same places and leave them in opposite order never block each other", async () => {
  const committees = await Promise.all([setting.committee(), setting.committee()]);
  const units = await Promise.all(Array.from({ length: 3 }, () => setting.organization()));
  const inOrder = async (places: readonly CommitteeSetting[], of: readonly string[]) => {
    const codes: unknown[] = [];
    for (const unit of of)
      for (const place of places) codes.push(...(await comeAndGo(place, unit)));
    return codes;
  };
  for (let round = 0; round < ROUNDS; round++) {
    const [first, second] = committees;
    const codes = await Promise.all([
      inOrder([first], units),
      inOrder([second], units.toReversed()),
    ]);
    expect(codes.flat().filter((code) => code !== undefined)).toEqual([]);
  }
});
