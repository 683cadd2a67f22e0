import { cloudEventText } from "@alliance-hub/platform/webhooks/cloud-event";
import { type SqlBool, sql } from "kysely";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type { ActivityContext } from "../../nouns/activity/activity.loaders.ts";
import type { ActivityUpdateTables } from "../../nouns/activity-update/activity-update.loaders.ts";
import { readableUpdate } from "../../nouns/activity-update/activity-update.policy.ts";
import { readLog } from "../update-log/read-log.ts";
import type { LeasedDelivery } from "../delivery-queue/leased-delivery.ts";

/** The content of a delivery at this moment, or why there is none. */
export type Message =
  | { readonly body: string }
  /** The organisation may no longer see it, or the log no longer has it. */
  | { readonly absent: "WITHHELD" | "CLEARED" };

/** Reads for attempts. */
export interface MessageLoaders {
  /** The body of a delivery, with the activity as it is now, if the viewer may see it now. */
  of(delivery: LeasedDelivery): Promise<Message>;
}

/** What messages are read from. */
interface MessageBase extends BaseContext<ActivityUpdateTables>, Pick<ActivityContext, "venues"> {}

/** Loaders of one call. */
export function createMessageLoaders(context: MessageBase): MessageLoaders {
  return {
    of: (delivery) =>
      delivery.updateId === null
        ? Promise.resolve({ body: testEvent(delivery, context.clock()) })
        : updateMessage(context, delivery.updateId),
  };
}

const SOURCE = "urn:alliance-hub:activities";

function testEvent({ id, endpointId }: LeasedDelivery, time: Date): string {
  const type = "alliance.webhook.test";
  return cloudEventText({
    id,
    source: SOURCE,
    type,
    time,
    subject: endpointId,
    data: { endpointId },
  });
}

async function updateMessage(context: MessageBase, updateId: string): Promise<Message> {
  const { rows, viewer } = context;
  const found = await rows
    .selectFrom("activityUpdate")
    .innerJoin("activity", "activity.id", "activityUpdate.activityId")
    .select([
      "activityUpdate.number",
      "activityUpdate.type",
      "activityUpdate.occurredAt",
      "activityUpdate.organizationId",
      "activity.id",
      "activity.title",
      "activity.kind",
      "activity.state",
      "activity.startsAt",
      "activity.endsAt",
      "activity.hostId",
      "activity.committeeId",
      "activity.venueId",
      "activity.theme",
      "activity.audience",
      "activity.attendance",
      "activity.cancelReason",
      "activity.version",
    ])
    .select(sql<SqlBool>`${readableUpdate(viewer)}`.as("isReadable"))
    .where("activityUpdate.id", "=", updateId)
    .executeTakeFirst();
  if (!found) return { absent: "CLEARED" };
  const { number, type, occurredAt, organizationId, isReadable, ...seen } = found;
  if (isReadable !== true) return { absent: "WITHHELD" };
  const venue = seen.venueId === null ? null : await context.venues.byId.load(seen.venueId);
  const activity = { ...seen, venueId: venue?.id ?? null };
  const position = (await readLog(rows)).positions.of({ number, id: updateId });
  const data = { updateId, position, type, occurredAt, organizationId, activity };
  return {
    body: cloudEventText({
      id: updateId,
      source: SOURCE,
      type: `alliance.activity.${type.toLowerCase()}`,
      time: occurredAt,
      subject: activity.id,
      data,
    }),
  };
}
