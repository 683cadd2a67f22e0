import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { lockFolder } from "@alliance-hub/postgres/folder-lock";
import { patiently } from "../../support/patience.ts";
import { freePort, freePortsInARow, isFree } from "../../support/ports.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));

/** Sends SIGTERM to npm alone, as a container does. @returns how npm ended. */
async function stop(npm: ChildProcess): Promise<unknown> {
  const ended = once(npm, "exit");
  npm.kill("SIGTERM");
  const [code, signal] = await ended;
  return code ?? signal;
}

describe("SIGTERM to npm", () => {
  it.each([["start"], ["start:split"]])(
    "ends what %s began: its port and its folder are free",
    async (script) => {
      await using folder = await temporaryFolder();
      const port = await freePort();
      const first = await freePortsInARow(4);
      const npm = spawn("npm", ["run", "-s", script], {
        cwd: ROOT,
        env: {
          PATH: process.env["PATH"],
          HOME: process.env["HOME"],
          PORT: String(port),
          SUBGRAPH_PORT: String(first),
          HUB_DATA_DIR: folder.path,
          LOG_LEVEL: "silent",
        },
        stdio: ["ignore", "ignore", "inherit"],
      });
      await patiently(
        () => fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined),
        (answer) => answer?.ok === true,
      );
      expect([0, "SIGTERM"]).toContain(await stop(npm));
      // npm itself was the one told, but what it had begun was to end first.
      for (const one of [port, first, first + 1, first + 2, first + 3])
        expect(await isFree(one)).toBe(true);
      await (await lockFolder(folder.path))[Symbol.asyncDispose]();
    },
  );
});
