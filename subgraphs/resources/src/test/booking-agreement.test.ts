import { randomUUID } from "node:crypto";
import type { Answer } from "@alliance-hub/testing/answer";
import { afterAll, beforeAll, beforeEach, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { type AgreementSetting, createAgreementSetting } from "./agreement-setting.ts";
import { BOOK, CANCEL, CHANGE, DECIDE } from "./resource-calls.ts";
import { BLOCK, NOW, SET, made, rangeOf, setups, wishes } from "./rules-arbitraries.ts";
import { HOURS, QUARTER_MS, type Setup, type Span } from "./rules-model.ts";
import { ACCEPT, JOIN } from "./waiting-calls.ts";

/*
 * An activity books its venue with functions of the database, which another subgraph calls; everybody else books with the
 * service. Both are asked for the same wish on the same state, over and over: what one says, the other says.
 */

let setting: AgreementSetting;
/** How often each answer was given by both, so that the test shows what it has tried. */
const seen = new Map<string, number>();
beforeAll(async () => {
  setting = await createAgreementSetting();
});
afterAll(async () => await setting?.[Symbol.asyncDispose]());
beforeEach(() => {
  setting.clock.now = new Date(NOW);
});

/** A venue, and the activity that wants it. */
interface Venue {
  readonly resourceId: string;
  readonly activityId: string;
}

/** What an activity of unit a is answered. @param keeps whether it happens; otherwise nothing of it stays. */
async function askedByActivity(
  { resourceId, activityId }: Venue,
  span: Span,
  { id, keeps }: { readonly id: string; readonly keeps: boolean },
): Promise<string> {
  const { start: startsAt, end: endsAt } = rangeOf(span);
  const organizationId = setting.units.a;
  const wanted = { id, activityId, resourceId, organizationId, startsAt, endsAt, asks: false };
  await setting.admin.query("begin");
  try {
    const { rows } = await setting.admin.query<{ outcome: Outcome }>(
      "select directory.book_for_activity($1::jsonb, $2) as outcome",
      [JSON.stringify(wanted), setting.clock.now],
    );
    const { booking, obstacle } = rows[0]?.outcome ?? {};
    return booking?.state ?? obstacle?.rule ?? "nothing";
  } finally {
    await setting.admin.query(keeps ? "commit" : "rollback");
  }
}

interface Outcome {
  readonly booking?: { readonly state: string };
  readonly obstacle?: { readonly rule: string };
}

/** What the service answered, in the same words. */
function saidOf({ code, extensions, message }: Answer, state: () => string): string {
  if (code === undefined) return state();
  const rule = extensions?.["rule"];
  if (typeof rule === "string") return rule;
  return code === "BOOKING_CONFLICT" ? "TAKEN" : `${code} ${message}`;
}

/** Asks both for the same wish: the activity first, of which nothing stays. */
async function expectAgreement(
  venue: Venue,
  span: Span,
  { id, ask }: { readonly id: string; readonly ask: () => Promise<string> },
): Promise<string> {
  const byActivity = await askedByActivity(venue, span, { id, keeps: false });
  const byService = await ask();
  expect({ span: rangeOf(span), byActivity }).toEqual({
    span: rangeOf(span),
    byActivity: byService,
  });
  seen.set(byService, (seen.get(byService) ?? 0) + 1);
  return byService;
}

/** A booking of unit a that an activity has, and the time for which it was made. */
interface Made extends Venue {
  readonly id: string;
  readonly span: Span;
}

/** What others do to a venue and a booking in it, before the next wish. */
const HAPPENS = {
  join: async ({ resourceId, span }) => {
    const input = { resourceId, organizationId: setting.units.b, during: rangeOf(span) };
    await setting.call(setting.people.b, JOIN, { input });
  },
  cancel: async ({ id }) => {
    await setting.call(setting.people.base, CANCEL, { input: { id, reason: "改期" } });
  },
  confirm: async ({ id }) => {
    await setting.call(setting.people.base, DECIDE, { input: { id, confirm: true } });
  },
  deny: async ({ id }) => {
    await setting.call(setting.people.base, DECIDE, { input: { id, confirm: false } });
  },
  accept: async ({ resourceId }) => {
    const { rows } = await setting.admin.query<{ id: string }>(
      "select id from resources.waiting_entry where resource_id = $1 and state = 'OFFERED' limit 1",
      [resourceId],
    );
    if (rows[0]) await setting.call(setting.people.b, ACCEPT, { input: { id: rows[0].id } });
  },
  block: async ({ resourceId, span }) => {
    const during = rangeOf({ from: span.to, to: span.to + HOURS(1) });
    const input = { resourceId, during, reason: "检修" };
    await setting.call(setting.people.base, BLOCK, { input });
  },
  tighten: async ({ resourceId }) => {
    const bookingRules = { minNoticeMinutes: 10_080, maxAheadDays: 1, maxLengthMinutes: 60 };
    await setting.call(setting.people.base, SET, { input: { resourceId, bookingRules } });
  },
  pass: async () => {
    setting.clock.now = new Date(setting.clock.now.getTime() + HOURS(25));
  },
} satisfies Record<string, (made: Made) => Promise<void>>;

/** A part of the time that a booking has by now: without its first or its last quarter of an hour, or without both. */
async function partOf({ id }: Made, which: number): Promise<Span> {
  const { rows } = await setting.admin.query<{ from: Date; to: Date }>(
    'select starts_at as "from", ends_at as "to" from resources.booking where id = $1',
    [id],
  );
  const [{ from, to } = { from: new Date(0), to: new Date(0) }] = rows;
  const [start, end] = PARTS[which % PARTS.length] ?? [0, 0];
  return { from: from.getTime() + start * QUARTER_MS, to: to.getTime() - end * QUARTER_MS };
}

const PARTS = [
  [0, 1],
  [1, 0],
  [1, 1],
  [2, 0],
  [0, 4],
] as const;

/** Wants a time for unit a, in one of three ways; those that the service has, too, are asked in both. */
async function want(
  way: "book" | "move" | "activity",
  venue: Venue,
  { span, other }: { readonly span: Span; readonly other: Made | undefined },
): Promise<Made | null> {
  const during = rangeOf(span);
  const { a } = setting.people;
  if (way === "move" && other) {
    const isOpen = await setting.admin.query(
      "select from resources.booking where id = $1 and starts_at > $2 and state in ('REQUESTED', 'CONFIRMED')",
      [other.id, setting.clock.now],
    );
    if (isOpen.rows.length === 0) return null;
    const ask = async () => {
      const answer = await setting.call(a, CHANGE, { input: { id: other.id, during } });
      return saidOf(answer, () => answer.data.changeBooking.booking.state);
    };
    await expectAgreement(other, span, { id: other.id, ask });
    return null;
  }
  if (way === "activity") {
    const id = randomUUID();
    const said = await askedByActivity(venue, span, { id, keeps: true });
    return HAD.has(said) ? { ...venue, id, span } : null;
  }
  let id = "";
  const ask = async () => {
    const { resourceId } = venue;
    const input = { resourceId, organizationId: setting.units.a, during };
    const answer = await setting.call(a, BOOK, { input });
    id = answer.data?.bookResource?.booking.id ?? "";
    return saidOf(answer, () => answer.data.bookResource.booking.state);
  };
  if (!HAD.has(await expectAgreement(venue, span, { id: randomUUID(), ask }))) return null;
  // From now on it is the booking of an activity, so that both ways can move it.
  await setting.admin.query("update resources.booking set activity_id = $1 where id = $2", [
    venue.activityId,
    id,
  ]);
  return { ...venue, id, span };
}

const HAD: ReadonlySet<string> = new Set(["CONFIRMED", "REQUESTED"]);
/** What is answered somewhere in the random runs, by both. */
const ANSWERS = [
  "CONFIRMED",
  "TAKEN",
  "BLOCKED",
  "HOLIDAY",
  "CLOSED",
  "NOTICE",
  "AHEAD",
  "LENGTH",
  "SLOT",
];
const NAMES = Object.keys(HAPPENS) as (keyof typeof HAPPENS)[]; // the keys of the object above
const step = fc.record({
  // Whoever waits needs somebody who gives up, so some things happen together.
  happens: fc.constantFrom<(keyof typeof HAPPENS)[]>(
    ...NAMES.map((name) => [name]),
    ["join", "cancel"],
    ["join", "cancel", "accept"],
    ["join", "cancel", "pass"],
  ),
  way: fc.constantFrom<Way[]>("book", "book", "move", "shorten", "activity"),
  which: fc.nat(3),
  /** Whether the time of a booking that was made before is wanted: what was given up, offered or has lapsed. */
  isAgain: fc.boolean(),
});
type Way = "book" | "move" | "shorten" | "activity";
const PLAIN: Setup = {
  capacity: 1,
  hours: [],
  rules: {},
  blocked: [],
  off: new Set(),
  worked: new Set(),
};
type Example = [Setup, (Span & { quantity: number })[], Step[], boolean];
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** A wish after so many hours, and the setup that forbids it. */
const forbidden = (over: Partial<Setup>, [from, to]: readonly [number, number]): Example => [
  { ...PLAIN, ...over },
  [{ from: NOW + HOURS(from), to: NOW + HOURS(to), quantity: 1 }],
  [{ happens: [], way: "book", which: 0, isAgain: false }],
  false,
];
/** A booking of two hours that was made before the setup's rules came, and a part of it that is kept. */
const kept = (over: Partial<Setup>): Example => [
  { ...PLAIN, ...over },
  [{ from: NOW + HOURS(30), to: NOW + HOURS(32), quantity: 1 }],
  [
    { happens: [], way: "book", which: 0, isAgain: false },
    ...[0, 2].map((which) => ({
      happens: ["tighten" as const],
      way: "shorten" as const,
      which,
      isAgain: false,
    })),
  ],
  false,
];
/** What is not found by chance in every run: each rule, and an offer whose time is over, which nobody has seen yet. */
const EXAMPLES: Example[] = [
  [
    PLAIN,
    [{ from: NOW + HOURS(120), to: NOW + HOURS(122), quantity: 1 }],
    [
      { happens: [], way: "book", which: 0, isAgain: false },
      { happens: ["join", "cancel"], way: "book", which: 0, isAgain: true },
      { happens: ["pass"], way: "book", which: 0, isAgain: true },
      { happens: ["join", "join", "cancel", "accept"], way: "book", which: 1, isAgain: true },
    ],
    false,
  ],
  forbidden({ rules: { onHolidays: "CLOSED" } }, [30, 31]),
  forbidden({ hours: [{ weekday: 1, from: "08:00", to: "09:00" }] }, [30, 31]),
  forbidden({ rules: { minNoticeMinutes: 2880 } }, [30, 31]),
  forbidden({ rules: { maxAheadDays: 2 } }, [120, 121]),
  forbidden({ rules: { maxLengthMinutes: 60 } }, [30, 32]),
  forbidden({ rules: { slotMinutes: 60 } }, [30.25, 31.25]),
  kept({}),
  kept({ rules: { slotMinutes: 30 } }),
  forbidden({ blocked: [{ from: NOW + HOURS(29), to: NOW + HOURS(33) }] }, [30, 31]),
];

it("an activity and the service say the same: random rules, hours, blockings, bookings, moves, lists and offers", async () => {
  const steps = fc.array(step, { minLength: 12, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(setups, wishes, steps, fc.boolean(), async (setup, all, what, approval) => {
      setting.clock.now = new Date(NOW);
      const resourceId = await made(setting, setup);
      await setting.admin.query("update resources.resource set approval = $1 where id = $2", [
        approval,
        resourceId,
      ]);
      const bookings: Made[] = [];
      for (const [i, { happens, way, which, isAgain }] of what.entries()) {
        const other = bookings[which % Math.max(bookings.length, 1)];
        if (other) for (const name of happens) await HAPPENS[name](other);
        const isPart = way === "shorten" && other !== undefined;
        const wish = isAgain && other ? other.span : all[i % all.length];
        const span = isPart ? await partOf(other, which + i) : wish;
        if (!span || span.from <= setting.clock.now.getTime() || span.to <= span.from) continue;
        const venue = { resourceId, activityId: randomUUID() };
        const got = await want(way === "shorten" ? "move" : way, venue, { span, other });
        if (got) bookings.push(got);
      }
    }),
    { numRuns: 60, examples: EXAMPLES },
  );
  expect(ANSWERS.filter((answer) => !seen.has(answer))).toEqual([]);
  const { rows } = await setting.admin.query<{ state: string }>(
    "select distinct state from resources.waiting_entry order by state",
  );
  const states = rows.map(({ state }) => state);
  expect(states).toEqual(expect.arrayContaining(["BOOKED", "LAPSED"]));
}, 300_000);
