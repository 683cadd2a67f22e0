import { ask } from "../../support/ask.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { startPeer } from "../peer.ts";

/** A hub with the demonstration alliance, started as `npm start` starts it. */
export interface DemonstrationHub extends AsyncDisposable {
  readonly url: string;
  /** A token as the portal's own page of demonstration people gives it. */
  tokenOf(name: string): Promise<string>;
  /** The address of a page. @param finds asks for the record whose id stands for `$id`, as the person sees it. */
  addressOf(page: { readonly path: string; readonly finds?: string }, as: string): Promise<string>;
}

/** Starts one in a folder of its own, which goes with it. */
export async function startDemonstration(signal: AbortSignal): Promise<DemonstrationHub> {
  await using starting = new AsyncDisposableStack();
  const folder = starting.use(await temporaryFolder());
  const environment = { HUB_DATA_DIR: folder.path };
  const script = "gateway/dist/main.js";
  const peer = starting.use(await startPeer({ name: "hub", script, environment, signal }));
  const url = `http://127.0.0.1:${peer.port}`;
  const running = starting.move();
  const tokenOf = async (name: string): Promise<string> => {
    const answer = await fetch(`${url}/portal/demonstration-token`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name }),
    });
    return ((await answer.json()) as { token: string }).token;
  };
  return {
    url,
    tokenOf,
    addressOf: async ({ path, finds }, as) => {
      if (finds === undefined) return url + path;
      const { data } = await ask(url, { query: finds, token: await tokenOf(as) });
      const [id] = /(?<="id":")[^"]+/.exec(JSON.stringify(data)) ?? [];
      if (id === undefined) throw new Error(`Nothing was found for ${path}.`);
      return url + path.replace("$id", id);
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}
