import { change, requireVersion } from "@alliance-hub/platform/change/change";
import { requireDay, requireLastDay, tomorrow } from "@alliance-hub/platform/change/require-day";
import { requireSubject } from "@alliance-hub/platform/change/require-subject";
import { requireText } from "@alliance-hub/platform/change/require-text";
import { type CommitteeEntry, createDirectory } from "@alliance-hub/platform/directory/directory";
import {
  badInput,
  conflict,
  forbidden,
  illegalTransition,
  notFound,
} from "@alliance-hub/platform/errors/hub-error";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { requireCommittee } from "@alliance-hub/platform/directory/committee-units";
import { requireOrganization } from "@alliance-hub/platform/directory/placement";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { isId } from "@alliance-hub/platform/keys/loader";
import { LockMode } from "@mikro-orm/core";
import { sql } from "kysely";
import type { MembersContext } from "../../context.ts";
import type { MembersTables } from "../../database.ts";
import { Membership } from "../membership/membership.entity.ts";
import { type Term, termStateOn } from "../term/term.entity.ts";
import { holdCurrentTerm } from "../term/term.loaders.ts";
import { Seat } from "./seat.entity.ts";
import type { AppointSeatInput, EndSeatInput } from "./seat.input.ts";
import { type SeatRow, isHeldOn } from "./seat.loaders.ts";
import { can } from "./seat.policy.ts";

/**
 * Fills a seat of a committee's current term.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` for a second secretary.
 */
export async function appointSeat(
  context: MembersContext,
  input: AppointSeatInput,
): Promise<SeatRow> {
  const directory = createDirectory(context.rows);
  const committee = await requireCommittee(directory, input.committeeId);
  if (!can(context.viewer, "appoint", { ...committee, committeeId: committee.id })) {
    throw forbidden(
      context.viewer,
      `Only who runs committee ${committee.id} or an operator of ${committee.regionCode} may fill its seats.`,
    );
  }
  const organization = await requireOrganization(directory, input.organizationId);
  const { id: committeeId, regionCode, regionPath, allianceCode } = committee;
  const instant = context.clock();
  const seat = {
    committeeId,
    organizationId: organization.id,
    holderName: requireText("holderName", input.holderName, { maxLength: 50 }),
    role: input.role,
    subject: input.subject == null ? null : requireSubject("subject", input.subject),
    since: requireDay("since", input.since ?? shanghaiDay(instant), { latest: tomorrow(instant) }),
    regionCode,
    regionPath,
    allianceCode,
  };
  return await change(
    context,
    {
      action: "appointSeat",
      input,
      reload: (id) => context.seats.byId.load(id),
      constraints: {
        seat_one_secretary: () =>
          conflict(
            `Committee ${committeeId} has a secretary. End that seat first: committee(id:) { seats } names it.`,
          ),
      },
    },
    async (work) => {
      const { em, now } = work;
      const term = await requireSeating(work, committee, organization.id);
      requireRunning(term, shanghaiDay(now));
      // A seat of this term does not reach back before it: figures of past years stand.
      const today = shanghaiDay(now);
      const earliest = term.startsOn < today ? term.startsOn : today;
      requireDay("since", seat.since, { earliest, latest: tomorrow(now) });
      const record = em.create(Seat, {
        ...seat,
        id: context.newId(),
        createdAt: now,
        updatedAt: now,
        termId: term.id,
        until: null,
        countsToLastDay: false,
        endReason: null,
      });
      return {
        record,
        audit: {
          noun: "Seat",
          recordId: record.id,
          organizationId: organization.id,
          regionPath,
          details: { role: seat.role },
        },
      };
    },
  );
}

/**
 * The current term, if the organisation may send somebody into it. Shared locks hold first the term,
 * then the membership until the seat stands: neither can end in between and leave a seat behind.
 */
async function requireSeating(
  { em }: Work<MembersTables>,
  committee: CommitteeEntry,
  organizationId: string,
): Promise<Term> {
  const committeeId = committee.id;
  const lockMode = LockMode.PESSIMISTIC_READ;
  const term = await holdCurrentTerm(em, committeeId);
  if (!term)
    throw conflict(`Committee ${committeeId} has no current term. Start one with startTerm.`);
  const belongs =
    committee.organizationId === organizationId ||
    (await em.findOne(Membership, { committeeId, organizationId, leftOn: null }, { lockMode })) !==
      null;
  if (belongs) return term;
  throw badInput(
    "organizationId",
    `"organizationId" ${organizationId} is no member unit of committee ${committeeId}, nor the organisation it stands on. Let it join first, with joinCommittee.`,
  );
}

/**
 * Refuses a term that is over: its seats count for nothing.
 *
 * @throws HubError `CONFLICT`.
 */
function requireRunning(term: Term, today: string): void {
  if (termStateOn(term, today) !== "PAST") return;
  throw conflict(
    `The last term of committee ${term.committeeId}, number ${term.number}, was over on ${term.endsOn}; its seats no longer count. Start the next one with startTerm.`,
  );
}

/**
 * Ends a seat.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function endSeat(context: MembersContext, input: EndSeatInput): Promise<SeatRow> {
  const endReason = requireText("reason", input.reason, { maxLength: 200 });
  return await change(
    context,
    { action: "endSeat", input, reload: (id) => context.seats.byId.load(id) },
    async ({ em, rows, now }) => {
      const known = isId(input.id)
        ? await rows
            .selectFrom("seat")
            .select("committeeId")
            .where("id", "=", input.id)
            .executeTakeFirst()
        : undefined;
      if (!known) throw notFound("Seat", input.id);
      await holdCurrentTerm(em, known.committeeId);
      const record = await em.findOneOrFail(Seat, input.id, {
        lockMode: LockMode.PESSIMISTIC_WRITE,
      });
      if (!can(context.viewer, "end", record)) {
        throw forbidden(
          context.viewer,
          `Only who runs committee ${record.committeeId} or an operator of ${record.regionCode} may end its seats.`,
        );
      }
      requireVersion(record, input.version);
      const isOver = record.until !== null;
      // One that runs out with its term may be ended before that day.
      const stillCounts = record.countsToLastDay && (record.until ?? "") >= shanghaiDay(now);
      if (isOver && !stillCounts) {
        throw illegalTransition({
          noun: "Seat",
          id: record.id,
          state: "ENDED",
          wanted: "ENDED",
          allowed: [],
        });
      }
      record.until = requireLastDay("until", input.until, { first: record.since, now });
      record.countsToLastDay = false;
      record.endReason = endReason;
      record.updatedAt = now;
      return {
        record,
        audit: {
          noun: "Seat",
          recordId: record.id,
          organizationId: record.organizationId,
          regionPath: record.regionPath,
        },
      };
    },
  );
}

/** Ends all seats held of a term, or of a unit in a committee: they go with what they stood on. */
export async function endSeatsOf(
  { rows, now }: Work<MembersTables>,
  of:
    | { readonly termId: string }
    | { readonly committeeId: string; readonly organizationId: string },
  end: {
    readonly until: string;
    readonly endReason: string;
    /** Whether they count until that day is over. Default: they count for nothing from now on. */
    readonly countsToLastDay?: boolean;
  },
): Promise<void> {
  await rows
    .updateTable("seat")
    .set({
      until: sql<string>`greatest(since, ${end.until}::date)`,
      endReason: end.endReason,
      // One that begins later never counted.
      countsToLastDay: sql<boolean>`since <= ${end.until}::date and ${end.countsToLastDay ?? false}`,
      updatedAt: now,
      version: sql<number>`version + 1`,
    })
    .where(isHeldOn(shanghaiDay(now)))
    .where((is) => is.and(of))
    .execute();
}
