import { setTimeout as pause } from "node:timers/promises";
import { ask } from "../ask.ts";
import { operation } from "../contract.ts";
import { type Reader, type ReaderConfig, startReader } from "./reader.ts";

const SINCE = operation("ActivityUpdatesSince");
/** Pause between two requests if there is nothing new yet, as in a partner's system. */
const PAUSE_MS = 50;

/** Reads by polling, in pages of any size; comes back with the position at which the last page ended. */
export function startPollingReader(name: string, config: ReaderConfig): Reader {
  const { after, token, over, random } = config;
  let end = after;
  return startReader(name, config, async ({ url, told }) => {
    while (!over.aborted) {
      const variables = { after: end, first: random.between(1, 100) };
      const { data, errors } = await ask(url, {
        query: SINCE,
        variables,
        ...(token === undefined ? {} : { token }),
      });
      const page = data?.["activityUpdatesSince"];
      if (!page || errors.length > 0) throw new Error(`No page: ${JSON.stringify(errors)}`);
      for (const update of page["nodes"] ?? []) {
        end = String(update["position"]);
        // The rest of the page counts as not read.
        if (told(update, end)) return;
      }
      end = String(page["endPosition"]);
      if (!page["hasMore"]) await pause(PAUSE_MS);
    }
  });
}
