import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { InputChecks } from "@alliance-hub/platform/errors/faults";
import { notFound } from "@alliance-hub/platform/errors/hub-error";
import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { requireRange } from "@alliance-hub/platform/scalars/time-range";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { requireAhead } from "@alliance-hub/platform/bookable/bookable-time";
import type { BookingRow, BookingTables } from "../booking/booking.loaders.ts";
import type { ResourceTables } from "../resource/resource.loaders.ts";
import { lockResource, resourceIn } from "../resource/resource.service.ts";
import { takeOffersBack } from "../waiting-entry/waiting-entry.background.ts";
import type { WaitingTables } from "../waiting-entry/waiting-entry.loaders.ts";
import { markRuled } from "../venue/venue.service.ts";
import type { VenueTables } from "../venue/venue.loaders.ts";
import { BLOCKING_STEPS, Blocking } from "./blocking.entity.ts";
import type { BlockResourceInput, LiftBlockingInput } from "./blocking.input.ts";
import type { BlockingContext, BlockingRow, BlockingTables } from "./blocking.loaders.ts";
import { noticesOfBlocking } from "./blocking.notices.ts";
import { type BlockingRule, can } from "./blocking.policy.ts";

type Context = BlockingContext &
  BaseContext<BlockingTables & BookingTables & ResourceTables & VenueTables & WaitingTables>;

const changes = recordChanges({
  noun: "Blocking",
  entity: Blocking,
  reload: ({ blockings }: Context, id): Promise<BlockingRow | null> => blockings.byId.load(id),
  judged: async ({ resourceId }, work): Promise<BlockingRule> => ({
    resource: await resourceIn(work, resourceId),
  }),
  mayRead: (viewer, of) => can(viewer, "read", of),
  can,
  only: (_blocking, action) => ({
    zh: "只有提供单位的联络员可以停用它的资源、取消停用。",
    en: `Only a liaison of the unit that offers it may ${action} a resource.`,
  }),
  steps: BLOCKING_STEPS,
  note: async ({ resourceId, providerId }, _context, work) => {
    const { regionPath } = await resourceIn(work, resourceId);
    return { organizationId: providerId, regionPath, details: { resourceId } };
  },
  notices: noticesOfBlocking,
});

/** What a blocking meets. */
export interface BlockResource {
  readonly blocking: BlockingRow;
  /** Bookings within its time, in order of time, at most 100. */
  readonly bookings: readonly BookingRow[];
}

/**
 * Blocks a resource for a time. The bookings within it stay; what was offered to a unit that waits is taken back, and it
 * waits again. The units of both are told.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`.
 */
export async function blockResource(
  context: Context,
  input: BlockResourceInput,
): Promise<BlockResource> {
  const { during } = input;
  const checks = new InputChecks();
  const seen = await checks.of(async () => {
    const found = await context.resources.byId.load(input.resourceId);
    if (!found) throw notFound("Resource", input.resourceId, "resourceId");
    changes.require(context.viewer, "block", { resource: found });
    return found;
  });
  const reason = await checks.of(() => REASON.check("reason", input.reason));
  await checks.of(() => requireRange("during", during));
  const blocking = await changes.create(
    context,
    { action: "blockResource", input },
    async (work, create) => {
      const within = checks.fork();
      await within.of(() => seen() && requireAhead(during, work.now));
      within.end();
      // Whoever books at the same time waits, and then finds it blocked.
      const resource = await lockResource(work, seen().id);
      const created = create({
        resourceId: resource.id,
        providerId: resource.providerId,
        startsAt: during.start,
        endsAt: during.end,
        reason: reason(),
        state: "ACTIVE",
      });
      markRuled(resource);
      const moving = { rows: work.rows, now: work.now, newId: context.newId };
      await takeOffersBack(moving, resource.id, { during, reason: reason() });
      return created;
    },
  );
  const { resourceId, startsAt: start, endsAt: end } = blocking;
  const touched = await context.bookings
    .ofResource({ start, end })
    .page(resourceId, { first: 100 });
  return { blocking, bookings: touched.nodes };
}

/**
 * Lifts a blocking: from now on the resource can be booked for that time again.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function liftBlocking(
  context: Context,
  input: LiftBlockingInput,
): Promise<BlockingRow> {
  const step = { action: "liftBlocking", may: "lift", to: "LIFTED", input } as const;
  return await changes.change(context, step, (blocking, { now }) => {
    blocking.liftedAt = now;
  });
}
