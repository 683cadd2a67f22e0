import { requireDay, requireLastDay } from "@alliance-hub/platform/change/require-day";
import { badInput, illegalTransition } from "@alliance-hub/platform/errors/hub-error";
import { isId } from "@alliance-hub/platform/keys/loader";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import type { BaseContext, Work } from "@alliance-hub/platform/subgraph/context";
import { actsFor } from "@alliance-hub/sharing/viewer";
import type { Membership } from "../../nouns/membership/membership.entity.ts";
import type {
  CallOffLeavingInput,
  LeaveCommitteeInput,
} from "../../nouns/membership/membership.input.ts";
import type {
  MembershipContext,
  MembershipRow,
} from "../../nouns/membership/membership.loaders.ts";
import { membershipChanges } from "../../nouns/membership/membership.service.ts";
import { holdCurrentTerm } from "../../nouns/term/term.background.ts";
import { SeatRole } from "../../nouns/seat/seat.entity.ts";
import { requireMayLeaveVacant } from "../vacancy/vacancy.ts";
import { type OpenItem, readOpenItems } from "./open-items.ts";
import { type LeavingTables, committeeOf, settleLeaving } from "./settle.ts";
import { requireSettlements } from "./settlements.ts";

/** How far ahead a leaving can be planned, in days. */
const MAX_DAYS_AHEAD = 366;
const DAY_MS = 86_400_000;

/** A context in which what is open changes with the membership. */
export type LeavingContext = MembershipContext & BaseContext<LeavingTables>;

const changes = membershipChanges<LeavingContext>();

/**
 * Ends a membership, at once or after a day ahead, and settles what is open between the unit and the committee.
 * Without settlements each item is settled as is usual. A unit that sent the secretary leaves after the committee has
 * another one.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT` with a fault for each record that is left out,
 * `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function leaveCommittee(
  context: LeavingContext,
  input: LeaveCommitteeInput,
): Promise<MembershipRow> {
  const step = { action: "leaveCommittee", may: "leave", to: "ENDED", input } as const;
  const given = () => REASON.check("reason", input.reason);
  return await changes.change(
    context,
    { ...step, lockFirst: holdTermOf, given },
    async (membership, work, givenReason) => {
      const planned = plannedDay(membership, input, work.now);
      const settlements = input.settlements ?? null;
      const reason = givenReason();
      if (settlements) await requireAllSettled(context, work, { membership, planned, input });
      if (planned === null) {
        const first = membership.joinedOn;
        const leftOn = requireLastDay("leftOn", input.leftOn, { first, now: work.now });
        return await settleLeaving(context, work, { membership, leftOn, reason, settlements });
      }
      await requireSecretaryElsewhere(context, work, membership);
      Object.assign(membership, {
        leavesOn: planned,
        leavingReason: reason,
        settlements: settlements?.map(({ noun, recordId, how, toOrganizationId = null }) => ({
          noun,
          recordId,
          how,
          toOrganizationId,
        })),
      });
      membership.settlements ??= null;
      return { leavesOn: planned };
    },
  );
}

/** The last day, if it lies ahead; null for a leaving that happens now. @throws HubError `BAD_USER_INPUT`. */
function plannedDay(
  { joinedOn }: Membership,
  { leavesOn, leftOn }: LeaveCommitteeInput,
  now: Date,
): string | null {
  if (leavesOn == null) return null;
  if (leftOn != null)
    throw badInput("leavesOn", {
      zh: "退出日期与今后的退出日期只能填一个。请删去其中一个。",
      en: `Give either "leftOn" or "leavesOn", not both.`,
    });
  const today = shanghaiDay(now);
  const latest = shanghaiDay(new Date(now.getTime() + MAX_DAYS_AHEAD * DAY_MS));
  const earliest = today < joinedOn ? joinedOn : today;
  requireDay("leavesOn", leavesOn, { earliest, latest });
  return leavesOn === today ? null : leavesOn;
}

/** A unit that sent the secretary plans to leave only after the committee has another one, as it leaves only then. */
async function requireSecretaryElsewhere(
  { viewer }: LeavingContext,
  { rows, now }: Work<LeavingTables>,
  membership: Membership,
): Promise<void> {
  const open = await readOpenItems(rows, membership, now);
  if (open.some(({ noun, detail }) => noun === "Seat" && detail === SeatRole.SECRETARY))
    await requireMayLeaveVacant(viewer, rows, membership.committeeId);
}

async function requireAllSettled(
  { viewer }: LeavingContext,
  work: Work<LeavingTables>,
  of: {
    readonly membership: Membership;
    readonly planned: string | null;
    readonly input: LeaveCommitteeInput;
  },
): Promise<void> {
  const { membership, planned, input } = of;
  const { committeeId, organizationId } = membership;
  const isOwn = actsFor(viewer, organizationId);
  const open = itemsFor(await readOpenItems(work.rows, membership, work.now), isOwn);
  const until = planned === null ? work.now : midnightAfter(planned);
  const due = itemsFor(await readOpenItems(work.rows, membership, until), isOwn);
  await requireSettlements(work.rows, input.settlements ?? [], {
    open,
    due,
    committee: await committeeOf(work.rows, committeeId),
    organizationId,
    isPerson: viewer.kind === "PERSON",
  });
}

/** What a viewer may know of the open items: only the unit itself knows its drafts, which are settled as is usual. */
export function itemsFor(items: readonly OpenItem[], isOwn: boolean): OpenItem[] {
  return items.filter(
    ({ noun, state }) => isOwn || state !== "DRAFT" || (noun !== "Resource" && noun !== "Need"),
  );
}

/** The moment at which a day is over in Asia/Shanghai. */
export function midnightAfter(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + DAY_MS);
}

/**
 * Calls off a leaving that is planned: the unit stays a member.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, `ILLEGAL_TRANSITION` if none is planned, or the day is over.
 */
export async function callOffLeaving(
  context: LeavingContext,
  input: CallOffLeavingInput,
): Promise<MembershipRow> {
  const step = { action: "callOffLeaving", may: "leave", input } as const;
  return await changes.change(context, step, (membership, { now }) => {
    const { id, leavesOn, leftOn } = membership;
    if (leftOn !== null || leavesOn === null || leavesOn < shanghaiDay(now))
      throw illegalTransition({
        noun: "Membership",
        id,
        state: leftOn === null ? "LASTING" : "ENDED",
        wanted: { zh: "取消退出，没有尚未到期的退出安排", en: "kept: no leaving is planned" },
        allowed: leftOn === null ? ["ENDED"] : [],
      });
    Object.assign(membership, { leavesOn: null, leavingReason: null, settlements: null });
  });
}

async function holdTermOf(work: Work<LeavingTables>, id: string): Promise<void> {
  if (!isId(id)) return;
  const membership = work.rows.selectFrom("membership").select("committeeId").where("id", "=", id);
  const known = await membership.executeTakeFirst();
  if (known) await holdCurrentTerm(work, known.committeeId);
}
