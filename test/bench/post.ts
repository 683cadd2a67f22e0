import type { Peer } from "./peer.ts";

/** Longest that one answer may take outside the measurement, in milliseconds. */
const ANSWERS_WITHIN_MS = 30_000;

/** Sends one body to a server. @returns the JSON of its answer, whatever its status. */
export async function post({ url }: Pick<Peer, "url">, body: string): Promise<unknown> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
  });
  return await answer.json();
}
