import { gathered } from "@alliance-hub/platform/errors/faults";
import { dayWords } from "@alliance-hub/platform/words/times";
import { requireDay } from "@alliance-hub/platform/change/require-day";
import { badInput } from "@alliance-hub/platform/errors/hub-error";
import { requireTransition } from "@alliance-hub/platform/errors/transition";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { BaseContext, Work } from "@alliance-hub/platform/subgraph/context";
import { LockMode } from "@mikro-orm/core";
import { TERM_STATES, Term } from "./term.entity.ts";
import { NUMBER, type StartTermInput } from "./term.input.ts";

/** Latest last day of a term. A later day is a typing error. */
const LATEST = "2199-12-31";

/** How many days before its first day a term may be entered. */
const MOST_DAYS_AHEAD = 31;
const DAY = 86_400_000;

type Writing = Pick<Work<unknown>, "em" | "now">;

/**
 * The term of a committee that was entered last, held by a shared lock until the transaction ends. Whatever changes
 * seats holds it before it locks anything else, so that the next term starts before or after, and
 * carries over exactly the seats that are held.
 */
export async function holdCurrentTerm(
  { em }: Pick<Writing, "em">,
  committeeId: string,
): Promise<Readonly<Term> | null> {
  const current = { committeeId, state: "CURRENT" } as const;
  for (;;) {
    const term = await em.findOne(Term, current, { lockMode: LockMode.PESSIMISTIC_READ });
    // A caller that waited for the next term to start finds the row no longer CURRENT: the next one is.
    if (term || (await em.count(Term, current)) === 0) return term;
  }
}

/** A committee's current term, locked: of two that end it at once, one waits and then finds it no longer CURRENT. */
export async function lockCurrentTerm(
  { em }: Pick<Writing, "em">,
  committeeId: string,
): Promise<Readonly<Term> | null> {
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  return await em.findOne(Term, { committeeId, state: "CURRENT" }, { lockMode });
}

/** Ends a locked term on the eve of the next, or earlier where its own last day is. */
export async function closeTerm(
  { em, now }: Writing,
  current: Term,
  nextStartsOn: string,
): Promise<void> {
  requireTransition(TERM_STATES, current, { noun: "Term", to: "PAST" });
  const eve = dayBefore(nextStartsOn);
  const endsOn = eve < current.endsOn ? eve : current.endsOn;
  Object.assign(current, { state: "PAST", endsOn, updatedAt: now });
  // Written now, because the index allows only one current term, and a flush would insert the next one first.
  await em.flush();
}

/** Enters a term that is current from now on. */
export async function openTerm(
  context: Pick<BaseContext, "newId">,
  { em, now }: Writing,
  term: Pick<Term, "committeeId" | "number" | "startsOn" | "endsOn">,
): Promise<Readonly<Term>> {
  const stamp = { id: context.newId(), createdAt: now, updatedAt: now };
  const record = em.create(Term, { ...stamp, ...term, state: "CURRENT" });
  await em.flush();
  return record;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);
}

/** The number and the days of a term to enter. @throws HubError `BAD_USER_INPUT`. */
export function checkedTerm(
  input: StartTermInput,
  now: Date,
): Pick<Term, "number" | "startsOn" | "endsOn"> {
  const latest = shanghaiDay(new Date(now.getTime() + MOST_DAYS_AHEAD * DAY));
  const { startsOn, endsOn, number } = gathered({
    startsOn: () => requireDay("startsOn", input.startsOn, { latest }),
    endsOn: () => requireDay("endsOn", input.endsOn, { latest: LATEST }),
    number: () => NUMBER.check("number", input.number),
  });
  if (endsOn <= startsOn) {
    throw badInput("endsOn", {
      zh: `任期止${dayWords(endsOn).zh}不晚于任期起${dayWords(startsOn).zh}。请填更晚的日期。`,
      en: `"endsOn" ${endsOn} is not after "startsOn" ${startsOn}. Give a later day.`,
    });
  }
  return { number, startsOn, endsOn };
}

/** Refuses a term that does not come after those there are. @throws HubError `BAD_USER_INPUT`. */
export function requireNext(
  input: StartTermInput,
  before: { last: number; current: Readonly<Term> | null },
): void {
  if (input.number <= before.last) {
    throw badInput("number", {
      zh: `届次为 ${input.number}，而该委员会已有第 ${before.last} 届。请填更大的届次，例如 ${before.last + 1}。`,
      en: `"number" is ${input.number}, but the committee has had term ${before.last}. Give a higher number, such as ${before.last + 1}.`,
    });
  }
  if (before.current && input.startsOn <= before.current.startsOn) {
    throw badInput("startsOn", {
      zh: `任期起${dayWords(input.startsOn).zh}不晚于本届的起日${dayWords(before.current.startsOn).zh}。请填更晚的日期。`,
      en: `"startsOn" ${input.startsOn} is not after ${before.current.startsOn}, when the current term began. Give a later day.`,
    });
  }
}
