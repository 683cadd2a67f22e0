import { type DirectoryTables, createDirectory } from "@alliance-hub/platform/directory/directory";
import { PARTNER_SUBJECT, readScopesOf } from "@alliance-hub/platform/directory/partner-key";
import { readStanding } from "@alliance-hub/platform/directory/standing";
import { ANONYMOUS, type Viewer } from "@alliance-hub/sharing/viewer";
import type { Kysely } from "kysely";
import type { FeedOwner } from "./feed-query.ts";

/**
 * The viewer as which a feed is read: its unit, with what the unit may read now, or its committee.
 *
 * @returns undefined if the owner does not exist.
 */
export async function viewerOf(
  rows: Kysely<DirectoryTables>,
  feed: FeedOwner,
): Promise<Viewer | undefined> {
  const subject = `calendar-feed:${feed.id}`;
  // A feed only reads. A feed that a partner system made reads only what the partner system may read.
  const maker = feed.partner === null ? null : PARTNER_SUBJECT + feed.partner;
  const scopes = await readScopesOf(rows, maker);
  if (feed.organization) {
    const standing = await readStanding(rows, { organizationId: feed.organization.id });
    return { kind: "PARTNER", subject, ...standing, roles: [], scopes };
  }
  const committee = feed.committee && (await createDirectory(rows).committee(feed.committee.id));
  if (!committee) return undefined;
  return {
    ...ANONYMOUS,
    kind: "PARTNER",
    subject,
    allianceCodes: [committee.allianceCode],
    committeeIds: [committee.id],
    runsCommitteeIds: [committee.id],
    scopes,
  };
}
