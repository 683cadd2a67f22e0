import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { byId } from "@alliance-hub/platform/keys/loader";
import { standsOnGoodKey } from "@alliance-hub/platform/directory/partner-key";
import type DataLoader from "dataloader";
import { type RawBuilder, sql } from "kysely";
import type { ActivityRow } from "../activity/activity.loaders.ts";
import { readable } from "../activity/activity.policy.ts";
import type { ActivitiesContext } from "../../context.ts";
import type { ActivitiesTables } from "../../database.ts";
import { type FeedOwner, hashSecret, isSecret } from "./calendar-feed.entity.ts";
import { can } from "./calendar-feed.policy.ts";

/** How far back a feed reaches, in days. */
export const FEED_DAYS_BACK = 366;
/** Most activities of one feed; what starts last is in it. */
export const MAX_FEED_SIZE = 2000;
const DAY_MS = 86_400_000;

/** A feed as loaders give it; the hash of its secret is never read. */
export type CalendarFeedRow = Omit<ActivitiesTables["calendarFeed"], "secretHash">;

const COLUMNS = [
  "id",
  "version",
  "createdAt",
  "updatedAt",
  "organizationId",
  "committeeId",
  "label",
  "revokedAt",
  "partnerSubject",
] as const;

/** Reads of calendar feeds. */
export interface CalendarFeedLoaders {
  /** Feeds that the viewer keeps, revoked ones too. */
  readonly byId: DataLoader<string, CalendarFeedRow | null>;
  /** The living feed that a secret opens, for whoever has it. */
  bySecret(secret: string): Promise<CalendarFeedRow | null>;
  /** Living feeds, oldest first. The owner has been checked: who asks may know of them. */
  ofOwner(owner: FeedOwner): Promise<CalendarFeedRow[]>;
  /** What is in a feed, as far as the viewer may see it, latest start first. */
  activities(owner: FeedOwner): Promise<ActivityRow[]>;
}

/** What the loaders of feeds stand on. */
type FeedBase = Pick<ActivitiesContext, "rows" | "viewer" | "clock" | "activities">;

/** Loaders of one call. */
export function createCalendarFeedLoaders(context: FeedBase): CalendarFeedLoaders {
  const { rows, viewer } = context;
  const feeds = () => rows.selectFrom("calendarFeed").select(COLUMNS);
  return {
    byId: byId(async (ids) => {
      const found = await feeds()
        .where(anyOf("id", ids, "uuid"))
        .execute();
      return found.filter((feed) => can(viewer, "read", feed));
    }),
    bySecret: async (secret) => {
      if (!isSecret(secret)) return null;
      const found = await feeds()
        .where("secretHash", "=", hashSecret(secret))
        .where("revokedAt", "is", null)
        .where(standsOnGoodKey("calendarFeed", "activities:read"))
        .executeTakeFirst();
      return found ?? null;
    },
    ofOwner: async ({ organizationId, committeeId }) =>
      await feeds()
        .where("revokedAt", "is", null)
        .where(
          organizationId === null ? "committeeId" : "organizationId",
          "=",
          organizationId ?? committeeId,
        )
        .orderBy("id")
        .execute(),
    activities: async (owner) => {
      const ids = await idsIn(context, owner);
      const found = await Promise.all(ids.map((id) => context.activities.byId.load(id)));
      return found.filter((row) => row !== null);
    },
  };
}

/** The ids of a feed's activities: a walk down one index for what the owner takes part in, and one for each calendar. */
async function idsIn({ rows, viewer, clock }: FeedBase, owner: FeedOwner): Promise<string[]> {
  const since = new Date(clock().getTime() - FEED_DAYS_BACK * DAY_MS);
  const isRead = readable(viewer);
  const calendars = (committees: RawBuilder<unknown>) => sql`
    select item.id, item.starts_at from (${committees}) as calendar(id) cross join lateral (
      select activity.id, activity.starts_at from activity
      where activity.committee_id = calendar.id and activity.starts_at >= ${since} and ${isRead}
      order by activity.starts_at desc, activity.id desc limit ${sql.lit(MAX_FEED_SIZE)}
    ) as item`;
  const { organizationId, committeeId } = owner;
  const wanted =
    organizationId === null
      ? calendars(sql`select ${committeeId}::uuid`)
      : sql`
    (select activity.id, activity.starts_at
      from participant join activity on activity.id = participant.activity_id
      where participant.organization_id = ${organizationId} and participant.starts_at >= ${since} and ${isRead}
      order by participant.starts_at desc, participant.activity_id desc limit ${sql.lit(MAX_FEED_SIZE)})
    union
    (${calendars(sql`
      select committee_id from directory.membership where organization_id = ${organizationId}
      union select id from directory.committee where organization_id = ${organizationId}`)})`;
  const { rows: found } = await sql<{ id: string }>`
    select id from (${wanted}) as found
    order by starts_at desc, id desc limit ${sql.lit(MAX_FEED_SIZE)}`.execute(rows);
  return found.map(({ id }) => id);
}
