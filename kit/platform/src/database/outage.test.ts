import { describe, expect, it } from "@jest/globals";
import { Outage } from "./outage.ts";

function stage() {
  const lines: string[] = [];
  const note = (_about: unknown, message: string): void => void lines.push(message);
  const outage = new Outage({ name: "things", log: { warn: note as never, info: note as never } });
  return { outage, lines };
}

const BEGUN = "the database does not answer; requests are told so until it does";
const OVER = "the database answers again";

describe("an outage", () => {
  it("is one line when it begins and one when it is over, however many notice it", () => {
    const { outage, lines } = stage();
    const openedAt = performance.now();
    for (let nth = 0; nth < 5; nth++) {
      outage.lost(new Error("gone"), { openedAt, needsNew: false });
      outage.unreachable(new Error("refused"));
    }
    expect(outage.isUnderWay).toBe(true);
    // Statements that were in progress before do not count; nor does an old connection if no new one can be
    // made.
    outage.answered(openedAt);
    outage.answered(performance.now() + 1);
    expect(lines).toEqual([BEGUN]);
    outage.reached();
    outage.reached();
    expect(lines).toEqual([BEGUN, OVER]);
    expect(outage.isUnderWay).toBe(false);
  });

  it("is over, too, where no connection has failed for a while and old ones answer", () => {
    const { outage, lines } = stage();
    outage.unreachable(new Error("refused"));
    outage.answered(performance.now() + 60_000);
    expect(lines).toEqual([BEGUN, OVER]);
  });

  it("is not another one where an older connection is found broken after it", () => {
    const { outage, lines } = stage();
    const openedAt = performance.now();
    outage.lost(new Error("gone"), { openedAt, needsNew: false });
    outage.answered(performance.now() + 1);
    outage.lost(new Error("gone, too"), { openedAt, needsNew: false });
    expect(lines).toEqual([BEGUN, OVER]);
    outage.lost(new Error("gone again"), { openedAt: performance.now() + 1, needsNew: false });
    expect(lines).toEqual([BEGUN, OVER, BEGUN]);
  });

  it("is none where a statement is refused; that is told of once in a while", () => {
    const { outage, lines } = stage();
    for (let nth = 0; nth < 5; nth++) outage.refused(new Error("too slow"));
    expect(outage.isUnderWay).toBe(false);
    expect(lines).toHaveLength(1);
  });
});
