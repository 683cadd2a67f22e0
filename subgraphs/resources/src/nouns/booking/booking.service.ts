import { change, requireVersion } from "@alliance-hub/platform/change/change";
import { requireCount } from "@alliance-hub/platform/change/require-count";
import { optionalText, requireText } from "@alliance-hub/platform/change/require-text";
import { HubError, forbidden, notFound } from "@alliance-hub/platform/errors/hub-error";
import { requireTransition } from "@alliance-hub/platform/errors/transition";
import { requireOrganization } from "@alliance-hub/platform/directory/placement";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { isId } from "@alliance-hub/platform/keys/loader";
import { LockMode } from "@mikro-orm/core";
import type { ResourcesContext } from "../../context.ts";
import type { ResourcesTables } from "../../database.ts";
import { capacityOf } from "../../mechanisms/free-time/free-time.ts";
import {
  requireAhead,
  requireBookable,
  requireLength,
  requireLeft,
  tooLittle,
} from "../../mechanisms/free-time/free-slot.service.ts";
import { Resource } from "../resource/resource.entity.ts";
import { BOOKING_STEPS, Booking, type BookingState } from "./booking.entity.ts";
import type {
  BookResourceInput,
  CancelBookingInput,
  CompleteBookingInput,
  DecideBookingInput,
} from "./booking.input.ts";
import type { BookingRow } from "./booking.loaders.ts";
import { type BookingAction, can } from "./booking.policy.ts";

const PURPOSE = { maxLength: 200 };
const REASON = { maxLength: 200 };

/**
 * Books a resource for a time. The resource's row is locked meanwhile, so that callers at the same
 * moment are answered one after the other and each sees what the one before took.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION` where it is not
 * published, `BOOKING_CONFLICT` where too little is left.
 */
export async function bookResource(
  context: ResourcesContext,
  input: BookResourceInput,
): Promise<BookingRow> {
  const { during } = input;
  const quantity = requireCount("quantity", input.quantity ?? 1);
  const purpose = optionalText("purpose", input.purpose, PURPOSE);
  requireLength(during);
  const seen = await context.resources.byId.load(input.resourceId);
  if (!seen) throw notFound("Resource", input.resourceId);
  const organization = await requireOrganization(context.directory, input.organizationId);
  const { providerId, committeeId } = seen;
  const sides = { organizationId: organization.id, providerId, committeeId };
  if (!can(context.viewer, "book", sides)) {
    throw forbidden(context.viewer, `Only a liaison of ${organization.id} may book for it.`);
  }
  return await change(
    context,
    {
      action: "bookResource",
      input,
      reload: (id) => context.bookings.byId.load(id),
      constraints: {
        booking_one_at_a_time: () =>
          tooLittle(seen.id, quantity, { start: during.start, end: during.end, quantity: 0 }),
      },
    },
    async ({ em, rows, now }) => {
      const resource = await em.findOneOrFail(Resource, seen.id, {
        lockMode: LockMode.PESSIMISTIC_WRITE,
      });
      // Here, not above: a call that repeats an earlier one is answered like it, however late it comes.
      requireAhead(during, now);
      requireBookable(resource, quantity);
      await requireLeft({ rows }, resource, { during, quantity });
      const record = em.create(Booking, {
        id: context.newId(),
        createdAt: now,
        updatedAt: now,
        resourceId: resource.id,
        ...sides,
        startsAt: during.start,
        endsAt: during.end,
        quantity,
        exclusive: capacityOf(resource) === 1,
        // The provider need not ask itself.
        state: resource.approval && organization.id !== providerId ? "REQUESTED" : "CONFIRMED",
        purpose,
        reason: null,
      });
      return { record, audit: auditOf(record, resource) };
    },
  );
}

/**
 * Gives a booking back, by either side or by who runs the committee.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function cancelBooking(
  context: ResourcesContext,
  input: CancelBookingInput,
): Promise<BookingRow> {
  const reason = requireText("reason", input.reason, REASON);
  return await changeBooking(
    context,
    { action: "cancelBooking", may: "cancel", to: "CANCELLED", input },
    (record, now) => {
      if (record.endsAt <= now)
        throw outOfTime(
          record,
          `ended at ${record.endsAt.toISOString()} and can no longer be cancelled`,
        );
      record.reason = reason;
    },
  );
}

/**
 * The provider's answer to a request.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function decideBooking(
  context: ResourcesContext,
  input: DecideBookingInput,
): Promise<BookingRow> {
  const reason = optionalText("reason", input.reason, REASON);
  const to = input.confirm ? "CONFIRMED" : "DENIED";
  return await changeBooking(
    context,
    { action: "decideBooking", may: "decide", to, input },
    (record) => {
      record.reason = reason;
    },
  );
}

/**
 * Notes that a booking was used; once it has ended.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function completeBooking(
  context: ResourcesContext,
  input: CompleteBookingInput,
): Promise<BookingRow> {
  return await changeBooking(
    context,
    { action: "completeBooking", may: "complete", to: "DONE", input },
    (record, now) => {
      if (record.endsAt > now)
        throw outOfTime(
          record,
          `ends at ${record.endsAt.toISOString()} and can be completed only then`,
        );
    },
  );
}

interface BookingStep {
  readonly action: string;
  readonly may: BookingAction;
  readonly to: BookingState;
  readonly input: CompleteBookingInput;
}

/** One step of one booking, under its lock. */
async function changeBooking(
  context: ResourcesContext,
  { action, may, to, input }: BookingStep,
  step: (record: Booking, now: Date) => void,
): Promise<BookingRow> {
  return await change(
    context,
    { action, input, reload: (id) => context.bookings.byId.load(id) },
    async ({ em, now }) => {
      const record = isId(input.id)
        ? await em.findOne(Booking, input.id, { lockMode: LockMode.PESSIMISTIC_WRITE })
        : null;
      const resource = record && (await em.findOneOrFail(Resource, record.resourceId));
      if (!record || !resource || !can(context.viewer, "read", { ...sidesOf(record), resource })) {
        throw notFound("Booking", input.id);
      }
      if (!can(context.viewer, may, record)) {
        throw forbidden(
          context.viewer,
          `Your unit is not the one to ${may} booking ${record.id}. Ask the unit that booked it or the one that offers the resource.`,
        );
      }
      requireVersion(record, input.version);
      requireTransition(BOOKING_STEPS, record, { noun: "Booking", to });
      step(record, now);
      record.state = to;
      record.updatedAt = now;
      return { record, audit: auditOf(record, resource) };
    },
  );
}

/**
 * Cancels what has not begun of a resource's bookings, in the caller's transaction.
 *
 * @returns how many there were.
 */
export async function cancelAhead(
  { rows, now }: Work<ResourcesTables>,
  resourceId: string,
  reason: string,
): Promise<number> {
  const cancelled = await rows
    .updateTable("booking")
    .set((is) => ({ state: "CANCELLED", reason, updatedAt: now, version: is("version", "+", 1) }))
    .where("resourceId", "=", resourceId)
    .where("state", "in", ["REQUESTED", "CONFIRMED"])
    .where("startsAt", ">", now)
    .executeTakeFirst();
  return Number(cancelled.numUpdatedRows);
}

/** Lets the bookings ahead follow a changed capacity: the exclusion constraint guards them where it is one. */
export async function followCapacity(
  { rows, now }: Work<ResourcesTables>,
  resource: { readonly id: string; readonly capacity: number | null },
): Promise<void> {
  await rows
    .updateTable("booking")
    .set({ exclusive: capacityOf(resource) === 1 })
    .where("resourceId", "=", resource.id)
    .where("state", "in", ["REQUESTED", "CONFIRMED"])
    .where("endsAt", ">", now)
    .execute();
}

function outOfTime(record: Booking, fault: string): HubError {
  return new HubError("ILLEGAL_TRANSITION", `Booking ${record.id} ${fault}.`, {
    state: record.state,
    allowed: BOOKING_STEPS[record.state],
  });
}

function sidesOf({ organizationId, providerId, committeeId }: Booking) {
  return { organizationId, providerId, committeeId };
}

function auditOf(record: Booking, resource: Resource) {
  const { id, organizationId, resourceId, state, quantity } = record;
  return {
    noun: "Booking",
    recordId: id,
    organizationId,
    regionPath: resource.regionPath,
    details: { resourceId, state, quantity },
  };
}
