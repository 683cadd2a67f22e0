import { sql } from "kysely";
import type { ActivitiesContext } from "../../context.ts";
import { type Log, entryAt, readLog } from "../update-log/read-log.ts";
import { requireNotEnded } from "../../nouns/webhook-endpoint/webhook-endpoint.entity.ts";
import type { ReplayWebhookEndpointInput } from "../../nouns/webhook-endpoint/webhook-endpoint.input.ts";
import type { WebhookEndpointRow } from "../../nouns/webhook-endpoint/webhook-endpoint.loaders.ts";
import {
  changeEndpoint,
  requireOwn,
} from "../../nouns/webhook-endpoint/webhook-endpoint.service.ts";
import type { BehindEndpoint } from "./leases.ts";

/** Updates that become deliveries in one statement. */
const AT_ONCE = 100;

/**
 * Sets an endpoint back to a position of the log: what is behind it is delivered again.
 *
 * @throws HubError `NOT_FOUND`, `BAD_USER_INPUT`, `RESYNC_REQUIRED`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function replayWebhookEndpoint(
  context: ActivitiesContext,
  input: ReplayWebhookEndpointInput,
): Promise<WebhookEndpointRow> {
  await requireOwn(context, input.id);
  const { number } = await entryAt(context.rows, await readLog(context.rows), input.after);
  return await changeEndpoint(context, input, "replayWebhookEndpoint", (endpoint) => {
    requireNotEnded(endpoint, "one that delivers");
    // Ahead of where it is, something would be left out instead.
    if (number < endpoint.cursorNumber) endpoint.cursorNumber = number;
  });
}

/**
 * Puts what the log has behind an endpoint's cursor in line for delivery, and moves the cursor, in one
 * statement: of two workers that do so at once, one finds that the cursor has moved and does nothing.
 * Only what the organisation may see now is put in line; what it may not see leaves no trace.
 *
 * @param context whose viewer is the endpoint's organisation.
 * @returns whether there is more already.
 */
export async function putInLine(
  context: ActivitiesContext,
  endpoint: BehindEndpoint,
  log: Log,
): Promise<boolean> {
  const { rows, clock } = context;
  const { id, filter, cursorNumber } = endpoint;
  if (cursorNumber < log.cleared.number) {
    await sql`update webhook_endpoint set cursor_number = ${log.cleared.number}, missed_at = ${clock()}
      where id = ${id} and cursor_number = ${cursorNumber} and state = 'ENABLED'`.execute(rows);
    return true;
  }
  const question = { filter, size: AT_ONCE };
  const { nodes, end, hasMore } = await context.updates.behind(
    { number: cursorNumber },
    question,
    log,
  );
  if (!end) return false;
  await sql`
    with moved as (
      update webhook_endpoint set cursor_number = ${end.number}
      where id = ${id} and cursor_number = ${cursorNumber} and state = 'ENABLED' returning id
    )
    insert into webhook_delivery (id, created_at, endpoint_id, update_id, update_number, activity_id, update_type, state, due_at)
    select new.id, ${clock()}, moved.id, new.update_id, new.update_number, new.activity_id, new.update_type, 'PENDING', ${clock()}
    from moved, unnest(${nodes.map(() => context.newId())}::uuid[], ${nodes.map((node) => node.id)}::uuid[],
      ${nodes.map((node) => node.number)}::bigint[], ${nodes.map((node) => node.activityId)}::uuid[], ${nodes.map((node) => node.type)}::text[])
      as new (id, update_id, update_number, activity_id, update_type)
    -- Where the cursor was set back: what has come to its end is delivered again, under the same id.
    on conflict (endpoint_id, update_id) do update
      set state = 'PENDING', failures = 0, due_at = excluded.due_at, finished_at = null
      where webhook_delivery.state <> 'PENDING'`.execute(rows);
  return hasMore;
}
