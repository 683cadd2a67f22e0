import { InputChecks } from "@alliance-hub/platform/errors/faults";
import { change } from "@alliance-hub/platform/change/change";
import { requireCommittee } from "@alliance-hub/platform/directory/committee-units";
import { type CommitteeEntry, createDirectory } from "@alliance-hub/platform/directory/directory";
import { conflict, forbidden } from "@alliance-hub/platform/errors/hub-error";
import type { BaseContext, Work } from "@alliance-hub/platform/subgraph/context";
import type { SeatRow, SeatTables } from "../../nouns/seat/seat.loaders.ts";
import { carrySeats, endSeatsOf, lockSeatsOf } from "../../nouns/seat/seat.service.ts";
import type { Term } from "../../nouns/term/term.entity.ts";
import type { StartTermInput } from "../../nouns/term/term.input.ts";
import type { TermContext, TermRow, TermTables } from "../../nouns/term/term.loaders.ts";
import { can } from "../../nouns/term/term.policy.ts";
import {
  checkedTerm,
  closeTerm,
  lockCurrentTerm,
  openTerm,
  requireNext,
} from "../../nouns/term/term.service.ts";

/** Its seats are those of the term before it. */
type ChangeContext = TermContext & BaseContext<TermTables & SeatTables>;

/**
 * Enters a committee's next term, in one transaction. If two callers do this at once, one waits for the other
 * and is rejected. The previous term and its seats last until the day before the new term's first day.
 * Carried-over seats are records of the new term, valid from its first day, and keep the date on which the
 * person took office.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` if somebody else was faster.
 */
export async function startTerm(context: ChangeContext, input: StartTermInput): Promise<TermRow> {
  const checks = new InputChecks();
  const entered = await checks.of(() => requireCommitteeToRun(context, input.committeeId));
  const given = await checks.of(() => checkedTerm(input, context.clock()));
  checks.end();
  const committee = entered();
  const { number, startsOn, endsOn } = given();
  const taken = () =>
    conflict({
      zh: `别人刚刚登记了${committee.name}的一届任期。请刷新后再决定。`,
      en: `Somebody else started a term of ${committee.name}. Read its currentTerm and decide again.`,
    });
  // Not with `recordChanges`: it closes one record and makes another, and the audit entry names the committee's place.
  return await change(
    context,
    {
      action: "startTerm",
      input,
      reload: (id) => context.terms.byId.load(id),
      constraints: { term_one_current: taken, term_number_unique: taken },
    },
    async (work) => {
      const { rows } = work;
      // A second caller waits here; afterwards it finds no term that is CURRENT.
      const current = await lockCurrentTerm(work, committee.id);
      const known = await rows
        .selectFrom("term")
        .select(["number", "state"])
        .where("committeeId", "=", committee.id)
        .execute();
      if (!current && known.some(({ state }) => state === "CURRENT")) throw taken();
      requireNext(input, { last: Math.max(0, ...known.map((term) => term.number)), current });
      const seats = current ? await closeWithSeats(work, current, startsOn) : [];
      const term = { committeeId: committee.id, number, startsOn, endsOn };
      const record = await openTerm(context, work, term);
      if (input.carrySeats ?? true) carrySeats(context, work, { seats, termId: record.id });
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

/** @throws HubError `NOT_FOUND`, `FORBIDDEN`. */
async function requireCommitteeToRun(context: ChangeContext, id: string): Promise<CommitteeEntry> {
  const committee = await requireCommittee(createDirectory(context.rows), id);
  const { id: committeeId, regionPath } = committee;
  if (can(context.viewer, "start", { committeeId, regionPath })) return committee;
  throw forbidden(context.viewer, {
    zh: `只有主持${committee.name}的人，或当地的平台管理员，可以开始它的下一届。`,
    en: `Only whoever runs ${committee.name} or an operator of ${committee.regionCode} may start its next term.`,
  });
}

/**
 * Ends a term and its seats with it; they count until its last day is over.
 *
 * @returns the seats that were filled.
 */
async function closeWithSeats(
  work: Work<TermTables & SeatTables>,
  current: Readonly<Term>,
  nextStartsOn: string,
): Promise<SeatRow[]> {
  await closeTerm(work, current, nextStartsOn);
  const seats = await lockSeatsOf(work, current.id);
  const end = { until: current.endsOn, endReason: "任期届满", countsToLastDay: true };
  await endSeatsOf(work, { termId: current.id }, end);
  return seats;
}
