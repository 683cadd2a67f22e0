import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { OfficeSeatFragment, SeatRole } from "../../../graph/generated/graphql.ts";
import { type ComparedSeat, compareTerms, lacksOf } from "./compare-terms.ts";

const ROLES: SeatRole[] = ["SECRETARY", "DEPUTY_SECRETARY", "MEMBER", "PART_TIME"];

let made = 0;
function seat(role: SeatRole, person: string, over: object = {}): OfficeSeatFragment {
  const [unit = ""] = person;
  return {
    id: String(made++),
    version: 1,
    role,
    since: "2026-03-01",
    until: null,
    holderName: person,
    subject: `sign-in of ${person}`,
    fromOrganization: { id: unit, name: `单位 ${unit}` },
    ...over,
  } as OfficeSeatFragment;
}

const PERSONS = ["a1", "a2", "b1", "b2", "c1", "c2", "d1"];
/** The seats of a term: each person has one at most, and one is the secretary at most. */
const terms: fc.Arbitrary<OfficeSeatFragment[]> = fc
  .tuple(fc.shuffledSubarray(PERSONS), fc.array(fc.constantFrom(...ROLES.slice(1))), fc.boolean())
  .map(([persons, roles, isLed]) =>
    persons.map((person, at) =>
      seat(isLed && at === 0 ? "SECRETARY" : (roles[at] ?? "MEMBER"), person),
    ),
  )
  .chain((seats) => fc.shuffledSubarray(seats, { minLength: seats.length }));

const holders = (seats: readonly OfficeSeatFragment[]) =>
  new Map(seats.map(({ holderName, role }) => [holderName, role]));
const told = ({ role, now, next, change }: ComparedSeat) =>
  [change, role, now?.holderName, next?.holderName].join(" ");

describe("two terms side by side", () => {
  it("have each seat of either one once, whatever these are, by role", () => {
    const anySeats = fc.array(
      fc.tuple(fc.constantFrom(...ROLES), fc.constantFrom(...PERSONS)).map((of) => seat(...of)),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(anySeats, anySeats, (current, planned) => {
        const lines = compareTerms(current, planned);
        const seatsOf = (side: "now" | "next") =>
          lines.flatMap(({ [side]: one }) => (one ? [one.id] : [])).toSorted();
        expect(seatsOf("now")).toEqual(current.map(({ id }) => id).toSorted());
        expect(seatsOf("next")).toEqual(planned.map(({ id }) => id).toSorted());
        const order = lines.map(({ role }) => ROLES.indexOf(role));
        expect(order).toEqual(order.toSorted((one, other) => one - other));
      }),
    );
  });

  it("say of each person whether they stay, take another role, come or leave", () => {
    fc.assert(
      fc.property(terms, terms, (current, planned) => {
        const [before, after] = [holders(current), holders(planned)];
        for (const { role, now, next, change } of compareTerms(current, planned)) {
          if (!next) {
            expect(change).toBe("LEAVES");
            expect(after.has(now?.holderName ?? "")).toBe(false);
            expect(now?.role).toBe(role);
            continue;
          }
          const { holderName } = next;
          expect(next.role).toBe(role);
          if (before.has(holderName)) {
            expect(now?.holderName).toBe(holderName);
            expect(change).toBe(before.get(holderName) === role ? "STAYS" : "MOVES");
          } else {
            expect(change).toBe(now ? "FOLLOWS" : "NEW");
          }
        }
      }),
    );
  });

  it("let a new secretary follow the one who leaves, and nobody else follow anybody", () => {
    fc.assert(
      fc.property(terms, terms, (current, planned) => {
        const [before, after] = [holders(current), holders(planned)];
        const leaving = current.find(
          ({ role, holderName }) => role === "SECRETARY" && !after.has(holderName),
        );
        const coming = planned.find(
          ({ role, holderName }) => role === "SECRETARY" && !before.has(holderName),
        );
        const following = compareTerms(current, planned)
          .filter(({ change }) => change === "FOLLOWS")
          .map(({ now, next }) => [now?.id, next?.id]);
        expect(following).toEqual(leaving && coming ? [[leaving.id, coming.id]] : []);
      }),
    );
  });

  it("take persons of one name for two, if two units send them", () => {
    const [ofA, ofB] = ["a1", "b1"].map((of) => seat("MEMBER", of, { holderName: "委员 017" }));
    const lines = compareTerms(ofA ? [ofA] : [], ofB ? [ofB] : []);
    expect(lines.map(({ change }) => change).toSorted()).toEqual(["LEAVES", "NEW"]);
  });

  it("are the same in whatever order the seats come", () => {
    const pair = fc.tuple(terms, terms);
    const shuffled = pair.chain(([current, planned]) =>
      fc.tuple(
        fc.constant([current, planned] as const),
        fc.shuffledSubarray(current, { minLength: current.length }),
        fc.shuffledSubarray(planned, { minLength: planned.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([[current, planned], ...others]) => {
        expect(
          compareTerms(...others)
            .map(told)
            .toSorted(),
        ).toEqual(compareTerms(current, planned).map(told).toSorted());
      }),
    );
  });
});

describe("what a planned term lacks", () => {
  const led = [seat("SECRETARY", "a1"), seat("DEPUTY_SECRETARY", "b1")];

  it("is nothing where it has a secretary who can sign in, a deputy, and somebody of each unit", () => {
    expect(lacksOf(led, led)).toEqual([]);
  });

  it("is a secretary, a sign-in, a deputy", () => {
    const [secretary, deputy] = led;
    expect(lacksOf([], deputy ? [deputy] : [])).toEqual([expect.stringContaining("还没有书记")]);
    expect(lacksOf([], secretary ? [secretary] : [])).toEqual([
      expect.stringContaining("没有副书记"),
    ]);
    const unknown = seat("SECRETARY", "a1", { subject: null });
    expect(lacksOf([], deputy ? [unknown, deputy] : [])).toEqual([
      expect.stringContaining("书记 a1 没有登录名"),
    ]);
  });

  it("is each unit once that had somebody and has nobody any more", () => {
    fc.assert(
      fc.property(terms, terms, (current, planned) => {
        const unitsOf = (seats: readonly OfficeSeatFragment[]) =>
          new Set(seats.map(({ fromOrganization }) => fromOrganization?.name ?? ""));
        const still = unitsOf(planned);
        const gone = [...unitsOf(current)].filter((unit) => !still.has(unit));
        const words = lacksOf(current, planned).find((text) => text.includes("不再有人任职"));
        expect(/：(.*)。/.exec(words ?? "")?.[1]?.split("、") ?? []).toEqual(gone);
      }),
    );
  });
});
