import { InputChecks } from "@alliance-hub/platform/errors/faults";
import type { Owner } from "@alliance-hub/sharing/viewer";
import { recordChanges } from "@alliance-hub/platform/change/record-changes";
import { badInput, conflict } from "@alliance-hub/platform/errors/hub-error";
import { requireCommittee } from "@alliance-hub/platform/directory/committee-units";
import type { RegionPath } from "@alliance-hub/sharing/place";
import { requireKnownOrganization } from "@alliance-hub/platform/directory/placement";
import type { Work } from "@alliance-hub/platform/subgraph/context";
import { checkedOrNull } from "@alliance-hub/platform/limits/checked";
import { partnerOf } from "@alliance-hub/platform/directory/partner-key";
import { sql } from "kysely";
import { hashSecret, newSecret, pathOf } from "../../mechanisms/feed-secret/feed-secret.ts";
import { CalendarFeed } from "./calendar-feed.entity.ts";
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

const changes = recordChanges({
  noun: "CalendarFeed",
  entity: CalendarFeed,
  reload: ({ calendarFeeds }: CalendarFeedContext, id): Promise<CalendarFeedRow | null> =>
    calendarFeeds.byId.load(id),
  mayRead: (viewer, feed: Owner) => can(viewer, "read", feed),
  can,
  only: ({ organizationId }, action) => ({
    zh: `只有${organizationId === null ? "主持该委员会的人" : "该单位的联络员"}可以查看和管理它的日历订阅。`,
    en: `Only ${organizationId === null ? "whoever runs the committee" : "a liaison of the unit"} may ${action} its calendar feeds.`,
  }),
  steps: { LIVING: ["REVOKED"], REVOKED: [] },
  stateOf: ({ revokedAt }) => (revokedAt === null ? "LIVING" : "REVOKED"),
  note: async (feed, context) => {
    const { regionPath } = await placeOf(context, feed);
    return { organizationId: feed.organizationId, regionPath };
  },
});

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
  const checks = new InputChecks();
  const named = await checks.of(() => requireOwner(context, "create", input));
  const texts = await checks.of(() => checkedOrNull(input, { label: LABEL }));
  checks.end();
  const owner = named();
  const { label } = texts();
  let path: string | null = null;
  const mutation = { action: "createCalendarFeed", input };
  const calendarFeed = await changes.create(context, mutation, async (work, create) => {
    await requireRoom(work, owner);
    const secret = newSecret();
    path = pathOf(secret);
    const partnerSubject = partnerOf(context.viewer);
    return create({ ...owner, label, partnerSubject, secretHash: hashSecret(secret) });
  });
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
  const step = { action: "revokeCalendarFeed", may: "revoke", to: "REVOKED", input } as const;
  return await changes.change(context, step, (feed, { now }) => {
    feed.revokedAt = now;
  });
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
): Promise<Owner> {
  const organizationId = input.organizationId ?? null;
  const committeeId = input.committeeId ?? null;
  if ((organizationId === null) === (committeeId === null)) {
    throw badInput("organizationId", {
      zh: "日历订阅属于一个单位，或者属于一个委员会。请在单位与委员会中只选一个。",
      en: `${organizationId === null ? "Neither" : "Both"} "organizationId" and "committeeId" ${organizationId === null ? "is" : "are"} given; a calendar feed belongs to exactly one of them. Name the unit or the committee.`,
    });
  }
  const owner = { organizationId, committeeId };
  await placeOf(context, owner);
  changes.require(context.viewer, action, owner);
  return owner;
}

async function placeOf(
  { directory }: CalendarFeedContext,
  { organizationId, committeeId }: Owner,
): Promise<{ readonly regionPath: RegionPath }> {
  return organizationId === null
    ? await requireCommittee(directory, committeeId ?? "")
    : await requireKnownOrganization(directory, organizationId);
}

/** @throws HubError `CONFLICT` if the owner already has the maximum number of valid feeds. */
async function requireRoom({ rows }: Work<CalendarFeedTables>, owner: Owner): Promise<void> {
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
    throw conflict({
      zh: `已有 ${living.count} 个有效的日历订阅，已达上限。请先撤销一个。`,
      en: `There are ${living.count} valid calendar feeds already, which is the limit. Revoke one with revokeCalendarFeed.`,
    });
  }
}
