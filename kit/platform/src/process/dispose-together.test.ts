import { describe, expect, it } from "@jest/globals";
import { disposeTogether } from "./dispose-together.ts";

describe("disposing of several things", () => {
  it("begins with all at once", async () => {
    const met = Promise.withResolvers<void>();
    await disposeTogether([
      { [Symbol.asyncDispose]: () => met.promise },
      { [Symbol.asyncDispose]: async () => met.resolve() },
    ]);
  });

  it("waits for all, also where one fails, and says so", async () => {
    const last = Promise.withResolvers<void>();
    let isOver = false;
    const disposing = disposeTogether([
      { [Symbol.asyncDispose]: () => Promise.reject(new Error("stuck")) },
      { [Symbol.asyncDispose]: () => last.promise.then(() => void (isOver = true)) },
    ]);
    last.resolve();
    await expect(disposing).rejects.toThrow(AggregateError);
    expect(isOver).toBe(true);
  });
});
