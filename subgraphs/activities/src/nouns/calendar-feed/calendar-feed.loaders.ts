import type { Owner } from "@alliance-hub/sharing/viewer";
import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import { anyOf } from "@alliance-hub/platform/keys/any-of";
import { byId } from "@alliance-hub/platform/keys/loader";
import { standsOnGoodKey } from "@alliance-hub/platform/directory/partner-key";
import type { Row } from "@alliance-hub/platform/database/row";
import type { BaseContext, WithDirectory } from "@alliance-hub/platform/subgraph/context";
import { type RawBuilder, sql } from "kysely";
import type { ActivityContext, ActivityRow } from "../activity/activity.loaders.ts";
import { hostsOrTakesPart } from "../../mechanisms/participant-list/hosts-or-takes-part.ts";
import { readable } from "../activity/activity.policy.ts";
import { hashSecret, isSecret } from "../../mechanisms/feed-secret/feed-secret.ts";
import { CALENDAR_FEED_COLUMNS, type CalendarFeed } from "./calendar-feed.entity.ts";
import { can } from "./calendar-feed.policy.ts";

/** How far back a feed reaches, in days. */
export const FEED_DAYS_BACK = 366;
/** Maximum number of activities of one feed; those that start last are in it. */
export const MAX_FEED_SIZE = 2000;
const DAY_MS = 86_400_000;

/** A feed, as loaders return it. */
export type CalendarFeedRow = Omit<Row<CalendarFeed>, "secretHash">;

/** The tables that feeds are read from. */
export interface CalendarFeedTables extends TablesWith<"calendarFeed", CalendarFeed> {}

/** What the loaders of feeds need. */
type FeedBase = BaseContext<CalendarFeedTables> & Pick<ActivityContext, "activities">;

/** What calendar feeds need of a call. */
export interface CalendarFeedContext
  extends ContextWith<"calendarFeeds", typeof createCalendarFeedLoaders>, WithDirectory {}

/** Loaders of one call. */
export function createCalendarFeedLoaders(context: FeedBase) {
  const { rows, viewer } = context;
  const feeds = rows.selectFrom("calendarFeed").select(CALENDAR_FEED_COLUMNS);
  return {
    /** Feeds that the viewer manages, including revoked ones. */
    byId: byId<CalendarFeedRow>(async (ids) => {
      const found = await feeds.where(anyOf("id", ids, "uuid")).execute();
      return found.filter((feed) => can(viewer, "read", feed));
    }),
    /** The valid feed of a secret, for whoever has the secret. */
    bySecret: async (secret: string): Promise<CalendarFeedRow | null> => {
      if (!isSecret(secret)) return null;
      const found = await feeds
        .where("secretHash", "=", hashSecret(secret))
        .where("revokedAt", "is", null)
        .where(standsOnGoodKey("calendarFeed", "activities:read"))
        .executeTakeFirst();
      return found ?? null;
    },
    /** Valid feeds, oldest first. The caller has checked that the viewer may see the owner's feeds. */
    ofOwner: ({ organizationId, committeeId }: Owner): Promise<CalendarFeedRow[]> =>
      feeds
        .where("revokedAt", "is", null)
        .where(
          organizationId === null ? "committeeId" : "organizationId",
          "=",
          organizationId ?? committeeId,
        )
        .orderBy("id")
        .execute(),
    /** The activities of a feed that the viewer may see, latest start first. */
    activities: async (owner: Owner): Promise<ActivityRow[]> => {
      const ids = await idsIn(context, owner);
      const found = await Promise.all(ids.map((id) => context.activities.byId.load(id)));
      return found.filter((row) => row !== null);
    },
  };
}

/**
 * The ids of a feed's activities: one index scan for what the owner takes part in, and one for each calendar.
 */
async function idsIn({ rows, viewer, clock }: FeedBase, owner: Owner): Promise<string[]> {
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
      where participant.organization_id = ${organizationId} and participant.starts_at >= ${since} and ${hostsOrTakesPart} and ${isRead}
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
