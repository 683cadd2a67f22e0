import { describe, expect, it } from "@jest/globals";
import { createTurns } from "./turns.ts";

/** Work that is ended by hand. */
function stage() {
  const turns = createTurns<string>();
  const begun: PromiseWithResolvers<string>[] = [];
  const ask = (key: string): Promise<string> =>
    turns(key, () => {
      const work = Promise.withResolvers<string>();
      begun.push(work);
      return work.promise;
    });
  return { begun, ask };
}

const later = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("taking turns", () => {
  it("shares the next piece of work among all who ask while one is under way", async () => {
    const { begun, ask } = stage();
    const first = ask("a");
    const others = [ask("a"), ask("a"), ask("a")];
    expect(begun).toHaveLength(1);
    begun[0]?.resolve("one");
    expect(await first).toBe("one");
    await later();
    expect(begun).toHaveLength(2);
    begun[1]?.resolve("two");
    expect(await Promise.all(others)).toEqual(["two", "two", "two"]);
    void ask("a");
    expect(begun).toHaveLength(3);
  });

  it("goes on after one that failed, and keeps keys apart", async () => {
    const { begun, ask } = stage();
    const [first, second, other] = [ask("a"), ask("a"), ask("b")];
    expect(begun).toHaveLength(2);
    begun[0]?.reject(new Error("gone"));
    begun[1]?.resolve("b");
    await expect(first).rejects.toThrow("gone");
    expect(await other).toBe("b");
    await later();
    begun[2]?.resolve("again");
    expect(await second).toBe("again");
  });
});
