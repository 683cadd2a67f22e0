import type { ActivityUpdateContext } from "../../nouns/activity-update/activity-update.loaders.ts";
import { moveCursor, noteMissed } from "../../nouns/webhook-endpoint/webhook-endpoint.service.ts";
import type { WebhookEndpointTables } from "../../nouns/webhook-endpoint/webhook-endpoint.loaders.ts";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { putUpdates } from "../delivery-queue/line.ts";
import type { Log } from "../update-log/read-log.ts";
import type { BehindEndpoint } from "./behind.ts";

/** How many updates become deliveries at once. */
const AT_ONCE = 100;

/**
 * Queues the entries of the log after an endpoint's cursor for delivery, and moves the cursor, in one
 * transaction. If two workers do this at once, one finds that the cursor has moved and does nothing. Only
 * entries that the organisation may see now are queued; the others leave no trace.
 *
 * @param context its viewer is the endpoint's organisation.
 * @returns whether there is more already.
 */
export async function putInLine(
  context: BaseContext<WebhookEndpointTables> & Pick<ActivityUpdateContext, "updates">,
  endpoint: BehindEndpoint,
  log: Log,
): Promise<boolean> {
  const { rows, clock } = context;
  const { id: endpointId, filter, cursorNumber } = endpoint;
  const now = clock();
  const move = { id: endpointId, from: cursorNumber };
  if (cursorNumber < log.cleared.number) {
    await rows.transaction().execute(async (transaction) => {
      if (await moveCursor(transaction, { ...move, to: log.cleared.number }))
        await noteMissed(transaction, endpointId, now);
    });
    return true;
  }
  const from = { number: cursorNumber };
  const { nodes, end, hasMore } = await context.updates.behind(
    from,
    { filter, size: AT_ONCE },
    log,
  );
  if (!end) return false;
  const updates = nodes.map((node) => ({ ...node, deliveryId: context.newId() }));
  await rows.transaction().execute(async (transaction) => {
    if ((await moveCursor(transaction, { ...move, to: end.number })) && updates.length > 0)
      await putUpdates(transaction, { endpointId, now }, updates);
  });
  return hasMore;
}
