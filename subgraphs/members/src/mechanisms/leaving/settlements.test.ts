import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { SettlementWay } from "../../nouns/membership/membership.entity.ts";
import { OPEN_NOUNS, type OpenItem } from "./open-items.ts";
import { type Settlement, decide } from "./settlements.ts";
import { waysOf } from "./ways.ts";

const IDS = ["0199a0c8-7b00-7000-8000-00000000000a", "0199a0c8-7b00-7000-8000-00000000000b"];
const BASE = "base";
const items: fc.Arbitrary<OpenItem[]> = fc.uniqueArray(
  fc.record({
    noun: fc.constantFrom(...OPEN_NOUNS),
    recordId: fc.constantFrom(...IDS),
    title: fc.constant("-"),
    state: fc.constantFrom("DRAFT", "PUBLISHED", "PROPOSED", "ACTIVE", "RAISED"),
    detail: fc.constantFrom("COMMITTEE", "PUBLIC", "BOOKED", "PROVIDED", "OF_ACTIVITY", null),
  }),
  { selector: ({ noun, recordId }) => noun + recordId },
);
const settlements: fc.Arbitrary<Settlement[]> = fc.uniqueArray(
  fc.record({
    noun: fc.constantFrom(...OPEN_NOUNS),
    // Ids may be typed in capitals.
    recordId: fc.constantFrom(...IDS, ...IDS.map((id) => id.toUpperCase())),
    how: fc.constantFrom(...Object.values(SettlementWay)),
    toOrganizationId: fc.constantFrom("heir", null),
  }),
  { selector: ({ noun, recordId }) => noun + recordId.toLowerCase() },
);

describe("what is open when a unit leaves is settled", () => {
  it("as was decided while that way is open, else as is usual; each once, and by nobody who takes nothing over", () => {
    fc.assert(
      fc.property(items, fc.option(settlements), (open, given) => {
        const decided = decide(open, given, { organizationId: BASE });
        expect(decided.map(({ noun, recordId }) => [noun, recordId])).toEqual(
          open.map(({ noun, recordId }) => [noun, recordId]),
        );
        for (const [at, { how, toOrganizationId }] of decided.entries()) {
          const item = open[at];
          if (!item) throw new Error("Nothing was open there");
          const wanted = given?.find(
            ({ noun, recordId }) => noun === item.noun && recordId.toLowerCase() === item.recordId,
          );
          const ways = waysOf(item);
          expect(how).toBe(wanted && ways.includes(wanted.how) ? wanted.how : ways[0]);
          const heir = wanted?.toOrganizationId ?? BASE;
          expect(toOrganizationId).toBe(how === "HAND_OVER" ? heir : null);
        }
      }),
    );
  });
});
