import { expect, it } from "@jest/globals";
import { createEventResults } from "./event-results.ts";

function stage(keptMs?: number) {
  const results = createEventResults<{ text: string }>(keptMs);
  const begun: PromiseWithResolvers<{ text: string }>[] = [];
  const ask = (event: string, question: string): Promise<{ text: string }> =>
    results(event, question, () => {
      const work = Promise.withResolvers<{ text: string }>();
      begun.push(work);
      return work.promise;
    });
  return { begun, ask };
}

it("is found once for all who ask the same of an event, also afterwards, and each has a copy", async () => {
  const { begun, ask } = stage();
  const [first, second] = [ask("1", "q"), ask("1", "q")];
  expect(begun).toHaveLength(1);
  begun[0]?.resolve({ text: "found" });
  (await first).text = "changed";
  expect(await second).toEqual({ text: "found" });
  expect(await ask("1", "q")).toEqual({ text: "found" });
  expect(begun).toHaveLength(1);
});

it("keeps events and questions apart", async () => {
  const { begun, ask } = stage();
  const answers = [ask("1", "q"), ask("1", "r"), ask("2", "q")];
  for (const [number, work] of begun.entries()) work.resolve({ text: String(number) });
  expect(await Promise.all(answers)).toEqual([{ text: "0" }, { text: "1" }, { text: "2" }]);
});

it("shares a failure, which is not kept", async () => {
  const { begun, ask } = stage();
  const answers = [ask("1", "q"), ask("1", "q")];
  begun[0]?.reject(new Error("gone"));
  for (const answer of answers) await expect(answer).rejects.toThrow("gone");
  const again = ask("1", "q");
  begun[1]?.resolve({ text: "again" });
  expect(await again).toEqual({ text: "again" });
});

/** Node fires timers in the order of their times: whatever waits for less has been fired when this is. */
const afterShorterTimers = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

it("is still shared, however long it takes, and forgotten afterwards", async () => {
  const { begun, ask } = stage(1);
  const first = ask("1", "q");
  await afterShorterTimers();
  const second = ask("1", "q");
  expect(begun).toHaveLength(1);
  begun[0]?.resolve({ text: "late" });
  expect(await first).toEqual(await second);
  await afterShorterTimers();
  void ask("1", "q");
  expect(begun).toHaveLength(2);
});
