import { createHash } from "node:crypto";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import { type Kysely, sql } from "kysely";
import type { FeedActivity, FeedContent } from "./feed-query.ts";

/** How often an entry of a calendar has changed, and when it last did. */
export interface Revision {
  /** SEQUENCE (RFC 5545, section 3.8.7.4). */
  readonly sequence: number;
  /** LAST-MODIFIED (section 3.8.7.3), as RFC 3339 has it. */
  readonly modifiedAt: string;
}

/** What is in a feed, each activity with its revision. */
export type RevisedContent = Omit<FeedContent, "activities"> & {
  readonly activities: readonly (FeedActivity & Revision)[];
};

/** How long revisions are kept after an activity's end, in days: longer than the activity stays in any feed. */
const KEEP_DAYS = 400;
/** Maximum number of old revisions that are deleted when new ones are written. */
const MOST_DELETED = 5000;

interface StoredRevision {
  readonly activityId: string;
  readonly digest: string;
  readonly sequence: number;
  readonly modifiedAt: Date;
}

/**
 * Counts the revisions of a feed's entries. An entry gets a new revision whenever it differs from the last
 * reading, whatever the reason: the activity itself, another name of its venue, host or committee, or a venue
 * that the owner may no longer see. Its first number is the activity's version.
 */
export async function revise(
  rows: Kysely<DirectoryTables>,
  feedId: string,
  content: FeedContent,
): Promise<RevisedContent> {
  const entries = content.activities.map((activity) => ({ activity, digest: digestOf(activity) }));
  let stored = await readRevisions(rows, feedId);
  const changed = entries.filter(
    ({ activity, digest }) => stored.get(activity.id)?.digest !== digest,
  );
  if (changed.length > 0) {
    await writeRevisions(rows, feedId, changed);
    stored = await readRevisions(rows, feedId);
  }
  const activities = content.activities.map((activity) => {
    const { sequence, modifiedAt } = stored.get(activity.id) ?? firstRevision(activity);
    return { ...activity, sequence, modifiedAt: new Date(modifiedAt).toISOString() };
  });
  return { ...content, activities };
}

/** Versions begin with 1 and grow with every change; the first calendar object is number 0. */
function firstRevision({ version, updatedAt }: FeedActivity): Revision {
  return { sequence: version - 1, modifiedAt: updatedAt };
}

/** Digest of an entry's content; the activity's version is not part of it. */
function digestOf({ version: _version, updatedAt: _updatedAt, ...said }: FeedActivity): string {
  return createHash("sha256").update(JSON.stringify(said)).digest("base64url");
}

async function readRevisions(
  rows: Kysely<DirectoryTables>,
  feedId: string,
): Promise<Map<string, StoredRevision>> {
  const found = await sql<StoredRevision>`
    select activity_id, digest, sequence, modified_at from gateway.calendar_revision
    where feed_id = ${feedId}`.execute(rows);
  return new Map(found.rows.map((row) => [row.activityId, row]));
}

/** If two hubs find the same change at once, only one counts it. */
async function writeRevisions(
  rows: Kysely<DirectoryTables>,
  feedId: string,
  changed: readonly { readonly activity: FeedActivity; readonly digest: string }[],
): Promise<void> {
  const first = changed.map(({ activity }) => firstRevision(activity));
  await sql`
    -- Of every feed: one that was revoked is never read again. What another hub is deleting is left to it.
    with old as (
      delete from gateway.calendar_revision where (feed_id, activity_id) in (
        select feed_id, activity_id from gateway.calendar_revision
        where ends_at < now() - make_interval(days => ${sql.lit(KEEP_DAYS)})
        limit ${sql.lit(MOST_DELETED)} for update skip locked)
    )
    insert into gateway.calendar_revision as known (feed_id, activity_id, digest, sequence, modified_at, ends_at)
    select ${feedId}, new.* from unnest(
      ${changed.map(({ activity }) => activity.id)}::uuid[], ${changed.map(({ digest }) => digest)}::text[],
      ${first.map(({ sequence }) => sequence)}::integer[], ${first.map(({ modifiedAt }) => modifiedAt)}::timestamptz[],
      ${changed.map(({ activity }) => activity.endsAt)}::timestamptz[]) as new
    -- Rows in one order: two that write at once do not wait for each other in a circle.
    order by 2
    on conflict (feed_id, activity_id) do update set digest = excluded.digest, ends_at = excluded.ends_at,
      sequence = greatest(known.sequence + 1, excluded.sequence),
      modified_at = case when excluded.modified_at > known.modified_at then excluded.modified_at
        else greatest(known.modified_at, clock_timestamp()) end
      where known.digest <> excluded.digest`.execute(rows);
}
