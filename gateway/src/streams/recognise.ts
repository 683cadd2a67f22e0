import type { IdentityCache } from "../identity/identity-cache.ts";
import { isUnauthenticated } from "../identity/unauthenticated.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { Subscriber } from "./subscriber.ts";

/** Who subscribers must still be. */
export interface Recognition {
  readonly identityCache: Pick<IdentityCache, "identify">;
  /** Of the standings by which it is found out. */
  readonly mark: string;
  /** Of the viewer for whom events are completed. */
  readonly fingerprint: string;
}

/** Closes those of the subscribers that are no longer who they were; the others are known by the mark from then on. */
export async function recogniseAll(
  subscribers: Iterable<Subscriber>,
  recognition: Recognition,
): Promise<void> {
  const changed = [...subscribers].filter(({ mark }) => mark !== recognition.mark);
  await Promise.all(changed.map((subscriber) => recognise(subscriber, recognition)));
}

async function recognise(
  subscriber: Subscriber,
  { identityCache, mark, fingerprint }: Recognition,
): Promise<void> {
  try {
    const viewer = await identityCache.identify(subscriber.authorization, mark);
    if (fingerprintOf(viewer) === fingerprint) subscriber.mark = mark;
    else subscriber.close({ kind: "moved" });
  } catch (error) {
    subscriber.close(isUnauthenticated(error) ? { kind: "moved" } : { kind: "broken", error });
  }
}
