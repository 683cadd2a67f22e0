import type { Words } from "@alliance-hub/platform/words/words";
import { HubError } from "@alliance-hub/platform/errors/hub-error";
import type { StreamLimits } from "../settings/stream-limits.ts";
import type { StreamClient } from "./stream-client.ts";

/** Counts the streams that are open. */
export interface StreamSlots {
  /** How many there are now. */
  readonly taken: number;
  /**
   * Takes a stream slot until the client has gone. If the client went while it was being identified, it takes
   * no slot, because nobody would release it.
   *
   * @param gone fires when the client's connection has closed.
   * @throws HubError `RATE_LIMITED`.
   */
  take(client: StreamClient, gone: AbortSignal): void;
}

/** All free. */
export function createStreamSlots({
  perViewer,
  perAddress,
  perHub,
}: Pick<StreamLimits, "perViewer" | "perAddress" | "perHub">): StreamSlots {
  const open = new Map<string, number>();
  let all = 0;
  return {
    get taken() {
      return all;
    },
    take: ({ key, isAnonymous }, gone) => {
      if (gone.aborted) return;
      const own = open.get(key) ?? 0;
      if (own >= (isAnonymous ? perAddress : perViewer))
        throw rateLimited(isAnonymous ? AT_ADDRESS(own) : OWN(own));
      if (all >= perHub) throw rateLimited(OF_HUB(all));
      open.set(key, own + 1);
      all += 1;
      gone.addEventListener(
        "abort",
        () => {
          const left = (open.get(key) ?? 1) - 1;
          if (left > 0) open.set(key, left);
          else open.delete(key);
          all -= 1;
        },
        { once: true },
      );
    },
  };
}

const AT_ADDRESS = (own: number): Words => ({
  zh: `您所在地址未登录的客户端已打开 ${own} 个事件流`,
  en: `Clients at your address that are not signed in have ${own} streams`,
});
const OWN = (own: number): Words => ({
  zh: `您已打开 ${own} 个事件流`,
  en: `You have ${own} streams`,
});
const OF_HUB = (all: number): Words => ({
  zh: `枢纽已打开 ${all} 个事件流`,
  en: `The hub has ${all} streams`,
});

function rateLimited({ zh, en }: Words): HubError {
  return new HubError("RATE_LIMITED", {
    zh: `${zh}，已达上限。请关闭一个，或先登录，或稍后再试。`,
    en: `${en} open, which is the limit. Close one, sign in, or try again later.`,
  });
}
