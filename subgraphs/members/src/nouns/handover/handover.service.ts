import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { requireDay } from "@alliance-hub/platform/change/require-day";
import { requireCommittee } from "@alliance-hub/platform/directory/committee-units";
import { type CommitteeEntry, createDirectory } from "@alliance-hub/platform/directory/directory";
import { placeOf } from "@alliance-hub/platform/directory/placement";
import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { badInput, conflict, forbidden, notFound } from "@alliance-hub/platform/errors/hub-error";
import { checkedOrNull } from "@alliance-hub/platform/limits/checked";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { type QueryExecutorProvider, sql } from "kysely";
import { lastDayOf } from "../seat/seat.entity.ts";
import { holdCurrentTerm } from "../term/term.background.ts";
import { HANDOVER_STATES, Handover, HandoverState, handoverStateOn } from "./handover.entity.ts";
import {
  type EndHandoverInput,
  type HandOverInput,
  LIMITS,
  MOST_DAYS,
  MOST_DAYS_AHEAD,
} from "./handover.input.ts";
import type { HandoverContext, HandoverRow } from "./handover.loaders.ts";
import { type Deputy, noticesOfHandover } from "./handover.notices.ts";
import { type HandoverRule, can } from "./handover.policy.ts";

const DAY = 86_400_000;

type HandoverWork = Pick<Work<unknown>, "em" | "now"> & { readonly rows: QueryExecutorProvider };

const changes = recordChanges({
  noun: "Handover",
  entity: Handover,
  reload: ({ handovers }: HandoverContext, id): Promise<HandoverRow | null> =>
    handovers.byId.load(id),
  judged: (handover, work) => judgedIn(work, handover),
  mayRead: (viewer, handover) => can(viewer, "read", handover) || can(viewer, "end", handover),
  can,
  only: (_handover, action) => onlyFor(action),
  steps: HANDOVER_STATES,
  stateOf: (handover, now) => handoverStateOn(handover, shanghaiDay(now)),
  notices: async (handover, made, work) =>
    noticesOfHandover(handover, made, await deputyIn(work, handover)),
});

function onlyFor(action: string) {
  return action === "handOver"
    ? {
        zh: "只有该委员会的书记本人，可以把它交给副书记代行。",
        en: "Only the secretary of the committee may hand it over to a deputy.",
      }
    : {
        zh: "只有该委员会或上级委员会的书记、代行者本人，或当地的平台管理员，可以结束代行。",
        en: "Only the secretary of the committee or of one above it, the deputy, or an operator of its region may end a handover.",
      };
}

/** What the policy looks at. */
async function judgedIn({ rows }: HandoverWork, handover: Handover): Promise<HandoverRule> {
  const { committeeId, regionPath, allianceCode } = handover;
  const { subject } = await deputyIn({ rows }, handover);
  return { committeeId, regionPath, allianceCode, deputy: subject };
}

/** The person in the deputy's seat. */
async function deputyIn(
  { rows }: Pick<HandoverWork, "rows">,
  { seatId }: Handover,
): Promise<Deputy> {
  const { rows: found } = await sql<Deputy>`
    select subject, holder_name from seat where id = ${seatId}`.execute(rows);
  return found[0] ?? { subject: null, holderName: "" };
}

/**
 * Hands a committee over to one of its deputy secretaries, from a day to a day.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` if it is handed over on one of these days.
 */
export async function handOver(
  context: HandoverContext,
  input: HandOverInput,
): Promise<HandoverRow> {
  const { viewer, rows } = context;
  const checks = new InputChecks();
  const committee = await checks.of(async () => {
    const entry = await requireCommittee(createDirectory(rows), input.committeeId);
    changes.require(viewer, "handOver", { committeeId: entry.id, deputy: null, ...placeOf(entry) });
    return entry;
  });
  const known = await checks.of(async () => {
    const seat = await context.seats.byId.load(input.seatId);
    if (!seat) throw notFound("Seat", input.seatId, "seatId");
    return seat.id;
  });
  const given = await checks.of(() => checkedHandover(input, context.clock()));
  const constraints = {
    handover_one_at_a_time: () =>
      conflict({
        zh: `${committee().name}在这些日期已交代行。请先结束那次代行，或另选日期。`,
        en: `${committee().name} is handed over on some of these days already. End that handover first, with endHandover, or choose other days.`,
      }),
  };
  return await changes.create(
    context,
    { action: "handOver", input, constraints },
    async (work, create) => {
      const within = checks.fork();
      const term = await within.of(() => holdCurrentTerm(work, committee().id));
      const termId = (): string => term()?.id ?? "";
      const bySeatId = await within.of(async () => {
        const own = await ownSeat(work, termId(), viewer.subject);
        if (own === undefined) throw forbidden(viewer, onlyFor("handOver"));
        return own;
      });
      const seatId = await within.of(() => requireDeputy(work, termId(), known()));
      await within.of(() => requireInTerm(given().until, term()?.endsOn ?? ""));
      within.end();
      await endLapsed(work, committee());
      const place = { committeeId: committee().id, ...placeOf(committee()) };
      return create({ ...place, ...given(), seatId: seatId(), bySeatId: bySeatId() });
    },
  );
}

/** What the input says of a handover. @throws HubError `BAD_USER_INPUT`. */
function checkedHandover(input: HandOverInput, now: Date) {
  const daysAfter = (day: string, days: number): string =>
    shanghaiDay(new Date(Date.parse(day) + days * DAY));
  const [of, today] = ["Handover" as const, shanghaiDay(now)];
  const { from, until, texts } = gathered({
    from: () => {
      const latest = daysAfter(today, MOST_DAYS_AHEAD);
      return requireDay("from", input.from, { of, earliest: today, latest });
    },
    until: () => {
      const latest = daysAfter(input.from, MOST_DAYS - 1);
      return requireDay("until", input.until, { of, earliest: input.from, latest });
    },
    texts: () => checkedOrNull(input, LIMITS),
  });
  return { from, until, ...texts };
}

/** The viewer's own seat as secretary of a term, if that is held today and is not about to end. */
async function ownSeat(
  { rows, now }: HandoverWork,
  termId: string,
  subject: string | null,
): Promise<string | undefined> {
  const { rows: found } = await sql<{ id: string }>`
    select id from seat
    where term_id::text = ${termId} and role = 'SECRETARY' and subject = ${subject} and until is null
      and since <= ${shanghaiDay(now)}::date for share`.execute(rows);
  return found[0]?.id;
}

/** @throws HubError `NOT_FOUND`; `BAD_USER_INPUT` for a seat whose holder cannot be a deputy. */
async function requireDeputy({ rows }: HandoverWork, termId: string, id: string): Promise<string> {
  const { rows: found } = await sql<{ role: string; subject: string | null }>`
    select role, subject from seat
    where id = ${id} and term_id::text = ${termId} and until is null for share`.execute(rows);
  const [seat] = found;
  if (!seat) throw notFound("Seat", id, "seatId");
  if (seat.role !== "DEPUTY_SECRETARY")
    throw badInput("seatId", {
      zh: "所选的人不是副书记，只有副书记可以代行。请选择副书记，或先任命一位。",
      en: `"seatId" is not the seat of a deputy secretary. Choose one, or appoint one first with appointSeat.`,
    });
  if (seat.subject === null)
    throw badInput("seatId", {
      zh: "该副书记没有登录标识，无法登录代行。请选择另一位，或重新任命并填写登录标识。",
      en: `The holder of "seatId" has no sign-in and could do nothing. Choose another deputy, or appoint this one again with "subject".`,
    });
  return id;
}

function requireInTerm(until: string, endsOn: string): void {
  requireDay("until", until, { of: "Handover", latest: endsOn });
}

/** Ends the handovers of a committee that have ended with one of their seats, so that they take up no days. */
async function endLapsed(
  { rows, now }: HandoverWork,
  { id }: Pick<CommitteeEntry, "id">,
): Promise<void> {
  const today = shanghaiDay(now);
  await sql`
    update handover set ended_at = ${now}, end_reason = '任职已结束', updated_at = ${now}, version = version + 1
    where committee_id = ${id} and ended_at is null and exists (
      select from seat join term on term.id = seat.term_id
      where seat.id in (handover.seat_id, handover.by_seat_id) and (term.ends_on < ${today}::date
        or seat.until is not null and not (seat.counts_to_last_day and seat.until >= ${today}::date)))`.execute(
    rows,
  );
}

/**
 * Ends a handover, or declines one before it begins. The deputy's rights end at once.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function endHandover(
  context: HandoverContext,
  input: EndHandoverInput,
): Promise<HandoverRow> {
  const given = () => (input.reason == null ? null : REASON.check("reason", input.reason));
  const step = { action: "endHandover", may: "end", to: "ENDED", given, input } as const;
  return await changes.change(context, step, (handover, { now }, reason) => {
    Object.assign(handover, { endedAt: now, endReason: reason() });
  });
}

/** The state of a handover today. It ends with the deputy's seat and with that of the secretary. */
export async function stateOf(
  { seats, terms, clock }: HandoverContext,
  handover: HandoverRow,
): Promise<HandoverState> {
  const today = shanghaiDay(clock());
  const state = handoverStateOn(handover, today);
  if (state === HandoverState.ENDED) return state;
  const held = await seats.byId.loadMany([handover.seatId, handover.bySeatId]);
  for (const seat of held) {
    if (seat === null || seat instanceof Error) return HandoverState.ENDED;
    const ended = seat.until !== null && !(seat.countsToLastDay && seat.until >= today);
    if (ended || lastDayOf(await terms.byId.load(seat.termId), seat, today))
      return HandoverState.ENDED;
  }
  return state;
}
