import { InputChecks } from "@alliance-hub/platform/errors/faults";
import { badInput } from "@alliance-hub/platform/errors/hub-error";
import { wakeOutbox } from "../../mechanisms/delivery-queue/wake.ts";
import { entryAt, lastNumberBefore, readLog } from "../../mechanisms/numbered-log/read-log.ts";
import { UPDATES } from "../../mechanisms/update-log/update-log.ts";
import type {
  WebhookEndpointContext,
  WebhookEndpointRow,
} from "../webhook-endpoint/webhook-endpoint.loaders.ts";
import {
  changes,
  requireNotEnded,
  requireOwn,
} from "../webhook-endpoint/webhook-endpoint.service.ts";
import type { ReplayWebhookEndpointInput } from "./webhook-replay.input.ts";
/**
 * Sets an endpoint back to a position of the log, or to a time: what comes after it is delivered again.
 *
 * @throws HubError `NOT_FOUND`, `BAD_USER_INPUT`, `RESYNC_REQUIRED`, `CONFLICT`, `ILLEGAL_TRANSITION`.
 */
export async function replayWebhookEndpoint(
  context: WebhookEndpointContext,
  input: ReplayWebhookEndpointInput,
): Promise<WebhookEndpointRow> {
  const checks = new InputChecks();
  await checks.of(() => requireOwn(context, input.id));
  const start = await checks.of(() => replayStart(context, input));
  checks.end();
  const number = start();
  const step = { action: "replayWebhookEndpoint", may: "change", input } as const;
  return await changes.change(context, step, async (endpoint, { rows }) => {
    requireNotEnded(endpoint, { zh: "重新推送", en: "one that delivers" });
    // If the position were ahead of the cursor, updates would be skipped.
    if (number < endpoint.cursorNumber) endpoint.cursorNumber = number;
    // Both logs are numbered from one sequence, so a time is one number in both.
    if (input.since != null && number < (endpoint.noticeCursorNumber ?? 0))
      endpoint.noticeCursorNumber = number;
    await wakeOutbox(rows);
  });
}

/** The number of the entry after which an endpoint begins again. */
async function replayStart(
  { rows }: WebhookEndpointContext,
  { after, since }: ReplayWebhookEndpointInput,
): Promise<number> {
  if (after != null && since == null)
    return (await entryAt({ rows, source: UPDATES }, await readLog(rows, UPDATES), after)).number;
  if (after == null && since != null)
    return await lastNumberBefore({ rows, source: UPDATES }, since);
  throw badInput("after", {
    zh: "从何处重新推送须填写一项：日志中的位置，或者时间；不能都填或都不填。",
    en: 'A replay begins after a position or at a time. Give either "after" or "since".',
  });
}
