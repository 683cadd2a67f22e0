import { REASON } from "@alliance-hub/platform/limits/text-limit";
import { cancelAhead } from "../../nouns/booking/booking.service.ts";
import type { WithdrawResourceInput } from "../../nouns/resource/resource.input.ts";
import type { ResourceRow } from "../../nouns/resource/resource.loaders.ts";
import { noteWithdrawal } from "../../nouns/resource/resource.service.ts";
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
  const reason = REASON.check("reason", input.reason);
  const step = { action: "withdrawResource", may: "change", to: "WITHDRAWN", input } as const;
  return await changes.change(context, step, async (resource, work) => {
    noteWithdrawal(resource, work.now, reason);
    return { bookingsCancelled: await cancelAhead(work, resource.id, reason) };
  });
}
