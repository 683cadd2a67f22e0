import { freePort } from "./ports.ts";
import { type ProductProcess, startProduct } from "./product-process.ts";

/** A hub in a process of its own, which can be killed. */
export interface HubProcess extends ProductProcess {
  readonly url: string;
}

/**
 * Starts a hub on its own cluster and waits until it is ready.
 *
 * @param folder its data folder. A second start uses the same data.
 * @param settings in addition to those of every such hub; `DATABASE_URL` makes it use another cluster. Default of
 *   `PORT`: a free one.
 */
export async function startHubProcess(
  folder: string,
  settings: NodeJS.ProcessEnv = {},
): Promise<HubProcess> {
  const port = Number(settings["PORT"] ?? (await freePort()));
  const url = `http://127.0.0.1:${port}`;
  const environment = {
    PORT: String(port),
    HUB_DATA_DIR: folder,
    LOG_LEVEL: "silent",
    ...settings,
  };
  const hub = startProduct("main.js", { environment });
  try {
    await hub.untilReady(url);
  } catch (error) {
    await hub.stop();
    throw error;
  }
  return Object.assign(hub, { url });
}
