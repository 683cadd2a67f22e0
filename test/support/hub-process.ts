import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { freePort, untilReady } from "./process.ts";

const MAIN = fileURLToPath(new URL("../../../gateway/dist/main.js", import.meta.url));
/** A hub in a process of its own, which can be killed. */
export interface HubProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** Resolves when the process has ended. */
  readonly ended: Promise<unknown>;
}

/**
 * Starts a hub on its own cluster.
 *
 * @param folder its data folder; a second start takes up what is there.
 * @param settings on top of those that every such hub has.
 */
export async function startHubProcess(
  folder: string,
  settings: NodeJS.ProcessEnv = {},
): Promise<HubProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      PORT: String(port),
      HUB_DATA_DIR: folder,
      DATABASE_URL: "",
      LOG_LEVEL: "silent",
      ...settings,
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url);
  return { url, child, ended };
}
