import { change } from "@alliance-hub/platform/change/change";
import { requireCount } from "@alliance-hub/platform/change/require-count";
import { requireDay } from "@alliance-hub/platform/change/require-day";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import { badInput, conflict, forbidden } from "@alliance-hub/platform/errors/hub-error";
import { requireTransition } from "@alliance-hub/platform/errors/transition";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { requireCommittee } from "@alliance-hub/platform/directory/committee-units";
import type { BaseContext, Work } from "@alliance-hub/platform/subgraph/context";
import { LockMode } from "@mikro-orm/core";
import { Seat } from "../seat/seat.entity.ts";
import type { SeatRow, SeatTables } from "../seat/seat.loaders.ts";
import { endSeatsOf } from "../seat/seat.service.ts";
import { TERM_STATES, Term } from "./term.entity.ts";
import type { StartTermInput } from "./term.input.ts";
import type { TermContext, TermRow, TermTables } from "./term.loaders.ts";
import { can } from "./term.policy.ts";

/** A transaction in which a term starts: its seats are those of the term before it. */
type TermWork = Work<TermTables & SeatTables>;

/** Latest day of a term: what lies behind it is a slip of the pen. */
const LATEST = "2199-12-31";

/** Most days that a term may lie ahead when it is entered. */
const MOST_DAYS_AHEAD = 31;
const DAY = 86_400_000;

/**
 * Enters a committee's next term, in one transaction: of two that do it at once, one waits for the other
 * and is refused. The term before it and its seats last to the eve of its first day, and what is carried
 * over counts from that day; carried over, seats are records of the new term, and keep the day since when
 * they are held.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` where another was quicker.
 */
export async function startTerm(
  context: TermContext & BaseContext<TermTables & SeatTables>,
  input: StartTermInput,
): Promise<TermRow> {
  const committee = await requireCommittee(createDirectory(context.rows), input.committeeId);
  if (
    !can(context.viewer, "start", { committeeId: committee.id, regionPath: committee.regionPath })
  ) {
    throw forbidden(
      context.viewer,
      `Only whoever runs committee ${committee.id} or an operator of ${committee.regionCode} may start its next term.`,
    );
  }
  const { number, startsOn, endsOn } = checked(input, context.clock());
  const taken = () =>
    conflict(
      `Somebody else started a term of committee ${committee.id}. Read its currentTerm and decide again.`,
    );
  return await change(
    context,
    {
      action: "startTerm",
      input,
      reload: (id) => context.terms.byId.load(id),
      constraints: { term_one_current: taken, term_number_unique: taken },
    },
    async (work) => {
      const { em, rows, now } = work;
      // The lock makes a second caller wait; afterwards it finds the row no longer CURRENT.
      const current = await em.findOne(
        Term,
        { committeeId: committee.id, state: "CURRENT" },
        { lockMode: LockMode.PESSIMISTIC_WRITE },
      );
      const known = await rows
        .selectFrom("term")
        .select(["number", "state"])
        .where("committeeId", "=", committee.id)
        .execute();
      if (!current && known.some(({ state }) => state === "CURRENT")) throw taken();
      requireNext(input, { last: Math.max(0, ...known.map((term) => term.number)), current });
      const seats = current ? await closeTerm(work, current, startsOn) : [];
      const record = em.create(Term, {
        id: context.newId(),
        createdAt: now,
        updatedAt: now,
        committeeId: committee.id,
        number,
        state: "CURRENT",
        startsOn,
        endsOn,
      });
      await em.flush();
      if (input.carrySeats ?? true) {
        for (const seat of seats) {
          em.create(Seat, {
            ...seat,
            id: context.newId(),
            version: 1,
            createdAt: now,
            updatedAt: now,
            termId: record.id,
          });
        }
      }
      return {
        record,
        audit: {
          noun: "Term",
          recordId: record.id,
          regionPath: committee.regionPath,
          details: { number },
        },
      };
    },
  );
}

/**
 * Ends a term on the eve of the next, or earlier where its own last day is, and its seats with it; they
 * count until that day is over.
 *
 * @returns the seats that were held.
 */
async function closeTerm(work: TermWork, current: Term, nextStartsOn: string): Promise<SeatRow[]> {
  const { em, rows, now } = work;
  requireTransition(TERM_STATES, current, { noun: "Term", to: "PAST" });
  const eve = dayBefore(nextStartsOn);
  current.state = "PAST";
  if (eve < current.endsOn) current.endsOn = eve;
  current.updatedAt = now;
  // Written now: the index allows one current term, and a flush would insert the next one first.
  await em.flush();
  const seats = await rows
    .selectFrom("seat")
    .selectAll()
    .where("termId", "=", current.id)
    .where("until", "is", null)
    .orderBy("id")
    .forUpdate()
    .execute();
  await endSeatsOf(
    work,
    { termId: current.id },
    { until: current.endsOn, endReason: "任期届满", countsToLastDay: true },
  );
  return seats;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);
}

function checked(input: StartTermInput, now: Date): Pick<Term, "number" | "startsOn" | "endsOn"> {
  const latest = shanghaiDay(new Date(now.getTime() + MOST_DAYS_AHEAD * DAY));
  const startsOn = requireDay("startsOn", input.startsOn, { latest });
  const endsOn = requireDay("endsOn", input.endsOn, { latest: LATEST });
  if (endsOn <= startsOn) {
    throw badInput(
      "endsOn",
      `"endsOn" ${endsOn} is not after "startsOn" ${startsOn}. Give a later day.`,
    );
  }
  return { number: requireCount("number", input.number, { most: 99 }), startsOn, endsOn };
}

function requireNext(input: StartTermInput, before: { last: number; current: Term | null }): void {
  if (input.number <= before.last) {
    throw badInput(
      "number",
      `"number" is ${input.number}, but the committee has had term ${before.last}. Give a higher number, such as ${before.last + 1}.`,
    );
  }
  if (before.current && input.startsOn <= before.current.startsOn) {
    throw badInput(
      "startsOn",
      `"startsOn" ${input.startsOn} is not after ${before.current.startsOn}, when the current term began. Give a later day.`,
    );
  }
}
