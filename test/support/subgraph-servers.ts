import { randomBytes } from "node:crypto";
import { createSubgraphs } from "@alliance-hub/gateway/subgraphs";
import { createLog } from "@alliance-hub/platform/log/log";
import { type ServedSubgraph, serveSubgraph } from "@alliance-hub/platform/serve/serve";

/** The four subgraphs over HTTP. */
export interface SubgraphServers extends AsyncDisposable {
  /** Secret shared with the callers that may get answers. */
  readonly secret: string;
  readonly urls: ReadonlyMap<string, string>;
  /** As `HUB_SUBGRAPHS` and `HUB_GATEWAY_SECRET` name them. */
  readonly environment: NodeJS.ProcessEnv;
  /**
   * Stops one of them and starts it again at the same address. @param meanwhile runs while it is unavailable.
   */
  restart(name: string, meanwhile: () => Promise<void>): Promise<void>;
}

/** Serves the subgraphs of a database that has been prepared, each on a port of its own. */
export async function serveSubgraphs(databaseUrl: string): Promise<SubgraphServers> {
  await using starting = new AsyncDisposableStack();
  const log = createLog({ level: "silent", name: "test" });
  const secret = randomBytes(32).toString("base64url");
  const subgraphs = await createSubgraphs({ databaseUrl, log });
  const served = new Map<string, ServedSubgraph>();
  starting.defer(async () => {
    await Promise.all(Array.from(served.values(), (server) => server.close()));
  });
  for (const subgraph of subgraphs) {
    starting.use(subgraph);
    served.set(
      subgraph.name,
      await serveSubgraph(subgraph, { port: 0, gatewaySecret: secret, log }),
    );
  }
  const urls = new Map(Array.from(served, ([name, { url }]) => [name, url]));
  const running = starting.move();
  return {
    secret,
    urls,
    environment: {
      HUB_SUBGRAPHS: Array.from(urls, (pair) => pair.join("=")).join(","),
      HUB_GATEWAY_SECRET: secret,
    },
    restart: async (name, meanwhile) => {
      const subgraph = subgraphs.find((one) => one.name === name);
      const before = served.get(name);
      if (!subgraph || !before) throw new Error(`There is no subgraph ${name}.`);
      await before.close();
      await meanwhile();
      const port = Number(new URL(before.url).port);
      served.set(name, await serveSubgraph(subgraph, { port, gatewaySecret: secret, log }));
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

/** A supergraph with its subgraphs at other addresses. */
export function moveSubgraphs(sdl: string, urls: ReadonlyMap<string, string>): string {
  return sdl.replaceAll(
    /@join__graph\(name: "(\w+)", url: "[^"]*"\)/g,
    (_found, name: string) => `@join__graph(name: "${name}", url: "${urls.get(name)}")`,
  );
}
