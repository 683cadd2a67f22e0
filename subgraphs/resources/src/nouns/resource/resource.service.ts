import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { searchColumns } from "@alliance-hub/platform/database/search-columns";
import { HubError, badInput, conflict } from "@alliance-hub/platform/errors/hub-error";
import { checked, checkedOrNull, checkedWhereGiven } from "@alliance-hub/platform/limits/checked";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { requireStillUnit } from "@alliance-hub/platform/directory/committee-units";
import { placementOf, requireOrganization } from "@alliance-hub/platform/directory/placement";
import type { BaseContext, Work } from "@alliance-hub/platform/subgraph/context";
import { LockMode } from "@mikro-orm/core";
import type { BookingTables } from "../booking/booking.loaders.ts";
import { cancelAhead, followCapacity, lastMoment } from "../booking/booking.service.ts";
import { mostTaken } from "../../mechanisms/free-time/takings.ts";
import { RESOURCE_STEPS, Resource } from "./resource.entity.ts";
import {
  LIMITS,
  type PublishResourceInput,
  type ShareResourceInput,
  type UpdateResourceInput,
  type WithdrawResourceInput,
} from "./resource.input.ts";
import type { ResourceContext, ResourceRow, ResourceTables } from "./resource.loaders.ts";
import { can } from "./resource.policy.ts";

/** With a resource, its bookings change. */
type Context = ResourceContext & BaseContext<ResourceTables & BookingTables>;

const changes = recordChanges({
  noun: "Resource",
  entity: Resource,
  reload: ({ resources }: Context, id): Promise<ResourceRow | null> => resources.byId.load(id),
  mayRead: (viewer, resource) => can(viewer, "read", resource),
  can,
  only: ({ providerId }, action) =>
    `Only a liaison of ${providerId} may ${action} resources of it.`,
  steps: RESOURCE_STEPS,
  note: ({ providerId, regionPath }) => ({ organizationId: providerId, regionPath }),
});

/**
 * Puts a resource on the list, or keeps it as a draft.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`.
 */
export async function shareResource(
  context: Context,
  input: ShareResourceInput,
): Promise<ResourceRow> {
  const { kind, audience, committeeId = null } = input;
  const provider = await requireOrganization(context.directory, input.providerId);
  const { id: providerId, allianceCode } = provider;
  const wanted = { providerId, audience, committeeId };
  const state = input.publish ? "PUBLISHED" : "DRAFT";
  changes.require(context.viewer, "share", { ...wanted, state, allianceCode });
  const placement = await placementOf(context.directory, provider, wanted);
  const { title, ...others } = LIMITS;
  const given = { ...checked(input, { title }), ...checkedOrNull(input, others) };
  const content = {
    kind,
    ...given,
    approval: input.approval ?? false,
    ...venueOf(input),
    ...searchColumns(given.title, given.description),
  };
  return await changes.create(
    context,
    { action: "shareResource", input, details: { state } },
    ({ em, now }, stamp) =>
      em.create(Resource, {
        ...stamp,
        ...placement,
        ...wanted,
        ...content,
        demonstration: false,
        state,
        publishedAt: state === "PUBLISHED" ? now : null,
        withdrawnAt: null,
        withdrawReason: null,
      }),
  );
}

/**
 * Changes a resource. Its capacity may not fall below what is booked from now on.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function updateResource(
  context: Context,
  input: UpdateResourceInput,
): Promise<ResourceRow> {
  const { capacity, ...texts } = checkedWhereGiven(input, LIMITS);
  const step = { action: "updateResource", may: "change", input } as const;
  return await changes.change(context, step, async (resource, work) => {
    if (resource.state === "WITHDRAWN") {
      throw new HubError(
        "ILLEGAL_TRANSITION",
        `Resource ${resource.id} is WITHDRAWN and can no longer be changed. Share it again as a new resource.`,
        { state: resource.state, allowed: [] },
      );
    }
    Object.assign(resource, texts);
    if (capacity !== undefined) await changeCapacity(work, resource, capacity);
    if (input.approval != null) resource.approval = input.approval;
    Object.assign(resource, searchColumns(resource.title, resource.description));
    return capacity === undefined ? {} : { capacity };
  });
}

/**
 * Puts a draft on the list.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function publishResource(
  context: Context,
  input: PublishResourceInput,
): Promise<ResourceRow> {
  const step = { action: "publishResource", may: "change", to: "PUBLISHED", input } as const;
  return await changes.change(context, step, async (resource, { rows, now }) => {
    const { providerId: organizationId } = resource;
    await requireStillUnit(rows, resource, { noun: "Resource", organizationId });
    resource.publishedAt = now;
  });
}

/**
 * Takes a resource off the list. Bookings that have not begun are cancelled for the same reason:
 * nobody should come to a closed door.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function withdrawResource(
  context: Context,
  input: WithdrawResourceInput,
): Promise<ResourceRow> {
  const withdrawReason = REASON.check("reason", input.reason);
  const step = { action: "withdrawResource", may: "change", to: "WITHDRAWN", input } as const;
  return await changes.change(context, step, async (resource, work) => {
    Object.assign(resource, { withdrawnAt: work.now, withdrawReason });
    return { bookingsCancelled: await cancelAhead(work, resource.id, withdrawReason) };
  });
}

async function changeCapacity(
  work: Work<BookingTables>,
  record: Resource,
  capacity: number,
): Promise<void> {
  const taken = await mostTaken(work.rows, record.id, {
    start: work.now,
    end: lastMoment(work.now),
  });
  if (taken > capacity) {
    throw conflict(
      `Resource ${record.id} is booked up to ${taken} at a time from now on; "capacity" ${capacity} is less. Cancel bookings first, or give ${taken} or more.`,
      { taken },
    );
  }
  record.capacity = capacity;
  await followCapacity(work, record);
}

/** What only venues have. */
function venueOf({ kind, venueKind = null, functionAreas }: ShareResourceInput) {
  if (kind !== "VENUE" && venueKind !== null) {
    throw badInput(
      "venueKind",
      `"venueKind" is given for a ${kind}; only a VENUE has one. Leave it out.`,
    );
  }
  if (kind !== "VENUE" && functionAreas && functionAreas.length > 0) {
    throw badInput(
      "functionAreas",
      `"functionAreas" are given for a ${kind}; only a VENUE has them. Leave them out.`,
    );
  }
  return { venueKind, functionAreas: [...new Set(functionAreas)] };
}

/** A resource that is there, as the transaction has it. */
export async function resourceIn(
  { em }: Pick<Work<unknown>, "em">,
  id: string,
): Promise<Readonly<Resource>> {
  return await em.findOneOrFail(Resource, id);
}

/** A resource that is there, locked: what is taken of it is decided one caller after the other. */
export async function lockResource(
  { em }: Pick<Work<unknown>, "em">,
  id: string,
): Promise<Readonly<Resource>> {
  return await em.findOneOrFail(Resource, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
}
