import { hash } from "node:crypto";
import type { Log } from "@alliance-hub/platform/log/log";
import { bulkhead } from "cockatiel";
import type { FastifyInstance } from "fastify";
import { LRUCache } from "lru-cache";
import { CALENDARS, answerCalendar, answerUnavailable, answerUnknown } from "./answers.ts";
import { type Calendar, type CalendarSource, isAway, readCalendar } from "./calendar.ts";
import { createRenderings } from "./renderings.ts";
import { createTurns } from "./turns.ts";
import type { CalendarOutcome, Metrics } from "../metrics/metrics.ts";

/** What answers at `/calendars/`. */
export interface CalendarRouteConfig extends Omit<CalendarSource, "render"> {
  /** Time to read one calendar, in milliseconds. */
  readonly deadlineMs: number;
  readonly log: Log;
  readonly metrics: Pick<Metrics, "observeCalendar">;
}

/** Calendars that are read at once, and requests for others that wait for that: programs like to ask on the hour. */
const READ_AT_ONCE = 4;
const WAITING = 500;

/** The same for secrets that have opened nothing yet: whoever tries many does not keep calendars from those who have one. */
const TRIED_AT_ONCE = 2;
const TRIED_WAITING = 100;

/** Secrets that are remembered, by their hash, because they have opened a calendar. */
const REMEMBERED = 100_000;

const FILE = /^([A-Za-z0-9_-]{43})\.ics$/;

declare module "fastify" {
  interface FastifyRequest {
    feedId: string | undefined;
  }
}

/**
 * The route `GET /calendars/<secret>.ics`. The address is a secret: it is in no log line and no error,
 * and one that is malformed, unknown or revoked is answered alike.
 */
export function addCalendarFeeds(app: FastifyInstance, config: CalendarRouteConfig): void {
  const { log, deadlineMs } = config;
  const turns = createTurns<Calendar | undefined>();
  const source = { ...config, render: createRenderings() };
  const reading = bulkhead(READ_AT_ONCE, WAITING);
  const trying = bulkhead(TRIED_AT_ONCE, TRIED_WAITING);
  const good = new LRUCache<string, true>({ max: REMEMBERED });
  const read = (secret: string, requestId: string): Promise<Calendar | undefined> =>
    turns(secret, async () => {
      const key = hash("sha256", secret);
      const calendar = await (good.has(key) ? reading : trying).execute(() => {
        // Not the client's own signal: others may wait for the same calendar.
        const signal = AbortSignal.timeout(deadlineMs);
        return readCalendar(source, secret, { requestId, signal });
      });
      if (calendar) good.set(key, true);
      else good.delete(key);
      return calendar;
    });

  app.decorateRequest("feedId", undefined);
  app.get<{ Params: { "*": string } }>(`${CALENDARS}*`, {
    handler: async (request, reply) => {
      const secret = FILE.exec(request.params["*"])?.[1];
      if (secret === undefined) return await answerUnknown(reply);
      let calendar: Calendar | undefined;
      try {
        calendar = await read(secret, request.id);
      } catch (err) {
        // An outage has a line of its own.
        if (!isAway(err)) log.error({ err, requestId: request.id }, "a calendar could not be read");
        return await answerUnavailable(reply);
      }
      if (!calendar) return await answerUnknown(reply);
      request.feedId = calendar.feedId;
      return await answerCalendar(request, reply, calendar);
    },
    onResponse: (request, reply, done) => {
      const { id: requestId, feedId } = request;
      const ms = Math.round(reply.elapsedTime);
      log.info({ requestId, status: reply.statusCode, ms, feedId }, "calendar");
      config.metrics.observeCalendar(outcomeOf(reply.statusCode));
      done();
    },
  });
}

function outcomeOf(status: number): CalendarOutcome {
  if (status === 200) return "sent";
  if (status === 304) return "unchanged";
  return status === 404 ? "unknown" : "unavailable";
}
