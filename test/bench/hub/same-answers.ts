import { isDeepStrictEqual } from "node:util";
import type { Peer } from "../peer.ts";
import { post } from "../post.ts";

/**
 * Asks two servers of one graph the same requests, one after the other.
 *
 * @param bodies JSON each.
 * @throws Error if one does not answer exactly what the other does.
 */
export async function requireSameAnswers(
  peer: Peer,
  as: Peer,
  bodies: readonly string[],
): Promise<void> {
  for (const body of bodies) {
    const [answer, expected] = await Promise.all([post(peer, body), post(as, body)]);
    if (isDeepStrictEqual(answer, expected)) continue;
    throw new Error(
      `${peer.name} answers otherwise than ${as.name} to ${body}:\n` +
        `${JSON.stringify(answer).slice(0, 2000)}\n${JSON.stringify(expected).slice(0, 2000)}`,
    );
  }
}
