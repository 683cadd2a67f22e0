import type { Database } from "@alliance-hub/platform/database/connect";
import type { Subgraph } from "@alliance-hub/platform/subgraph/subgraph";

/** What requests depend on. */
export interface ReadinessConfig {
  /** The gateway's own database, which identifies viewers. */
  readonly directory: Pick<Database<unknown>, "isReady">;
  readonly subgraphs: readonly Pick<Subgraph, "name" | "isReady">[];
  /** Addresses of subgraphs in other processes, by name. */
  readonly subgraphUrls: Readonly<Record<string, string>> | undefined;
}

/** Maximum time to ask a subgraph in another process, in milliseconds. */
const ANSWER_WITHIN_MS = 2500;

/**
 * Whether everything that a request may need is available: each pool, each subgraph. Known within seconds,
 * whatever is unavailable.
 */
export function createReadiness(config: ReadinessConfig): () => Promise<boolean> {
  const { directory, subgraphs, subgraphUrls } = config;
  return async () => {
    const asked = subgraphs.map((subgraph) => {
      const url = subgraphUrls?.[subgraph.name];
      return url === undefined ? subgraph.isReady() : isServedReady(url);
    });
    return (await Promise.all([directory.isReady(), ...asked])).every(Boolean);
  };
}

async function isServedReady(url: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const answer = await fetch(new URL("/health", url), { signal });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
