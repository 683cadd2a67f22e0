import { hash } from "node:crypto";
import { joinNext } from "@alliance-hub/platform/cache/single-flight";
import type { Log } from "@alliance-hub/platform/log/log";
import type { ChooseLanguage } from "@alliance-hub/platform/words/language";
import { bulkhead } from "cockatiel";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import { type Admission, requestOverloaded } from "../admission/admission.ts";
import type { ClientKeys } from "../admission/client-keys.ts";
import { giveBackWhenDone } from "../admission/give-back.ts";
import { CALENDARS, answerCalendar, answerUnavailable, answerUnknown } from "./answers.ts";
import { type Calendar, type CalendarSource, isAway, readCalendar } from "./calendar.ts";
import { createRenderings } from "./renderings.ts";
import type { CalendarOutcome, Metrics } from "../metrics/metrics.ts";

/** What the route `/calendars/` needs. */
export interface CalendarRouteConfig extends Omit<CalendarSource, "render"> {
  /** Each reading of a calendar asks it for a slot first. */
  readonly admission: Pick<Admission, "admit" | "turnAway">;
  /** The client whose share it counts towards as long as its secret has not opened a calendar yet. */
  readonly clients: Pick<ClientKeys, "keyOf">;
  /** In which language a client is told why it gets no calendar. */
  readonly chooseLanguage: ChooseLanguage;
  /** Time to read one calendar, in milliseconds. */
  readonly deadlineMs: number;
  readonly log: Log;
  readonly metrics: Pick<Metrics, "observeCalendar">;
}

/**
 * How many calendars are read at once, and how many requests for others wait without a slot. Many programs ask
 * at the full hour, and hundreds of them would otherwise be hundreds of clients ahead of the people who work
 * with the hub.
 */
const READ_AT_ONCE = 4;
const WAITING = 500;

/** How many secrets are remembered, by their hash, because they have opened a calendar. */
const REMEMBERED = 100_000;

const FILE = /^([A-Za-z0-9_-]{43})\.ics$/;

declare module "fastify" {
  interface FastifyRequest {
    feedId: string | undefined;
  }
}

/**
 * The route `GET /calendars/<secret>.ics`. The address is a secret: it is in no log line and no error.
 * Malformed, unknown and revoked addresses get the same answer.
 */
export function addCalendarFeeds(app: FastifyInstance, config: CalendarRouteConfig): void {
  const { log, deadlineMs, admission, clients } = config;
  const flight = joinNext<Calendar | undefined>();
  const source = { ...config, render: createRenderings() };
  const good = new LRUCache<string, true>({ max: REMEMBERED });
  const reading = bulkhead(READ_AT_ONCE, WAITING);
  const readAs = async (client: string, secret: string, requestId: string) => {
    // This is not the client's own signal, because others may wait for the same calendar.
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
      // A client that tries many addresses must not block calendars for others.
      if (!good.has(key)) {
        const tried = await readAs(clients.keyOf(raw, undefined), secret, id);
        if (tried) good.set(key, true);
        return tried;
      }
      if (reading.executionSlots + reading.queueSlots === 0) {
        admission.turnAway();
        throw requestOverloaded();
      }
      const calendar = await reading.execute(() => readAs(`calendar ${key}`, secret, id));
      if (!calendar) good.delete(key);
      return calendar;
    });

  app.decorateRequest("feedId", undefined);
  app.get<{ Params: { "*": string } }>(`${CALENDARS}*`, {
    handler: async (request, reply) => {
      const secret = FILE.exec(request.params["*"])?.[1];
      if (secret === undefined) return await answerUnknown(request, reply, config.chooseLanguage);
      let calendar: Calendar | undefined;
      try {
        calendar = await read(secret, request);
      } catch (err) {
        // Outages and overloads have their own log lines.
        if (!isAway(err)) log.error({ err, requestId: request.id }, "a calendar could not be read");
        return await answerUnavailable(request, reply, config.chooseLanguage);
      }
      if (!calendar) return await answerUnknown(request, reply, config.chooseLanguage);
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
