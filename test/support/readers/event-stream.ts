import { readEventStream } from "../event-stream.ts";
import { type Reader, type ReaderConfig, SUBSCRIPTIONS, startReader } from "./reader.ts";

/** Reads by server-sent events; comes back with `Last-Event-ID`, the position where it began unchanged. */
export function startEventStreamReader(name: string, config: ReaderConfig): Reader {
  const { after, token, asks, over } = config;
  return startReader(name, config, async ({ url, position, told, goodbye }) => {
    const cut = new AbortController();
    const stream = readEventStream(url, {
      query: SUBSCRIPTIONS[asks],
      variables: { after },
      lastEventId: position,
      token,
      signal: AbortSignal.any([cut.signal, over]),
    });
    for await (const { event, id, data } of stream) {
      if (event === "complete") throw new Error("The hub said that there is no more");
      if (data === undefined) continue;
      const update = data["data"]?.["activityUpdates"];
      if (!update || id === undefined) throw new Error(`No update: ${JSON.stringify(data)}`);
      // The rest of the same chunk is lost, like what is still on its way.
      if (!told(update, id)) continue;
      cut.abort();
      return;
    }
    // A broken stream throws. A stream that ends here was ended by a hub that stops.
    goodbye();
  });
}
