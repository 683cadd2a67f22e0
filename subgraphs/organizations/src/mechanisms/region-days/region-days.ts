import { awayIn } from "@alliance-hub/platform/errors/database-away";
import { nextMidnight } from "@alliance-hub/platform/scalars/shanghai-day";
import type { Log } from "@alliance-hub/platform/log/log";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { carryOutNext, sweepNext } from "../../nouns/region-change/region-change.background.ts";
import type { RegionChangeTables } from "../../nouns/region-change/region-change.loaders.ts";

/** Longest time until it looks again, in milliseconds. */
const IDLE_MS = 60_000;

/** What the worker needs. */
export interface RegionDaysConfig {
  readonly createContext: () => BaseContext<RegionChangeTables>;
  readonly clock: () => Date;
  readonly log: Log;
}

/**
 * Carries out the changes of regions whose day has come: when the hub starts, at midnight in Asia/Shanghai, and once
 * a minute, if another process was at it and ended. Several processes may do this on one database.
 */
export function startRegionDays({ createContext, clock, log }: RegionDaysConfig): AsyncDisposable {
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const look = async (): Promise<void> => {
    try {
      while (!isClosed && (await carryOutNext(createContext())));
      while (!isClosed && (await sweepNext(createContext())));
    } catch (err) {
      // An outage has its own log line.
      if (!awayIn(err))
        log.error({ err }, "changes of regions could not be carried out; they are tried again");
    }
    if (isClosed) return;
    const now = clock();
    const untilMidnight = nextMidnight(now).getTime() - now.getTime();
    timer = setTimeout(run, Math.min(IDLE_MS, untilMidnight + 1)).unref();
  };
  const run = (): void => void (running = look());

  run();
  return {
    [Symbol.asyncDispose]: async () => {
      isClosed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
