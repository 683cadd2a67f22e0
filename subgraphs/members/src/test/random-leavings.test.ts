import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { leavingsIn } from "./leaving-setting.ts";
import { type MembersSetting, createMembersSetting } from "./members-setting.ts";

let setting: MembersSetting;
beforeAll(async () => {
  setting = await createMembersSetting();
});
afterAll(async () => {
  await setting[Symbol.asyncDispose]();
});

const { member, seatOf, leave, leaving, open } = leavingsIn(() => setting);

const KINDS = ["resource", "need", "booking", "agreement", "activity", "issue"] as const;

describe("nothing dangles", () => {
  it("after a unit has left, whatever was open and however it was decided; others keep theirs", async () => {
    const records = fc.array(
      fc.record({
        kind: fc.constantFrom(...KINDS),
        whose: fc.nat(1),
        audience: fc.constantFrom("PUBLIC", "ALLIANCE", "COMMITTEE"),
        state: fc.constantFrom("DRAFT", "PUBLISHED"),
        step: fc.constantFrom("DRAFT", "PROPOSED", "ACTIVE"),
        side: fc.constantFrom("BOOKED", "PROVIDED"),
        days: fc.integer({ min: 1, max: 20 }),
        way: fc.nat(2),
      }),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(records, fc.boolean(), async (all, isDecided) => {
        const one = await member();
        const another = await member(one.committee);
        await seatOf(one);
        for (const { kind, whose, audience, state, step, side, days } of all) {
          const { records: of } = whose === 0 ? one : another;
          if (kind === "resource") await of.resource(audience, state);
          if (kind === "need") await of.need(audience, state);
          if (kind === "booking") await of.booking(side, days);
          if (kind === "agreement") await of.agreement(step);
          if (kind === "activity") await of.activity(days);
          if (kind === "issue") await of.issue();
        }
        const theirs = await open(another);
        const liaison = setting.liaison(one.unit);
        const items: { noun: string; recordId: string; ways: string[] }[] = (
          await leaving(liaison, one)
        ).data.leaving.items;
        const settlements = items.map(({ noun, recordId, ways }, at) => ({
          noun,
          recordId,
          how: ways[(all[at % Math.max(all.length, 1)]?.way ?? 0) % ways.length],
        }));
        const { message } = await leave(liaison, one, isDecided ? { settlements } : {});
        expect(message).toBeUndefined();
        // An agreement that was to stay is all that still binds the two.
        const staying = isDecided
          ? settlements.filter(({ noun, how }) => noun === "Agreement" && how === "STAY")
          : items.filter(({ noun, ways }) => noun === "Agreement" && ways[0] === "STAY");
        expect(await open(one)).toEqual(
          staying.map(({ recordId }) => `Agreement ${recordId}`).toSorted(),
        );
        expect(await open(another)).toEqual(theirs);
      }),
      { numRuns: 25 },
    );
  });
});
