import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { BaseContext, Work } from "@alliance-hub/platform/subgraph/context";
import { LockMode } from "@mikro-orm/core";
import type { Kysely } from "kysely";
import { Term, type TermState } from "./term.entity.ts";
import type { TermRow, TermTables } from "./term.loaders.ts";

/*
 * What changes of terms by their days, and what holds them still meanwhile. Whatever changes the terms of a committee
 * locks the current one first; whatever changes seats holds it by a shared lock.
 */

const DAY = 86_400_000;

type Rows = Kysely<TermTables>;
type Writing = Pick<Work<unknown>, "em" | "now">;

/**
 * The term of a committee that began last, held by a shared lock until the transaction ends. Whatever changes
 * seats holds it before it locks anything else, so that the next term is entered before or after, and
 * carries over exactly the seats that are held.
 */
export async function holdCurrentTerm(
  work: Writing,
  committeeId: string,
): Promise<Readonly<Term> | null> {
  await settleTerms(work, committeeId);
  const { em } = work;
  const current = { committeeId, state: "CURRENT" } as const;
  for (;;) {
    const term = await em.findOne(Term, current, { lockMode: LockMode.PESSIMISTIC_READ });
    // A caller that waited for the next term to start finds the row no longer CURRENT: the next one is.
    if (term || (await em.count(Term, current)) === 0) return term;
  }
}

/**
 * A committee's current term, locked: of two that end it at once, one waits and then finds it no longer CURRENT.
 * Whatever changes terms locks it first.
 */
export async function lockCurrentTerm(work: Writing, committeeId: string): Promise<Term | null> {
  await settleTerms(work, committeeId);
  return await lockTerm(work, committeeId, "CURRENT");
}

/** The term of a committee that has not begun, if one is planned. Whoever asks holds the current one. */
export async function findPlannedTerm(
  { em }: Pick<Writing, "em">,
  committeeId: string,
): Promise<Readonly<Term> | null> {
  return await em.findOne(Term, { committeeId, state: "PLANNED" });
}

/** Stores that a planned term has begun, if its first day has come: the one before it is past. */
async function settleTerms(work: Writing, committeeId: string): Promise<void> {
  const { em, now } = work;
  const due = { committeeId, state: "PLANNED", startsOn: { $lte: shanghaiDay(now) } } as const;
  if ((await em.count(Term, due)) === 0) return;
  // Of two that settle at once, the second waits here and then finds nothing to settle.
  const current = await lockTerm(work, committeeId, "CURRENT");
  const next = await em.findOne(Term, due, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!current || !next) return;
  await closeTerm(work, current);
  Object.assign(next, { state: "CURRENT", updatedAt: now });
  await em.flush();
}

async function lockTerm(
  { em }: Pick<Writing, "em">,
  committeeId: string,
  state: TermState,
): Promise<Term | null> {
  return await em.findOne(Term, { committeeId, state }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

/** Stores that a locked term is past. */
export async function closeTerm({ em, now }: Writing, current: Term): Promise<void> {
  Object.assign(current, { state: "PAST", updatedAt: now });
  // Written now, because the index allows only one current term, and a flush would insert the next one first.
  await em.flush();
}

/**
 * Lets a locked term last to the eve of the next one, or to its own last day if that is earlier.
 *
 * @param nextStartsOn null if no next one is planned any more.
 */
export function endBefore({ now }: Writing, current: Term, nextStartsOn: string | null): void {
  const own = current.ownEndsOn ?? current.endsOn;
  const eve = nextStartsOn === null ? own : dayBefore(nextStartsOn);
  const days = eve < own ? { endsOn: eve, ownEndsOn: own } : { endsOn: own, ownEndsOn: null };
  Object.assign(current, { ...days, updatedAt: now });
}

/** Enters a term: the current one from now on, or a planned one. */
export async function openTerm(
  context: Pick<BaseContext, "newId">,
  { em, now }: Writing,
  term: Pick<Term, "committeeId" | "number" | "state" | "startsOn" | "endsOn">,
): Promise<Readonly<Term>> {
  const stamp = { id: context.newId(), createdAt: now, updatedAt: now };
  const takeoverUntold = term.state === "PLANNED";
  const record = em.create(Term, { ...stamp, ...term, takeoverUntold, ownEndsOn: null });
  await em.flush();
  return record;
}

/** Terms that were planned, whose first day has come, and of which nobody has been told that they took over. */
export async function takeoversOf(rows: Rows, today: string): Promise<string[]> {
  const due = rows.selectFrom("term").select("id").where("takeoverUntold", "=", true);
  const found = await due
    .where("startsOn", "<=", today)
    .orderBy("startsOn")
    .orderBy("id")
    .execute();
  return found.map(({ id }) => id);
}

/** Notes that it is told that a term took over. @returns null if another process tells it, or it begins later now. */
export async function claimTakeover(rows: Rows, id: string, now: Date): Promise<TermRow | null> {
  const claimed = await rows
    .updateTable("term")
    .set({ takeoverUntold: false, updatedAt: now })
    .where("id", "=", id)
    .where("takeoverUntold", "=", true)
    .where("startsOn", "<=", shanghaiDay(now))
    .returningAll()
    .executeTakeFirst();
  return claimed ?? null;
}

/** The day before a day, both `YYYY-MM-DD`. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);
}
