import { hash } from "node:crypto";
import { joinNext } from "@alliance-hub/platform/cache/single-flight";
import type { Log } from "@alliance-hub/platform/log/log";
import { bulkhead } from "cockatiel";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import { type Admission, overloaded } from "../admission/admission.ts";
import type { ClientKeys } from "../admission/client-keys.ts";
import { giveBackWhenDone } from "../admission/give-back.ts";
import { CALENDARS, answerCalendar, answerUnavailable, answerUnknown } from "./answers.ts";
import { type Calendar, type CalendarSource, isAway, readCalendar } from "./calendar.ts";
import { createRenderings } from "./renderings.ts";
import type { CalendarOutcome, Metrics } from "../metrics/metrics.ts";

/** What answers at `/calendars/`. */
export interface CalendarRouteConfig extends Omit<CalendarSource, "render"> {
  /** Whatever reads a calendar asks it for a slot first. */
  readonly admission: Pick<Admission, "admit" | "turnAway">;
  /** Whose share it counts towards while its secret has opened nothing yet. */
  readonly clients: Pick<ClientKeys, "keyOf">;
  /** Time to read one calendar, in milliseconds. */
  readonly deadlineMs: number;
  readonly log: Log;
  readonly metrics: Pick<Metrics, "observeCalendar">;
}

/**
 * Calendars that are read at once, and requests for others that wait for that, without a slot: programs like to ask
 * on the hour, and hundreds of them would be hundreds of clients before those who work with the hub.
 */
const READ_AT_ONCE = 4;
const WAITING = 500;

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
  const { log, deadlineMs, admission, clients } = config;
  const flight = joinNext<Calendar | undefined>();
  const source = { ...config, render: createRenderings() };
  const good = new LRUCache<string, true>({ max: REMEMBERED });
  const reading = bulkhead(READ_AT_ONCE, WAITING);
  const readAs = async (client: string, secret: string, requestId: string) => {
    // Not the client's own signal: others may wait for the same calendar.
    const signal = AbortSignal.timeout(deadlineMs);
    const slot = await admission.admit({ client, kind: "query", signal });
    try {
      return await readCalendar(source, secret, { requestId, signal });
    } finally {
      giveBackWhenDone(slot, signal);
    }
  };
  const read = (secret: string, { raw, id }: FastifyRequest): Promise<Calendar | undefined> =>
    flight(secret, async () => {
      const key = hash("sha256", secret);
      // Whoever tries many addresses does not keep calendars from those who have one.
      if (!good.has(key)) {
        const tried = await readAs(clients.keyOf(raw, undefined), secret, id);
        if (tried) good.set(key, true);
        return tried;
      }
      if (reading.executionSlots + reading.queueSlots === 0) {
        admission.turnAway();
        throw overloaded();
      }
      const calendar = await reading.execute(() => readAs(`calendar ${key}`, secret, id));
      if (!calendar) good.delete(key);
      return calendar;
    });

  app.decorateRequest("feedId", undefined);
  app.get<{ Params: { "*": string } }>(`${CALENDARS}*`, {
    handler: async (request, reply) => {
      const secret = FILE.exec(request.params["*"])?.[1];
      if (secret === undefined) return await answerUnknown(reply);
      let calendar: Calendar | undefined;
      try {
        calendar = await read(secret, request);
      } catch (err) {
        // An outage and an overload have lines of their own.
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
