import type { IdentityCache } from "../identity/identity-cache.ts";
import { isUnauthenticated } from "../identity/unauthenticated.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { Subscriber } from "./subscriber.ts";

/** Who subscribers must still be. */
export interface Recognition {
  readonly identityCache: Pick<IdentityCache, "identify">;
  /** Of the standings by which it is found out. */
  readonly revision: string;
  /** Of the viewer for whom events are completed. */
  readonly fingerprint: string;
}

/** Closes those of the subscribers that are no longer who they were; the others are known by the revision from then on. */
export async function recogniseAll(
  subscribers: Iterable<Subscriber>,
  recognition: Recognition,
): Promise<void> {
  const changed = [...subscribers].filter(({ revision }) => revision !== recognition.revision);
  await Promise.all(changed.map((subscriber) => recognise(subscriber, recognition)));
}

async function recognise(
  subscriber: Subscriber,
  { identityCache, revision, fingerprint }: Recognition,
): Promise<void> {
  try {
    const viewer = await identityCache.identify(subscriber.authorization, revision);
    if (fingerprintOf(viewer) === fingerprint) subscriber.revision = revision;
    else subscriber.close({ kind: "moved" });
  } catch (error) {
    subscriber.close(isUnauthenticated(error) ? { kind: "moved" } : { kind: "broken", error });
  }
}
