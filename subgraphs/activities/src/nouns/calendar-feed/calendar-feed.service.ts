import { change } from "@alliance-hub/platform/change/change";
import {
  badInput,
  conflict,
  forbidden,
  illegalTransition,
  notFound,
} from "@alliance-hub/platform/errors/hub-error";
import { requireCommittee } from "@alliance-hub/platform/directory/committee-units";
import type { RegionPath } from "@alliance-hub/sharing/place";
import { requireOrganization } from "@alliance-hub/platform/directory/placement";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { checkedOrNull } from "@alliance-hub/platform/limits/checked";
import { isId } from "@alliance-hub/platform/keys/loader";
import { partnerOf } from "@alliance-hub/platform/directory/partner-key";
import { LockMode } from "@mikro-orm/core";
import { sql } from "kysely";
import { hashSecret, newSecret, pathOf } from "../../mechanisms/feed-secret/feed-secret.ts";
import { CalendarFeed, type FeedOwner } from "./calendar-feed.entity.ts";
import {
  type CreateCalendarFeedInput,
  LABEL,
  type RevokeCalendarFeedInput,
} from "./calendar-feed.input.ts";
import type {
  CalendarFeedContext,
  CalendarFeedRow,
  CalendarFeedTables,
} from "./calendar-feed.loaders.ts";
import { type FeedAction, can } from "./calendar-feed.policy.ts";

/**
 * Maximum number of valid feeds of one unit or committee. It is enough to give each person and device a
 * separate feed.
 */
const MAX_FEEDS = 20;

/** How an input names the owner of a feed. */
interface OwnerInput {
  readonly organizationId?: string | null;
  readonly committeeId?: string | null;
}

/**
 * Makes a secret address of a calendar. Only the answer of the first call has the secret. It is stored nowhere,
 * not even in the answers for repeated keys.
 *
 * @returns the feed, and its address unless the call repeats an earlier one.
 * @throws HubError `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT` if there are too many.
 */
export async function createCalendarFeed(
  context: CalendarFeedContext,
  input: CreateCalendarFeedInput,
): Promise<{ calendarFeed: CalendarFeedRow; path: string | null }> {
  const { regionPath, ...owner } = await requireOwner(context, "create", input);
  const { label } = checkedOrNull(input, { label: LABEL });
  let path: string | null = null;
  const calendarFeed = await change<CalendarFeedTables, CalendarFeedRow>(
    context,
    { action: "createCalendarFeed", input, reload: (id) => context.calendarFeeds.byId.load(id) },
    async (work) => {
      await requireRoom(work, owner);
      const { em, now } = work;
      const secret = newSecret();
      const partnerSubject = partnerOf(context.viewer);
      const row = { ...owner, id: context.newId(), label, revokedAt: null, partnerSubject };
      const dates = { createdAt: now, updatedAt: now };
      em.create(CalendarFeed, { ...row, ...dates, secretHash: hashSecret(secret) });
      path = pathOf(secret);
      const { id: recordId } = row;
      const { organizationId } = owner;
      return {
        // Do not return the entity: answers are stored for repeated keys, and they must not contain the hash.
        record: { ...row, ...dates, version: 1 },
        audit: { noun: "CalendarFeed", recordId, organizationId, regionPath },
      };
    },
  );
  return { calendarFeed, path };
}

/**
 * Revokes a secret address, at once.
 *
 * @throws HubError `NOT_FOUND` if the viewer may not see it, `ILLEGAL_TRANSITION` if it was revoked.
 */
export async function revokeCalendarFeed(
  context: CalendarFeedContext,
  input: RevokeCalendarFeedInput,
): Promise<CalendarFeedRow> {
  return await change<CalendarFeedTables, CalendarFeedRow>(
    context,
    { action: "revokeCalendarFeed", input, reload: (id) => context.calendarFeeds.byId.load(id) },
    async ({ em, now }) => {
      const feed = isId(input.id)
        ? await em.findOne(CalendarFeed, input.id, { lockMode: LockMode.PESSIMISTIC_WRITE })
        : null;
      if (!feed || !can(context.viewer, "revoke", feed)) throw notFound("CalendarFeed", input.id);
      const { id, organizationId, committeeId, label, createdAt, partnerSubject, version } = feed;
      if (feed.revokedAt !== null) {
        const state = { state: "REVOKED", wanted: "REVOKED", allowed: [] };
        throw illegalTransition({ noun: "CalendarFeed", id, ...state });
      }
      feed.revokedAt = now;
      feed.updatedAt = now;
      const { regionPath } = await placeOf(context, feed);
      const row = { id, organizationId, committeeId, label, createdAt, partnerSubject };
      return {
        record: { ...row, updatedAt: now, revokedAt: now, version: version + 1 },
        audit: { noun: "CalendarFeed", recordId: id, organizationId, regionPath },
      };
    },
  );
}

/**
 * The valid feeds of a unit or a committee, oldest first.
 *
 * @throws HubError `BAD_USER_INPUT` unless one of the two is named, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function listCalendarFeeds(
  context: CalendarFeedContext,
  named: OwnerInput,
): Promise<CalendarFeedRow[]> {
  return await context.calendarFeeds.ofOwner(await requireOwner(context, "read", named));
}

/**
 * The unit or committee of an input, if the viewer may do this with its feeds.
 *
 * @throws HubError `BAD_USER_INPUT` unless one of the two is named, `NOT_FOUND`, `FORBIDDEN`.
 */
async function requireOwner(
  context: CalendarFeedContext,
  action: FeedAction,
  input: OwnerInput,
): Promise<FeedOwner & { readonly regionPath: RegionPath }> {
  const organizationId = input.organizationId ?? null;
  const committeeId = input.committeeId ?? null;
  if ((organizationId === null) === (committeeId === null)) {
    throw badInput(
      "organizationId",
      `${organizationId === null ? "Neither" : "Both"} "organizationId" and "committeeId" ${organizationId === null ? "is" : "are"} given; a calendar feed belongs to exactly one of them. Name the unit or the committee.`,
    );
  }
  const owner = { organizationId, committeeId };
  const { regionPath } = await placeOf(context, owner);
  if (!can(context.viewer, action, owner)) {
    const who =
      organizationId === null ? `whoever runs ${committeeId}` : `a liaison of ${organizationId}`;
    throw forbidden(context.viewer, `Only ${who} may ${action} its calendar feeds.`);
  }
  return { ...owner, regionPath };
}

async function placeOf(
  { directory }: CalendarFeedContext,
  { organizationId, committeeId }: FeedOwner,
): Promise<{ readonly regionPath: RegionPath }> {
  return organizationId === null
    ? await requireCommittee(directory, committeeId ?? "")
    : await requireOrganization(directory, organizationId);
}

/** @throws HubError `CONFLICT` if the owner already has the maximum number of valid feeds. */
async function requireRoom({ rows }: Work<CalendarFeedTables>, owner: FeedOwner): Promise<void> {
  const { organizationId, committeeId } = owner;
  const id = organizationId ?? committeeId;
  // A lock with two keys cannot be confused with the locks by which writers of the update log announce
  // themselves.
  await sql`select pg_advisory_xact_lock(hashtext('calendar_feed'), hashtext(${id}))`.execute(rows);
  const living = await rows
    .selectFrom("calendarFeed")
    .select((is) => is.fn.countAll<number>().as("count"))
    .where("revokedAt", "is", null)
    .where(organizationId === null ? "committeeId" : "organizationId", "=", id)
    .executeTakeFirstOrThrow();
  if (living.count >= MAX_FEEDS) {
    throw conflict(
      `${id} has ${living.count} valid calendar feeds, which is the limit. Revoke one with revokeCalendarFeed.`,
    );
  }
}
