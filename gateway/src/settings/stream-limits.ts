import type { SettingsReader } from "@alliance-hub/platform/settings/settings-reader";

/** Limits of streams. */
export interface StreamLimits {
  /** Open at once of one viewer. */
  readonly perViewer: number;
  /** Open at once of all at one address who are not signed in: an office has one for everybody in it. */
  readonly perAddress: number;
  /** WebSockets of one address at once whose client has not said yet who it is. */
  readonly openingPerAddress: number;
  /** Open at once of all. */
  readonly perHub: number;
  /** Operations under way at once of one WebSocket. */
  readonly perConnection: number;
  /** Updates that wait for one slow reader before it has to go on from the log. */
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
