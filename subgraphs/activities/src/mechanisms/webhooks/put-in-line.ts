import { awayIn } from "@alliance-hub/platform/errors/database-away";
import {
  moveCursor,
  noteMissed,
} from "../../nouns/webhook-endpoint/webhook-endpoint.background.ts";
import { putUpdates } from "../delivery-queue/line.ts";
import { type Log, readLog } from "../numbered-log/read-log.ts";
import { UPDATES } from "../update-log/update-log.ts";
import { type BehindEndpoint, readBehind } from "./behind.ts";
import { type OutboxContext, type OutboxWork, contextOf } from "./endpoint-context.ts";

/** How many updates become deliveries at once. */
const AT_ONCE = 100;

/**
 * Turns entries of the log into deliveries, for all endpoints that are behind.
 *
 * @returns whether there are more already.
 */
export async function putAllInLine(work: OutboxWork): Promise<boolean> {
  const { rows } = work.database;
  const behind = await readBehind(rows);
  if (behind.length === 0) return false;
  const updates = await readLog(rows, UPDATES);
  const contexts = new Map<string, OutboxContext>();
  let isMore = false;
  for (const endpoint of behind) {
    if (endpoint.cursorNumber >= updates.committed.number || work.signal.aborted) continue;
    const { organizationId } = endpoint;
    try {
      const context =
        contexts.get(organizationId) ??
        (await contextOf(work, organizationId, { scopes: [`${work.schema}:read`] }));
      contexts.set(organizationId, context);
      if (await putInLine(context, endpoint, updates)) isMore = true;
    } catch (err) {
      // An endpoint that fails does not delay the others.
      if (awayIn(err)) throw err;
      work.log.warn(
        { err, endpointId: endpoint.id },
        "deliveries to a webhook endpoint could not be queued",
      );
    }
  }
  return isMore;
}

/**
 * Queues the entries of the log after an endpoint's cursor for delivery, and moves the cursor, in one
 * transaction. If two workers do this at once, one finds that the cursor has moved and does nothing. Only
 * entries that the organisation may see now are queued; the others leave no trace.
 *
 * @param context its viewer is the endpoint's organisation.
 * @returns whether there is more already.
 */
export async function putInLine(
  context: OutboxContext,
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
