import { InputChecks } from "@alliance-hub/platform/errors/faults";
import { change } from "@alliance-hub/platform/change/change";
import { type DayLimits, tomorrow } from "@alliance-hub/platform/change/require-day";
import { requireCommittee } from "@alliance-hub/platform/directory/committee-units";
import { type CommitteeEntry, createDirectory } from "@alliance-hub/platform/directory/directory";
import { conflict, forbidden } from "@alliance-hub/platform/errors/hub-error";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { BaseContext, Work } from "@alliance-hub/platform/subgraph/context";
import { dayWords } from "@alliance-hub/platform/words/times";
import { carrySeats } from "../../nouns/seat/seat.background.ts";
import type { SeatTables } from "../../nouns/seat/seat.loaders.ts";
import {
  MOST_DAYS_AHEAD,
  type PlanTermInput,
  type StartTermInput,
} from "../../nouns/term/term.input.ts";
import type { TermContext, TermRow, TermTables } from "../../nouns/term/term.loaders.ts";
import { noticesOfPlannedTerm, noticesOfTakeover } from "../../nouns/term/term.notices.ts";
import { can } from "../../nouns/term/term.policy.ts";
import {
  closeTerm,
  endBefore,
  lockCurrentTerm,
  openTerm,
} from "../../nouns/term/term.background.ts";
import {
  type TermDays,
  checkedTerm,
  requireNext,
  termsOf,
  whoMay,
} from "../../nouns/term/term.service.ts";

/** Its seats are those of the term before it. */
export type ChangeContext = TermContext & BaseContext<TermTables & SeatTables>;

type ChangeWork = Work<TermTables & SeatTables>;

/**
 * Enters a committee's next term, which may have begun or begin within a month.
 *
 * @throws HubError as {@link enterTerm}.
 */
export async function startTerm(context: ChangeContext, input: StartTermInput): Promise<TermRow> {
  return await enterTerm(context, input, { action: "startTerm", may: "start" });
}

/**
 * Plans a committee's next term while the current one runs.
 *
 * @throws HubError as {@link enterTerm}.
 */
export async function planTerm(context: ChangeContext, input: PlanTermInput): Promise<TermRow> {
  return await enterTerm(context, input, { action: "planTerm", may: "plan" });
}

/** The days on which a term may begin that is entered with one of the mutations. */
export function firstDays(action: keyof typeof MOST_DAYS_AHEAD, now: Date): DayLimits {
  const latest = shanghaiDay(new Date(now.getTime() + MOST_DAYS_AHEAD[action] * 86_400_000));
  return action === "planTerm" ? { earliest: tomorrow(now), latest } : { latest };
}

/**
 * Enters the next term, in one transaction. If two callers do this at once, one waits for the other and is
 * rejected. The previous term and its seats last until the day before the new term's first day. Carried-over seats are
 * records of the new term, valid from its first day, and keep the date on which the person took office. The
 * secretary's seat is always carried over, so that somebody can run the committee.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` if a next term is planned already.
 */
async function enterTerm(
  context: ChangeContext,
  input: StartTermInput | PlanTermInput,
  { action, may }: { readonly action: "startTerm" | "planTerm"; readonly may: "start" | "plan" },
): Promise<TermRow> {
  const checks = new InputChecks();
  const entered = await checks.of(() => requireCommitteeToRun(context, input.committeeId, may));
  const now = context.clock();
  const given = await checks.of(() => checkedTerm(input, firstDays(action, now)));
  checks.end();
  const committee = entered();
  const days = given();
  const taken = () =>
    conflict({
      zh: `别人刚刚登记了${committee.name}的一届任期。请刷新后再决定。`,
      en: `Somebody else entered a term of ${committee.name}. Read its terms and decide again.`,
    });
  const constraints = {
    term_one_current: taken,
    term_one_planned: taken,
    term_number_unique: taken,
    term_days_apart: taken,
  };
  const reload = (id: string): Promise<TermRow | null> => context.terms.byId.load(id);
  // Not with `recordChanges`: it changes one term and makes another, and the audit entry names the committee's place.
  return await change(context, { action, input, reload, constraints }, async (work: ChangeWork) => {
    // A second caller waits here; afterwards it finds no term that is CURRENT.
    const current = await lockCurrentTerm(work, committee.id);
    const known = await termsOf(work, committee.id);
    if (!current && known.some(({ state }) => state === "CURRENT")) throw taken();
    const planned = known.find(({ state }) => state === "PLANNED");
    if (planned) throw alreadyPlanned(committee, planned);
    requireNext(days, { last: Math.max(0, ...known.map(({ number }) => number)), current });
    if (current) endBefore(work, current, days.startsOn);
    const isPlanned = days.startsOn > shanghaiDay(work.now);
    if (current && !isPlanned) await closeTerm(work, current);
    const state = isPlanned ? "PLANNED" : "CURRENT";
    const record = await openTerm(context, work, { committeeId: committee.id, ...days, state });
    const all = input.carrySeats ?? true;
    if (current) await carrySeats(context, work, { from: current.id, to: record.id, all });
    // The seats are looked at to see whom it concerns.
    await work.em.flush();
    const told = isPlanned
      ? await noticesOfPlannedTerm("PLANNED", record, work)
      : await noticesOfTakeover(record, work);
    await leaveNotices(context, work, told);
    const { number } = days;
    const { regionPath } = committee;
    return {
      record,
      audit: { noun: "Term", recordId: record.id, regionPath, details: { number } },
    };
  });
}

function alreadyPlanned({ name }: CommitteeEntry, planned: Pick<TermDays, "number" | "startsOn">) {
  const { number, startsOn } = planned;
  return conflict({
    zh: `${name}的第 ${number} 届已在筹备，自${dayWords(startsOn).zh}起。请更改它，或先取消它。`,
    en: `Term ${number} of ${name} is already planned, from ${startsOn}. Change it with updatePlannedTerm, or give it up first with discardPlannedTerm.`,
  });
}

/** @throws HubError `NOT_FOUND`, `FORBIDDEN`. */
async function requireCommitteeToRun(
  context: ChangeContext,
  id: string,
  may: "start" | "plan",
): Promise<CommitteeEntry> {
  const committee = await requireCommittee(createDirectory(context.rows), id);
  const { id: committeeId, regionPath } = committee;
  if (can(context.viewer, may, { committeeId, regionPath })) return committee;
  throw forbidden(context.viewer, whoMay(committee));
}
