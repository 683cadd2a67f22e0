import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { dayWords } from "@alliance-hub/platform/words/times";
import { LASTING, recordChanges } from "@alliance-hub/platform/change/record-changes";
import { requireDay, requireLastDay, tomorrow } from "@alliance-hub/platform/change/require-day";
import { requireSubject } from "@alliance-hub/platform/change/require-subject";
import {
  type CommitteeEntry,
  type OrganizationEntry,
  createDirectory,
} from "@alliance-hub/platform/directory/directory";
import { badInput, conflict } from "@alliance-hub/platform/errors/hub-error";
import { checked } from "@alliance-hub/platform/limits/checked";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { requireCommittee } from "@alliance-hub/platform/directory/committee-units";
import { placeOf, requireOrganization } from "@alliance-hub/platform/directory/placement";
import type { BaseContext, Work } from "@alliance-hub/platform/subgraph/context";
import { isId } from "@alliance-hub/platform/keys/loader";
import { sql } from "kysely";
import { type Term, termStateOn } from "../term/term.entity.ts";
import { holdCurrentTerm } from "../term/term.service.ts";
import { Seat } from "./seat.entity.ts";
import { type AppointSeatInput, type EndSeatInput, LIMITS } from "./seat.input.ts";
import { type SeatContext, type SeatRow, type SeatTables, isHeldOn } from "./seat.loaders.ts";
import { can } from "./seat.policy.ts";

const changes = recordChanges({
  noun: "Seat",
  entity: Seat,
  reload: ({ seats }: SeatContext, id): Promise<SeatRow | null> => seats.byId.load(id),
  can,
  only: ({ committeeId }) => ({
    zh: "只有主持该委员会的人，或当地的平台管理员，可以办理委员的任职和离任。",
    en: `Only whoever runs committee ${committeeId} or an operator of its region may fill or end its seats.`,
  }),
  steps: LASTING,
  // A seat that ends with its term may be ended before that day.
  stateOf: ({ until, countsToLastDay }, now) =>
    until === null || (countsToLastDay && until >= shanghaiDay(now)) ? "LASTING" : "ENDED",
});

/**
 * Fills a seat of a committee's current term.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` for a second secretary.
 */
export async function appointSeat(context: SeatContext, input: AppointSeatInput): Promise<SeatRow> {
  const directory = createDirectory(context.rows);
  const checks = new InputChecks();
  const committee = await checks.of(async () => {
    const entry = await requireCommittee(directory, input.committeeId);
    changes.require(context.viewer, "appoint", { committeeId: entry.id, ...placeOf(entry) });
    return entry;
  });
  const organization = await checks.of(() => requireOrganization(directory, input.organizationId));
  const given = await checks.of(() => checkedSeat(input, context.clock()));
  const constraints = {
    seat_one_secretary: () =>
      conflict({
        zh: `${committee().name}已有书记。请先办理现任书记的离任。`,
        en: `${committee().name} already has a secretary. End that seat first: committee(id:) { seats } names it.`,
      }),
  };
  return await changes.create(
    context,
    { action: "appointSeat", input, constraints, details: { role: input.role } },
    async (work, create) => {
      const term = await checks.of(() => requireTerm(work, committee()));
      await checks.of(() => requireSeating(work, committee(), organization()));
      await checks.of(() => requireWithin(term(), given().since, work.now));
      checks.end();
      const place = { committeeId: committee().id, ...placeOf(committee()) };
      const seat = { ...place, organizationId: organization().id, role: input.role, ...given() };
      return create({ ...seat, termId: term().id, countsToLastDay: false });
    },
  );
}

/** What the input says of a seat. @throws HubError `BAD_USER_INPUT`. */
function checkedSeat(input: AppointSeatInput, now: Date) {
  const { texts, ...given } = gathered({
    texts: () => checked(input, LIMITS),
    subject: () => (input.subject == null ? null : requireSubject("subject", input.subject)),
    since: () =>
      requireDay("since", input.since ?? shanghaiDay(now), { of: "Seat", latest: tomorrow(now) }),
  });
  return { ...texts, ...given };
}

/** A seat cannot begin before its term, so that figures of past years do not change. */
function requireWithin(term: Readonly<Term>, since: string, now: Date): void {
  const today = shanghaiDay(now);
  const earliest = term.startsOn < today ? term.startsOn : today;
  requireDay("since", since, { of: "Seat", earliest, latest: tomorrow(now) });
}

/** The current term, held by a shared lock until the seat is stored. */
async function requireTerm(
  work: Work<SeatTables>,
  committee: CommitteeEntry,
): Promise<Readonly<Term>> {
  const term = await holdCurrentTerm(work, committee.id);
  if (!term)
    throw conflict({
      zh: `${committee.name}没有本届任期。请先开始一届。`,
      en: `${committee.name} has no current term. Start one with startTerm.`,
    });
  requireRunning(term, shanghaiDay(work.now));
  return term;
}

/**
 * Rejects an organisation that may not send somebody. A shared lock holds its membership, after the term, until the
 * seat is stored, so that neither can end in between and leave a seat behind.
 */
async function requireSeating(
  work: Work<SeatTables>,
  committee: CommitteeEntry,
  { id: organizationId, name }: Pick<OrganizationEntry, "id" | "name">,
): Promise<void> {
  const belongs =
    committee.organizationId === organizationId ||
    (await holdMembership(work, committee.id, organizationId));
  if (belongs) return;
  throw badInput("organizationId", {
    zh: `${name}既不是${committee.name}的成员单位，也不是它所依托的党组织。请先让它加入。`,
    en: `${name} is neither a member unit of ${committee.name} nor the organisation that the committee belongs to. Let it join first, with joinCommittee.`,
  });
}

/** Whether the organisation is a member unit; held by a shared lock, so that it cannot leave meanwhile. */
async function holdMembership(
  { rows }: Work<SeatTables>,
  committeeId: string,
  organizationId: string,
): Promise<boolean> {
  const { rows: held } = await sql`select id from membership
    where committee_id = ${committeeId} and organization_id = ${organizationId} and left_on is null
    for share`.execute(rows);
  return held.length > 0;
}

/**
 * Rejects a term that is over: its seats are not valid.
 *
 * @throws HubError `CONFLICT`.
 */
function requireRunning(term: Readonly<Term>, today: string): void {
  if (termStateOn(term, today) !== "PAST") return;
  throw conflict({
    zh: `该委员会的上一届（第 ${term.number} 届）已于${dayWords(term.endsOn).zh}届满，委员任职不再有效。请先开始下一届。`,
    en: `The last term of the committee, number ${term.number}, ended on ${term.endsOn}; its seats are no longer valid. Start the next one with startTerm.`,
  });
}

/**
 * Ends a seat.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function endSeat(context: SeatContext, input: EndSeatInput): Promise<SeatRow> {
  const step = {
    given: () => REASON.check("reason", input.reason),
    action: "endSeat",
    may: "end",
    to: "ENDED",
    lockFirst: holdTermOf,
    input,
  } as const;
  return await changes.change(context, step, (seat, { now }, reason) => {
    seat.until = requireLastDay("until", input.until, { of: "Seat", first: seat.since, now });
    seat.countsToLastDay = false;
    seat.endReason = reason();
  });
}

async function holdTermOf(work: Work<SeatTables>, id: string): Promise<void> {
  if (!isId(id)) return;
  const seat = work.rows.selectFrom("seat").select("committeeId").where("id", "=", id);
  const known = await seat.executeTakeFirst();
  if (known) await holdCurrentTerm(work, known.committeeId);
}

/** The seats held of a term, locked. */
export async function lockSeatsOf({ rows }: Work<SeatTables>, termId: string): Promise<SeatRow[]> {
  return await rows
    .selectFrom("seat")
    .selectAll()
    .where("termId", "=", termId)
    .where("until", "is", null)
    .orderBy("id")
    .forUpdate()
    .execute();
}

/** Fills the same seats in the next term: records of that one, which keep the day since when they are held. */
export function carrySeats(
  context: Pick<BaseContext, "newId">,
  { em, now }: Pick<Work<unknown>, "em" | "now">,
  { seats, termId }: { readonly seats: readonly SeatRow[]; readonly termId: string },
): void {
  for (const seat of seats) {
    const stamp = { id: context.newId(), version: 1, createdAt: now, updatedAt: now };
    em.create(Seat, { ...seat, ...stamp, termId });
  }
}

/** Ends all filled seats of a term, or of a unit in a committee. */
export async function endSeatsOf(
  { rows, now }: Work<SeatTables>,
  of:
    | { readonly termId: string }
    | { readonly committeeId: string; readonly organizationId: string },
  end: {
    readonly until: string;
    readonly endReason: string;
    /** Whether they stay valid until that day is over. By default they are not valid from now on. */
    readonly countsToLastDay?: boolean;
  },
): Promise<void> {
  await rows
    .updateTable("seat")
    .set({
      until: sql<string>`greatest(since, ${end.until}::date)`,
      endReason: end.endReason,
      // A seat that begins later was never valid.
      countsToLastDay: sql<boolean>`since <= ${end.until}::date and ${end.countsToLastDay ?? false}`,
      updatedAt: now,
      version: sql<number>`version + 1`,
    })
    .where(isHeldOn(shanghaiDay(now)))
    .where((is) => is.and(of))
    .execute();
}
