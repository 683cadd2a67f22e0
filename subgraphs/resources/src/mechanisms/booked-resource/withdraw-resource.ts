import { cancelAhead } from "../../nouns/booking/booking.background.ts";
import type { WithdrawResourceInput } from "../../nouns/resource/resource.input.ts";
import type { ResourceRow } from "../../nouns/resource/resource.loaders.ts";
import { type BookedContext, changes } from "./changes.ts";

/**
 * Takes a resource off the list. Bookings that have not begun are cancelled with the same reason, so that
 * nobody comes for nothing.
 *
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ILLEGAL_TRANSITION`, `CONFLICT`.
 */
export async function withdrawResource(
  context: BookedContext,
  input: WithdrawResourceInput,
): Promise<ResourceRow> {
  const step = { action: "withdrawResource", may: "change", input } as const;
  return await changes.withdraw(context, step, async ({ id, withdrawReason }, work) => ({
    bookingsCancelled: await cancelAhead(context, work, {
      resourceId: id,
      reason: String(withdrawReason),
    }),
  }));
}
