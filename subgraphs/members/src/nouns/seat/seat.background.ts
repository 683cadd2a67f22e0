import type { SeatAbout } from "@alliance-hub/platform/notices/concerned/of-members";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { BaseContext, Work } from "@alliance-hub/platform/subgraph/context";
import { type SqlBool, sql } from "kysely";
import { type Term, termStateOn } from "../term/term.entity.ts";
import { dayBefore, findPlannedTerm } from "../term/term.background.ts";
import { Seat, SeatRole } from "./seat.entity.ts";
import { type SeatRow, type SeatTables, isHeldOn } from "./seat.loaders.ts";

/*
 * What changes of seats with their terms, and with the seats that they repeat. A planned term has a secretary
 * whenever the current one has: a copy of that seat, until another person is appointed.
 */

type SeatWork = Work<SeatTables>;
type Ids = Pick<BaseContext, "newId">;

/** Why seats end that follow another one. */
const FOLLOWS = "本届任职已结束";
const REPLACED = "由继任者接任";

/** Repeats the seats held of a term in the next one: all of them, or that of the secretary alone. */
export async function carrySeats(
  context: Ids,
  work: SeatWork,
  terms: { readonly from: string; readonly to: string; readonly all: boolean },
): Promise<void> {
  const held = work.rows
    .selectFrom("seat")
    .selectAll()
    .where("termId", "=", terms.from)
    .where("until", "is", null)
    .orderBy("id")
    .forUpdate();
  const carried = terms.all ? held : held.where("role", "=", SeatRole.SECRETARY);
  for (const seat of await carried.execute()) carrySeat(context, work, { seat, termId: terms.to });
}

/** Repeats a seat in another term: a record of that term, which keeps the day since when the seat is held. */
function carrySeat(
  context: Ids,
  { em, now }: Pick<SeatWork, "em" | "now">,
  { seat, termId }: { readonly seat: SeatRow; readonly termId: string },
): void {
  const stamp = { id: context.newId(), version: 1, createdAt: now, updatedAt: now };
  em.create(Seat, { ...seat, ...stamp, termId, carriedFromId: seat.id });
}

/** Lets the seat that repeats another one in the planned term have the name that was corrected. */
export async function followName(
  { rows, now }: Pick<SeatWork, "rows" | "now">,
  { id, holderName }: Pick<SeatRow, "id" | "holderName">,
): Promise<void> {
  await rows
    .updateTable("seat")
    .set({ holderName, updatedAt: now, version: sql<number>`version + 1` })
    .where("carriedFromId", "=", id)
    .where("takenOut", "=", false)
    .execute();
}

/** The secretary's seat of a term, unless it has ended or is about to. */
export async function findSecretary(
  { rows }: Pick<SeatWork, "rows">,
  termId: string,
): Promise<SeatRow | undefined> {
  return await rows
    .selectFrom("seat")
    .selectAll()
    .where("termId", "=", termId)
    .where("role", "=", SeatRole.SECRETARY)
    .where("until", "is", null)
    .executeTakeFirst();
}

/**
 * Ends the secretary's seats of a term on the eve of the next secretary's first day; until then they count.
 *
 * @returns their ids.
 */
async function replaceSecretary(
  { rows, now }: SeatWork,
  termId: string,
  since: string,
): Promise<string[]> {
  const [today, eve] = [shanghaiDay(now), dayBefore(since)];
  const replaced = await rows
    .updateTable("seat")
    .set({
      until: sql<string>`greatest(since, least(until, ${eve}::date))`,
      endReason: sql<string>`coalesce(end_reason, ${REPLACED})`,
      countsToLastDay: sql<boolean>`since <= ${eve}::date and ${eve >= today}`,
      updatedAt: now,
      version: sql<number>`version + 1`,
    })
    .where("termId", "=", termId)
    .where("role", "=", SeatRole.SECRETARY)
    .where(isHeldOn(today))
    .returning("id")
    .execute();
  return replaced.map(({ id }) => id);
}

/** The columns of which notices are made. */
export const SEAT_ABOUT = [
  "id",
  "committeeId",
  "organizationId",
  "subject",
  "role",
  "holderName",
  "until",
] as const satisfies readonly (keyof SeatAbout)[];

/**
 * Takes the persons whom a unit sent out of a planned term.
 *
 * @returns their seats, but for those that follow a seat of the current term: of these that one tells.
 */
export async function takeOutUnit(
  work: SeatWork,
  plannedTermId: string,
  of: { readonly organizationId: string; readonly reason: string },
): Promise<SeatAbout[]> {
  const which = sql<SqlBool>`organization_id = ${of.organizationId}`;
  const taken = await takeOut(work, plannedTermId, { which, reason: of.reason });
  return taken.filter(({ carriedFromId }) => carriedFromId === null);
}

async function takeOut(
  { rows, now }: SeatWork,
  plannedTermId: string,
  { which, reason }: { readonly which: ReturnType<typeof sql<SqlBool>>; readonly reason: string },
): Promise<(SeatAbout & { carriedFromId: string | null })[]> {
  return await rows
    .updateTable("seat")
    .set({
      until: sql<string>`since`,
      endReason: reason,
      takenOut: true,
      updatedAt: now,
      version: sql<number>`version + 1`,
    })
    .where("termId", "=", plannedTermId)
    .where("until", "is", null)
    .where(which)
    .returning([...SEAT_ABOUT, "carriedFromId"])
    .execute();
}

/**
 * Fills the secretary's seat. In the current term the seat of the sitting secretary ends, if the new one replaces it,
 * and so does its copy in the planned term. There the new one follows, unless somebody else was appointed.
 *
 * @param fill makes the seat.
 */
export async function fillSecretary(
  context: Ids,
  work: SeatWork,
  seat: {
    readonly term: Readonly<Term>;
    readonly since: string;
    readonly isReplacing: boolean;
    readonly fill: () => Seat;
  },
): Promise<Seat> {
  const { term, since, isReplacing, fill } = seat;
  if (termStateOn(term, shanghaiDay(work.now)) === "PLANNED") {
    await takeOut(work, term.id, {
      which: sql<SqlBool>`role = ${SeatRole.SECRETARY}`,
      reason: REPLACED,
    });
    return fill();
  }
  const replaced = isReplacing ? await replaceSecretary(work, term.id, since) : [];
  const filled = fill();
  await followInPlanned(context, work, { term, ended: replaced });
  return filled;
}

/** Lets the planned term follow the current one: without copies of seats that have ended, and with a secretary. */
export async function followInPlanned(
  context: Ids,
  work: SeatWork,
  { term, ended }: { readonly term: Readonly<Term>; readonly ended: readonly string[] },
): Promise<void> {
  await work.em.flush();
  const planned = await findPlannedTerm(work, term.committeeId);
  if (!planned) return;
  const copies = sql<SqlBool>`carried_from_id = any(${ended}::uuid[])`;
  await takeOut(work, planned.id, { which: copies, reason: FOLLOWS });
  await ensureSecretary(context, work, { current: term.id, planned: planned.id });
}

/** Gives a planned term without a secretary the one who sits now, if there is one. */
export async function ensureSecretary(
  context: Ids,
  work: SeatWork,
  terms: { readonly current: string; readonly planned: string },
): Promise<void> {
  if (await findSecretary(work, terms.planned)) return;
  const seat = await findSecretary(work, terms.current);
  if (seat) carrySeat(context, work, { seat, termId: terms.planned });
}

/** Lets the seats that begin with a planned term begin on its new first day. */
export async function beginWithTerm(
  { rows, now }: SeatWork,
  termId: string,
  days: { readonly from: string; readonly to: string },
): Promise<void> {
  await rows
    .updateTable("seat")
    .set({ since: days.to, updatedAt: now, version: sql<number>`version + 1` })
    .where("termId", "=", termId)
    .where("until", "is", null)
    .where("since", "=", days.from)
    .execute();
}

/** Removes the seats of a planned term that is given up. */
export async function removeSeatsOf({ rows }: SeatWork, plannedTermId: string): Promise<void> {
  await rows.deleteFrom("seat").where("termId", "=", plannedTermId).execute();
}
