import { describe, expect, it } from "@jest/globals";
import { type SingleFlight, joinNext, joinRunning } from "./single-flight.ts";

/** Work that the test ends itself. */
function stage(flight: SingleFlight<string>) {
  const begun: PromiseWithResolvers<string>[] = [];
  const ask = (key: string): Promise<string> =>
    flight(key, () => {
      const work = Promise.withResolvers<string>();
      begun.push(work);
      return work.promise;
    });
  return { begun, ask };
}

const later = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("joining the work under way", () => {
  it("is done once for all who ask meanwhile, and anew for whoever asks afterwards", async () => {
    const { begun, ask } = stage(joinRunning());
    const answers = [ask("a"), ask("a"), ask("a")];
    expect(begun).toHaveLength(1);
    begun[0]?.resolve("one");
    expect(await Promise.all(answers)).toEqual(["one", "one", "one"]);
    await later();
    void ask("a");
    expect(begun).toHaveLength(2);
  });

  it("shares a failure, which is not kept, and keeps keys apart", async () => {
    const { begun, ask } = stage(joinRunning());
    const [first, second, other] = [ask("a"), ask("a"), ask("b")];
    expect(begun).toHaveLength(2);
    begun[0]?.reject(new Error("gone"));
    begun[1]?.resolve("b");
    await expect(first).rejects.toThrow("gone");
    await expect(second).rejects.toThrow("gone");
    expect(await other).toBe("b");
    const again = ask("a");
    begun[2]?.resolve("again");
    expect(await again).toBe("again");
  });
});

describe("joining the work that follows", () => {
  it("gives nobody an answer that was begun before they asked", async () => {
    const { begun, ask } = stage(joinNext());
    const first = ask("a");
    const others = [ask("a"), ask("a"), ask("a")];
    expect(begun).toHaveLength(1);
    begun[0]?.resolve("one");
    expect(await first).toBe("one");
    await later();
    expect(begun).toHaveLength(2);
    const last = ask("a");
    begun[1]?.resolve("two");
    expect(await Promise.all(others)).toEqual(["two", "two", "two"]);
    await later();
    begun[2]?.resolve("three");
    expect(await last).toBe("three");
    await later();
    void ask("a");
    expect(begun).toHaveLength(4);
  });

  it("goes on after work that failed, and keeps keys apart", async () => {
    const { begun, ask } = stage(joinNext());
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
