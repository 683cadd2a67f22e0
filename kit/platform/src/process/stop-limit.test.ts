import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, it } from "@jest/globals";

const LIMIT = new URL("stop-limit.js", import.meta.url).href;

/** Runs a process that closes as the script says. @returns its exit code and its error output. */
async function run(closing: string): Promise<{ code: unknown; said: string }> {
  const script = `import { withinStopLimit } from ${JSON.stringify(LIMIT)};
    const open = setInterval(() => undefined, 1000);
    await withinStopLimit(${closing}, "hub", 200);
    clearInterval(open);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script]);
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, "close")]);
  return { code, said };
}

it("a process whose closing hangs ends all the same, and says so", async () => {
  const { code, said } = await run("new Promise(() => undefined)");
  expect(said).toContain("The hub was not closed within 0.2 s");
  expect(code).toBe(1);
});

it("one that closes in time ends by itself, and is not held up by the limit", async () => {
  expect(await run("Promise.resolve()")).toEqual({ code: 0, said: "" });
});
