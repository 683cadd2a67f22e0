import { isDeepStrictEqual } from "node:util";
import type { Peer } from "../peer.ts";
import { post } from "../post.ts";
import type { Place } from "./places.ts";
import type { Dialect, PageAnswer, PageWish } from "./shared-resources.ts";

/** Number of requests; more than any cache of answers would be forgiven for. */
const REQUESTS = 2000;
/** Most pages asked for with one filter, one after the other. */
const PAGES = 3;
const KINDS = ["VENUE", "EQUIPMENT", "EXPERTISE", "SERVICE"];

/** A server that is asked in its own way, and the bodies for it, each of them JSON. */
export interface Spoken {
  readonly peer: Peer;
  readonly dialect: Dialect;
  readonly bodies: string[];
}

/**
 * Chooses the benchmark's requests: a random place, random kinds and one of the first pages. All
 * servers are asked for each of them now, for the cursor of the next page and for what they find;
 * each gets the bodies of the same pages in the same order.
 *
 * @throws Error if two servers find different pages.
 */
export async function chooseRequests(
  all: readonly Spoken[],
  places: readonly Place[],
  signal: AbortSignal,
): Promise<void> {
  for (let chosen = 0; chosen < REQUESTS;) {
    signal.throwIfAborted();
    const filter = { place: pick(places), kinds: KINDS.filter(() => Math.random() < 0.5) };
    let cursors: (string | null)[] = all.map(() => null);
    for (let page = 0; page < PAGES && chosen < REQUESTS; page++) {
      const answers = await Promise.all(
        all.map((spoken, at) => askFor(spoken, { ...filter, after: cursors[at] ?? null })),
      );
      chosen += 1;
      requireSamePage(all, answers);
      if (!answers[0]?.hasNextPage) break;
      cursors = answers.map(({ endCursor }) => endCursor);
    }
  }
}

async function askFor({ peer, dialect, bodies }: Spoken, wish: PageWish): Promise<PageAnswer> {
  const body = JSON.stringify(dialect.request(wish));
  bodies.push(body);
  const answer = (await post(peer, body)) as { data?: unknown; errors?: unknown };
  if (answer.errors !== undefined)
    throw new Error(`${peer.name} refuses a page: ${JSON.stringify(answer.errors)}`);
  return dialect.read(answer.data);
}

function requireSamePage(all: readonly Spoken[], answers: readonly PageAnswer[]): void {
  const found = answers.map(({ endCursor: _cursor, ...rest }) => rest);
  for (const [at, page] of found.entries()) {
    if (isDeepStrictEqual(page, found[0])) continue;
    throw new Error(
      `${all[at]?.peer.name} finds another page than ${all[0]?.peer.name} for ${all[0]?.bodies.at(-1)}:\n` +
        `${JSON.stringify(page)}\n${JSON.stringify(found[0])}`,
    );
  }
}

function pick<T>(values: readonly T[]): T {
  const value = values[Math.floor(Math.random() * values.length)];
  if (value === undefined) throw new Error("Nothing to pick from");
  return value;
}
