import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { cloudEventText } from "@alliance-hub/platform/webhooks/cloud-event";
import { readableResource } from "@alliance-hub/sharing/resource-rule";
import DataLoader from "dataloader";
import { type SqlBool, sql } from "kysely";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type { ActivityUpdateTables } from "../../nouns/activity-update/activity-update.loaders.ts";
import { readableUpdate } from "../../nouns/activity-update/activity-update.policy.ts";
import { type Log, readLog } from "../numbered-log/read-log.ts";
import { previousTime } from "../update-log/activity-update.ts";
import { UPDATES } from "../update-log/update-log.ts";
import type { NoticeTables } from "../notice-log/notice-log.ts";
import type { Webhooks } from "@alliance-hub/platform/webhooks/webhooks";
import { noticeMessages } from "./notice-message.ts";
import type { NoticeNews, UpdateNews } from "./robot-text.ts";
import type { LeasedDelivery } from "../delivery-queue/leased-delivery.ts";

/** The content of a delivery at this moment, or why there is none. */
export type Message =
  | {
      /** The event, for a system. */
      readonly body: string;
      /** The same for a chat group; left out for a test. */
      readonly news?: UpdateNews | NoticeNews;
    }
  /** The organisation may no longer see it, or the log no longer has it. */
  | { readonly absent: "WITHHELD" | "CLEARED" };

/** Reads for attempts. */
export interface MessageLoaders {
  /**
   * The body of a delivery, with the activity as it is now, if the viewer may see it now. Those that are asked for
   * together are read together.
   */
  of(
    delivery: Pick<LeasedDelivery, "id" | "endpointId" | "updateId"> &
      Partial<Pick<LeasedDelivery, "ofNotice">>,
  ): Promise<Message>;
}

/** What messages are read from. */
type MessageBase = BaseContext<ActivityUpdateTables & NoticeTables & DirectoryTables> & {
  readonly webhooks: Webhooks;
};

/** Loaders of one call. */
export function createMessageLoaders(context: MessageBase): MessageLoaders {
  const { hubAddress } = context.webhooks.settings;
  const ofUpdate = new DataLoader<string, Message>((ids) => updateMessages(context, ids));
  const ofNotice = new DataLoader<string, Message>((ids) =>
    noticeMessages(context, ids, hubAddress),
  );
  return {
    of: (delivery) => {
      const { updateId } = delivery;
      if (updateId === null) return Promise.resolve({ body: testEvent(delivery, context.clock()) });
      return (delivery.ofNotice === true ? ofNotice : ofUpdate).load(updateId);
    },
  };
}

const SOURCE = "urn:alliance-hub:activities";

function testEvent(
  { id, endpointId }: Pick<LeasedDelivery, "id" | "endpointId">,
  time: Date,
): string {
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

async function updateMessages(
  context: MessageBase,
  updateIds: readonly string[],
): Promise<Message[]> {
  const found = await readUpdates(context, updateIds);
  if (found.length === 0) return updateIds.map(() => ({ absent: "CLEARED" }));
  const log = await readLog(context.rows, UPDATES);
  const messages = new Map(
    found.map((row): [string, Message] => [
      row.updateId,
      row.isReadable === true ? messageOf(row, log) : { absent: "WITHHELD" },
    ]),
  );
  return updateIds.map((id) => messages.get(id) ?? { absent: "CLEARED" });
}

/** A venue that the viewer may not see, as the subgraph of resources knows it, is not joined: it has no name here. */
function readUpdates({ rows, viewer, viewerIn }: MessageBase, updateIds: readonly string[]) {
  return rows
    .selectFrom("activityUpdate")
    .innerJoin("activity", "activity.id", "activityUpdate.activityId")
    .leftJoin("directory.organization as host", "host.id", "activity.hostId")
    .leftJoin("directory.committee as committee", "committee.id", "activity.committeeId")
    .leftJoin("directory.titledResource as venue", (join) =>
      join
        .onRef("venue.id", "=", "activity.venueId")
        .on(readableResource(viewerIn("resources"), "venue")),
    )
    .select([
      "activityUpdate.id as updateId",
      "activityUpdate.number",
      "activityUpdate.type",
      "activityUpdate.occurredAt",
      "activityUpdate.organizationId",
      "activityUpdate.previousStartsAt",
      "activityUpdate.previousEndsAt",
      "activityUpdate.reason",
      "activityUpdate.correctedFields",
      "activity.id",
      "activity.title",
      "activity.kind",
      "activity.state",
      "activity.startsAt",
      "activity.endsAt",
      "activity.hostId",
      "host.name as hostName",
      "activity.committeeId",
      "committee.name as committeeName",
      "venue.id as venueId",
      "venue.title as venueTitle",
      "activity.place",
      "activity.theme",
      "activity.audience",
      "activity.attendance",
      "activity.cancelReason",
      "activity.version",
    ])
    .select(sql<SqlBool>`${readableUpdate(viewer)}`.as("isReadable"))
    .where(anyOf("activityUpdate.id", updateIds, "uuid"))
    .execute();
}

type FoundUpdate = Awaited<ReturnType<typeof readUpdates>>[number];

/** Additions only: partners read what is here by name (docs/partners.md). */
function messageOf(
  {
    updateId,
    number,
    type,
    occurredAt,
    organizationId,
    reason,
    correctedFields,
    ...rest
  }: FoundUpdate,
  { positions }: Log,
): Message {
  const { previousStartsAt, previousEndsAt, hostName, committeeName, venueTitle, ...seen } = rest;
  const { isReadable: _isReadable, ...activity } = seen;
  const data = {
    updateId,
    position: positions.of({ number, id: updateId }),
    type,
    occurredAt,
    organizationId,
    previously: previousTime({ previousStartsAt, previousEndsAt }),
    reason,
    correctedFields,
    activity: {
      ...activity,
      host: { id: activity.hostId, name: hostName },
      committee: { id: activity.committeeId, name: committeeName },
      venue: activity.venueId === null ? null : { id: activity.venueId, title: venueTitle },
    },
  };
  const body = cloudEventText({
    id: updateId,
    source: SOURCE,
    type: `alliance.activity.${type.toLowerCase()}`,
    time: occurredAt,
    subject: activity.id,
    data,
  });
  return { body, news: data };
}
