import { InputChecks } from "@alliance-hub/platform/errors/faults";
import { conflict } from "@alliance-hub/platform/errors/hub-error";
import { leaveNotices } from "@alliance-hub/platform/notices/leave-notices";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import type { BookingTables } from "../../nouns/booking/booking.loaders.ts";
import { followCapacity, followCommittee } from "../../nouns/booking/booking.background.ts";
import { lastMoment } from "@alliance-hub/platform/bookable/bookable-time";
import type { UpdateResourceInput } from "../../nouns/resource/resource.input.ts";
import type { ResourceRow } from "../../nouns/resource/resource.loaders.ts";
import {
  noticesOfResourceCorrection,
  noticesOfSharing,
} from "../../nouns/resource/resource.notices.ts";
import { applyUpdate, checkedUpdate } from "../../nouns/resource/resource.service.ts";
import { mostTaken } from "../free-time/takings.ts";
import { type BookedContext, changes } from "./changes.ts";
import { requireKindFits } from "./kind-in-use.ts";

/**
 * Changes a resource. Its capacity must not be lower than what is booked from now on, and its kind must be one that can
 * be booked like that; its bookings follow it to another committee.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`.
 */
export async function updateResource(
  context: BookedContext,
  input: UpdateResourceInput,
): Promise<ResourceRow> {
  const given = () => checkedUpdate(input);
  const step = { action: "updateResource", may: "change", given, input } as const;
  return await changes.change(context, step, async (resource, work, update) => {
    const { committeeId: previousId } = resource;
    const checks = new InputChecks();
    await checks.of(() => requireKindFits(work, resource, input.kind ?? resource.kind));
    await checks.of(() => requireCapacity(work, resource.id, update().capacity));
    const applied = await checks.of(() => applyUpdate(context, resource, input, update));
    checks.end();
    const { capacity } = applied();
    const isListed = resource.committeeId === previousId;
    if (!isListed) await followCommittee(work, resource, previousId);
    if (resource.state === "PUBLISHED") {
      const told = isListed
        ? noticesOfResourceCorrection(resource, work)
        : noticesOfSharing(resource);
      await leaveNotices(context, work, told);
    }
    if (capacity === undefined) return {};
    await followCapacity(work, resource);
    return { capacity };
  });
}

async function requireCapacity(
  { rows, now }: Work<BookingTables>,
  id: string,
  capacity: number | undefined,
): Promise<void> {
  if (capacity === undefined) return;
  const taken = await mostTaken(rows, id, { start: now, end: lastMoment(now) });
  if (taken <= capacity) return;
  throw conflict(
    {
      zh: `同一时间最多已有 ${taken} 份被预约，同时可预约的数量不能改为 ${capacity}。请先取消部分预约，或填 ${taken} 以上。`,
      en: `The resource has bookings for up to ${taken} at a time; "capacity" ${capacity} is less. Cancel bookings first, or give ${taken} or more.`,
    },
    { taken, field: "capacity" },
  );
}
