import {
  type Audience,
  type SharedRecord,
  audienceCondition,
  mayRead,
} from "@alliance-hub/sharing/audience";
import { type Viewer, actsFor, runs, type ViewerReach } from "@alliance-hub/sharing/viewer";
import { type Expression, type SqlBool, sql } from "kysely";

/** What may be done with an issue, besides reading it. */
export type IssueAction = "raise" | "raiseBeyond" | "resolve" | "update" | "direct";

/** Who is responsible for an issue. */
export interface Matter {
  readonly committeeId: string;
  readonly ownerId: string;
  /** The committee's units among those that the viewer acts for; used only for raising. */
  readonly unitIds?: readonly string[];
}

/** The columns that the rule of reading needs. */
export type ReadableIssue = Omit<SharedRecord, "partyIds"> & { readonly ownerId: string };

/** Whether the viewer may see an issue. Its owner always may. */
export function canRead(viewer: Viewer, issue: ReadableIssue): boolean {
  const { audience, allianceCode, committeeId, ownerId } = issue;
  return mayRead(viewer, { audience, allianceCode, committeeId, partyIds: [ownerId] });
}

/** Audiences that include more than the committee. */
export const BEYOND: readonly Audience[] = ["PUBLIC", "ALLIANCE"];

/** What the owner does with its own issues: what it is to do and has done is its to say. */
const OWNERS: readonly IssueAction[] = ["resolve", "update"];

/**
 * Whoever runs the committee may do everything. Only they may raise an issue that more than the committee's
 * units can see ({@link BEYOND}), and change what the committee decides: who owns it, until when, who may see it.
 * Persons with a seat and units of the committee may raise issues; the owner may resolve and update its own.
 */
export function can(viewer: Viewer, action: IssueAction, issue: Matter): boolean {
  if (runs(viewer, issue.committeeId)) return true;
  if (OWNERS.includes(action)) return actsFor(viewer, issue.ownerId);
  if (action !== "raise") return false;
  if (viewer.seatCommitteeIds.includes(issue.committeeId)) return true;
  return (issue.unitIds ?? []).some((id) => actsFor(viewer, id));
}

/** {@link canRead} as a WHERE condition on the table `issue`. */
export function readable(viewer: ViewerReach): Expression<SqlBool> {
  return audienceCondition(viewer, {
    audience: sql.ref("issue.audience"),
    allianceCode: sql.ref("issue.allianceCode"),
    committeeId: sql.ref("issue.committeeId"),
    namesOneOf: (ids) => sql<SqlBool>`issue.owner_id = any(${ids}::uuid[])`,
  });
}
