import type { SettingsReader } from "@alliance-hub/platform/settings/settings-reader";

/** Limits of streams. */
export interface StreamLimits {
  /** Maximum number open at once for one viewer. */
  readonly perViewer: number;
  /**
   * Maximum number open at once for all clients at one address that are not signed in; an office has one
   * address for everybody.
   */
  readonly perAddress: number;
  /** Maximum number of WebSockets of one address whose client has not said yet who it is. */
  readonly openingPerAddress: number;
  /** Maximum number open at once for all clients. */
  readonly perHub: number;
  /** Maximum number of operations in progress on one WebSocket. */
  readonly perConnection: number;
  /** Maximum number of updates that wait for one slow reader before it has to continue from the log. */
  readonly queue: number;
}

/** Reads the limits of streams from the settings. */
export function readStreamLimits({ number }: SettingsReader): StreamLimits {
  return {
    perViewer: number("HUB_MAX_STREAMS_PER_VIEWER", 100, [1, 1_000_000]),
    perAddress: number("HUB_MAX_STREAMS_PER_ADDRESS", 1000, [1, 1_000_000]),
    openingPerAddress: number("HUB_MAX_OPENING_SOCKETS_PER_ADDRESS", 1000, [1, 1_000_000]),
    perHub: number("HUB_MAX_STREAMS", 20_000, [1, 1_000_000]),
    perConnection: number("HUB_MAX_STREAMS_PER_CONNECTION", 100, [1, 10_000]),
    queue: number("HUB_STREAM_QUEUE", 1000, [1, 100_000]),
  };
}
