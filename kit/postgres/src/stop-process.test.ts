import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "@jest/globals";
import { isAlive } from "./process-identity.ts";
import { stopProcess } from "./stop-process.ts";

const QUICK = { fastMs: 100, immediateMs: 100 };

/** A process that is deaf to some signals and says when it is. */
async function deafTo(...signals: readonly NodeJS.Signals[]): Promise<ChildProcess> {
  const deaf = signals.map((signal) => `process.on("${signal}", () => {});`).join("");
  const child = spawn(process.execPath, [
    "-e",
    `${deaf} setInterval(() => {}, 1000); console.log("deaf")`,
  ]);
  await once(child.stdout, "data");
  return child;
}

describe("stopping a postmaster", () => {
  it.each([
    ["SIGINT", []],
    ["SIGQUIT", ["SIGINT"]],
    ["SIGKILL", ["SIGINT", "SIGQUIT"]],
  ] as const)("ends with %s one that is deaf to %j", async (last, deaf) => {
    const child = await deafTo(...deaf);
    const exit = once(child, "exit");
    const pid = Number(child.pid);
    await stopProcess(pid, QUICK);
    expect(await exit).toEqual([null, last]);
    expect(await isAlive(pid)).toBe(false);
    await stopProcess(pid, QUICK);
  });
});
