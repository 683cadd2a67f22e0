import { readFileSync, readdirSync } from "node:fs";
import { expect, it } from "@jest/globals";
import { askEngine } from "../../support/federation/ask-engine.ts";
import { compose } from "../../support/federation/compose.ts";
import { openEngine } from "../../support/federation/engine.ts";

/** The planner processes of this process, by the kernel's own list. */
function planners(): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const parent = /\) \S (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1];
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
        return Number(parent) === process.pid && command.includes("planner.main.js");
      } catch {
        return false;
      }
    });
}

it("a planner whose process is ended from outside costs no request", async () => {
  const before = new Set(planners());
  const engine = await openEngine({
    supergraphSdl: compose([{ name: "a", sdl: "type Query { one: Int two: Int }" }]),
    transport: () => ({
      send: async () => ({ data: { one: 1, two: 2 } }),
      close: async () => undefined,
    }),
  });
  expect(await askEngine(engine, { query: "{ one }" })).toEqual({ data: { one: 1 } });
  const own = planners().filter((pid) => !before.has(pid));
  expect(own.length).toBeGreaterThan(0);
  for (const pid of own) process.kill(pid, "SIGKILL");
  expect(await askEngine(engine, { query: "{ two }" })).toEqual({ data: { two: 2 } });
});

it("a plan that was made in time is taken, though nobody could read it before the budget's end", async () => {
  await using engine = await openEngine({
    supergraphSdl: compose([{ name: "a", sdl: "type Query { one: Int two: Int }" }]),
    transport: () => ({
      send: async () => ({ data: { one: 1, two: 2 } }),
      close: async () => undefined,
    }),
  });
  await askEngine(engine, { query: "{ one }" });
  const asked = askEngine(engine, { query: "{ two }" });
  // The question goes out in microtasks; then this process stands still, as a busy machine has it do.
  for (let turn = 0; turn < 100; turn++) await Promise.resolve();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500);
  expect(await asked).toEqual({ data: { two: 2 } });
});
