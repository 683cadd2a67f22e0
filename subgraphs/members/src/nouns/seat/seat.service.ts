import { InputChecks, gathered } from "@alliance-hub/platform/errors/faults";
import { LASTING, recordChanges } from "@alliance-hub/platform/change/record-changes";
import { requireLastDay } from "@alliance-hub/platform/change/require-day";
import { requireSubject } from "@alliance-hub/platform/change/require-subject";
import { createDirectory } from "@alliance-hub/platform/directory/directory";
import { badInput, conflict, illegalTransition } from "@alliance-hub/platform/errors/hub-error";
import { checked } from "@alliance-hub/platform/limits/checked";
import type { SeatAbout } from "@alliance-hub/platform/notices/concerned/of-members";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { requireCommittee } from "@alliance-hub/platform/directory/committee-units";
import { placeOf, requireOrganization } from "@alliance-hub/platform/directory/placement";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { isId } from "@alliance-hub/platform/keys/loader";
import { sql } from "kysely";
import { requireMayLeaveVacant, secretaryGoesOn } from "../../mechanisms/vacancy/vacancy.ts";
import { firstDayIn, requireSeating, requireTermToFill } from "../../mechanisms/seating/seating.ts";
import { canRead } from "../term/term.policy.ts";
import { termStateOn } from "../term/term.entity.ts";
import { findPlannedTerm, holdCurrentTerm } from "../term/term.background.ts";
import {
  SEAT_ABOUT,
  ensureSecretary,
  fillSecretary,
  findSecretary,
  followInPlanned,
  takeOutUnit,
} from "./seat.background.ts";
import { Seat, SeatRole } from "./seat.entity.ts";
import { type AppointSeatInput, type EndSeatInput, LIMITS } from "./seat.input.ts";
import { type SeatContext, type SeatRow, type SeatTables, isHeldOn } from "./seat.loaders.ts";
import { noticesOfSeat } from "./seat.notices.ts";
import { type SeatPlace, can } from "./seat.policy.ts";
type SeatWork = Work<SeatTables>;

/** What decides whether a seat may be seen: of which term it is. */
type SeatOfTerm = SeatPlace & { readonly startsOn: string; readonly today: string };

/** The changes of seats, in this folder and of the noun that corrects one. */
export const changes = recordChanges({
  noun: "Seat",
  entity: Seat,
  reload: ({ seats }: SeatContext, id): Promise<SeatRow | null> => seats.byId.load(id),
  judged: (seat, work) => judgedIn(work, seat),
  mayRead: (viewer, seat) => "today" in seat && canRead(viewer, seat, seat.today),
  can,
  only: ({ role }) =>
    role === SeatRole.SECRETARY
      ? {
          zh: "只有该委员会的书记、上级委员会的书记，或当地的平台管理员，可以办理书记的任职和离任；代行期间不能办理。",
          en: "Only the secretary of the committee, of one above it, or an operator of its region may fill or end the secretary's seat. A deputy may not.",
        }
      : {
          zh: "只有主持该委员会的人，或当地的平台管理员，可以办理委员的任职和离任。",
          en: "Only whoever runs the committee or an operator of its region may fill or end its seats.",
        },
  steps: LASTING,
  notices: noticesOfSeat,
  // A seat whose last day counts may be ended before that day.
  stateOf: ({ until, countsToLastDay }, now) =>
    until === null || (countsToLastDay && until >= shanghaiDay(now)) ? "LASTING" : "ENDED",
});

/** What the policy looks at: the seat, and from which day on everybody may see it. */
async function judgedIn({ rows, now }: SeatWork, seat: Seat): Promise<SeatPlace | SeatOfTerm> {
  const { rows: of } = await sql<{ startsOn: string }>`
    select starts_on from term where id = ${seat.termId}`.execute(rows);
  const { committeeId, role, regionPath, allianceCode } = seat;
  const startsOn = of[0]?.startsOn ?? seat.since;
  return { committeeId, role, regionPath, allianceCode, startsOn, today: shanghaiDay(now) };
}

/**
 * Fills a seat of a committee's current or planned term.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` for a second secretary.
 */
export async function appointSeat(context: SeatContext, input: AppointSeatInput): Promise<SeatRow> {
  const directory = createDirectory(context.rows);
  const checks = new InputChecks();
  const { role } = input;
  const committee = await checks.of(async () => {
    const entry = await requireCommittee(directory, input.committeeId);
    changes.require(context.viewer, "appoint", { committeeId: entry.id, role, ...placeOf(entry) });
    return entry;
  });
  const organization = await checks.of(() => requireOrganization(directory, input.organizationId));
  const given = await checks.of(() => checkedSeat(input));
  const constraints = {
    seat_one_secretary: () =>
      conflict({
        zh: `${committee().name}已有书记。请选择“接替现任书记”，现任书记随之离任。`,
        en: `${committee().name} already has a secretary. Say "replaces": true, and that seat ends in the same step.`,
      }),
  };
  return await changes.create(
    context,
    { action: "appointSeat", input, constraints, details: { role } },
    async (work, create) => {
      const within = checks.fork();
      const term = await within.of(() => requireTermToFill(work, committee(), input.termId));
      await within.of(() => requireSeating(work, committee(), organization()));
      const since = await within.of(() => firstDayIn(term(), input.since, work.now));
      within.end();
      const place = { committeeId: committee().id, ...placeOf(committee()) };
      const made = { ...place, organizationId: organization().id, role, ...given() };
      const fill = (): Seat =>
        create({
          ...made,
          since: since(),
          termId: term().id,
          countsToLastDay: false,
          takenOut: false,
        });
      if (role !== SeatRole.SECRETARY) return fill();
      const isReplacing = input.replaces ?? false;
      return await fillSecretary(context, work, {
        term: term(),
        since: since(),
        isReplacing,
        fill,
      });
    },
  );
}

/** What the input says of a seat. @throws HubError `BAD_USER_INPUT`. */
function checkedSeat(input: AppointSeatInput) {
  const { texts, subject } = gathered({
    texts: () => checked(input, LIMITS),
    subject: () => (input.subject == null ? null : requireSubject("subject", input.subject)),
    replaces: () => requireReplaceable(input),
  });
  return { ...texts, subject };
}

function requireReplaceable({ role, replaces }: AppointSeatInput): void {
  if (!replaces || role === SeatRole.SECRETARY) return;
  throw badInput("replaces", {
    zh: "只有任命书记时可以选择接替现任书记。请改选职务，或不选接替。",
    en: '"replaces" is for a secretary only. Leave it out, or change "role".',
  });
}

/**
 * Ends a seat; one of a planned term is taken out, and has never counted.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`; also for the seat of
 *   a secretary who would leave nobody behind.
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
  return await changes.change(context, step, async (seat, work, reason) => {
    const { now } = work;
    const current = await holdCurrentTerm(work, seat.committeeId);
    const planned = await findPlannedTerm(work, seat.committeeId);
    if (current && planned?.id === seat.termId) {
      const terms = { current: current.id, planned: planned.id };
      await takeOut(context, work, { seat, terms, reason: reason() });
      return;
    }
    if (seat.termId !== current?.id || termStateOn(current, shanghaiDay(now)) === "PAST")
      throw illegalTransition({
        noun: "Seat",
        id: seat.id,
        state: "ENDED",
        wanted: "ENDED",
        allowed: [],
      });
    if (seat.role === SeatRole.SECRETARY)
      await requireMayLeaveVacant(context.viewer, work.rows, seat.committeeId);
    const { since: first } = seat;
    seat.until = requireLastDay("until", input.until, { of: "Seat", first, now });
    Object.assign(seat, { countsToLastDay: false, endReason: reason() });
    await followInPlanned(context, work, { term: current, ended: [seat.id] });
  });
}

/**
 * Takes a seat out of the planned term. Whoever was to follow the secretary leaves the seat to the one who sits now.
 *
 * @throws HubError `ILLEGAL_TRANSITION` for the one who sits now, and if there is none.
 */
async function takeOut(
  context: SeatContext,
  work: SeatWork,
  of: {
    readonly seat: Seat;
    readonly terms: { readonly current: string; readonly planned: string };
    readonly reason: string;
  },
): Promise<void> {
  const { seat, terms, reason } = of;
  const isSecretary = seat.role === SeatRole.SECRETARY;
  if (isSecretary) {
    const sitting = await findSecretary(work, terms.current);
    if (!sitting) await requireMayLeaveVacant(context.viewer, work.rows, seat.committeeId);
    else if (sitting.id === seat.carriedFromId) throw secretaryGoesOn();
  }
  Object.assign(seat, { until: seat.since, takenOut: true, endReason: reason });
  await work.em.flush();
  if (isSecretary) await ensureSecretary(context, work, terms);
}

async function holdTermOf(work: SeatWork, id: string): Promise<void> {
  if (!isId(id)) return;
  const seat = work.rows.selectFrom("seat").select("committeeId").where("id", "=", id);
  const known = await seat.executeTakeFirst();
  if (known) await holdCurrentTerm(work, known.committeeId);
}

/**
 * Ends all seats of a unit's persons in a committee; those of the planned term are taken out.
 *
 * @returns the seats of whose end somebody is told.
 * @throws HubError `ILLEGAL_TRANSITION` if the secretary is among them and the viewer may not leave nobody behind.
 */
export async function endSeatsOf(
  context: Pick<SeatContext, "viewer" | "newId">,
  work: SeatWork,
  leaving: {
    readonly committeeId: string;
    readonly organizationId: string;
    readonly until: string;
    readonly endReason: string;
  },
): Promise<readonly SeatAbout[]> {
  const { committeeId, organizationId, until, endReason } = leaving;
  const term = await holdCurrentTerm(work, committeeId);
  if (!term || termStateOn(term, shanghaiDay(work.now)) === "PAST") return [];
  const planned = await findPlannedTerm(work, committeeId);
  const ended = await endUnit(work, term.id, { organizationId, until, endReason });
  if (ended.some(({ role }) => role === SeatRole.SECRETARY))
    await requireMayLeaveVacant(context.viewer, work.rows, committeeId);
  const ahead = planned
    ? await takeOutUnit(work, planned.id, { organizationId, reason: endReason })
    : [];
  await followInPlanned(context, work, { term, ended: ended.map(({ id }) => id) });
  return [...ended, ...ahead];
}

/** Ends the seats of a unit's persons in a term. From that moment they are not valid. */
async function endUnit(
  { rows, now }: SeatWork,
  termId: string,
  leaving: { readonly organizationId: string; readonly until: string; readonly endReason: string },
): Promise<SeatAbout[]> {
  return await rows
    .updateTable("seat")
    .set({
      until: sql<string>`greatest(since, ${leaving.until}::date)`,
      endReason: leaving.endReason,
      countsToLastDay: false,
      updatedAt: now,
      version: sql<number>`version + 1`,
    })
    .where("termId", "=", termId)
    .where("organizationId", "=", leaving.organizationId)
    .where(isHeldOn(shanghaiDay(now)))
    .returning(SEAT_ABOUT)
    .execute();
}
