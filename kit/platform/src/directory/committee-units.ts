import { anyOf } from "../keys/any-of.ts";
import type { Kysely } from "kysely";
import {
  type CommitteeEntry,
  type Directory,
  type DirectoryTables,
  createDirectory,
} from "./directory.ts";
import { HubError, notFound } from "../errors/hub-error.ts";
import { isId } from "../keys/loader.ts";

/**
 * The committee of an input.
 *
 * @throws HubError `NOT_FOUND`.
 */
export async function requireCommittee(directory: Directory, id: string): Promise<CommitteeEntry> {
  const committee = isId(id) ? await directory.committee(id) : undefined;
  if (!committee) throw notFound("Committee", id);
  return committee;
}

/**
 * Which of the organisations belong to the committee: its current member units and the party organisation that
 * it belongs to. At most one statement.
 */
export async function unitsAmong(
  rows: Kysely<DirectoryTables>,
  committee: Pick<CommitteeEntry, "id" | "organizationId">,
  organizationIds: readonly string[],
): Promise<string[]> {
  if (organizationIds.length === 0) return [];
  const members = await rows
    .selectFrom("directory.membership")
    .select("organizationId")
    .where("committeeId", "=", committee.id)
    .where(anyOf("organizationId", organizationIds, "uuid"))
    .execute();
  const units = new Set(members.map((member) => member.organizationId));
  return organizationIds.filter((id) => id === committee.organizationId || units.has(id));
}

/** A unit's record that names a committee, before the step. */
export interface CommitteeDraft {
  readonly id: string;
  readonly state: string;
  readonly committeeId: string | null;
}

/**
 * Rejects publishing a draft on a committee's list if its unit has since left the committee.
 *
 * @throws HubError `ILLEGAL_TRANSITION`, naming the unit and the way out.
 */
export async function requireStillUnit(
  rows: Kysely<DirectoryTables>,
  draft: CommitteeDraft,
  of: { readonly noun: string; readonly organizationId: string },
): Promise<void> {
  const { id, state, committeeId } = draft;
  const { noun, organizationId } = of;
  if (committeeId === null) return;
  const committee = await requireCommittee(createDirectory(rows), committeeId);
  if ((await unitsAmong(rows, committee, [organizationId])).length > 0) return;
  throw new HubError(
    "ILLEGAL_TRANSITION",
    `${noun} ${id} was drafted for committee ${committeeId}, which ${organizationId} has since left. Let the unit join again with joinCommittee, or draft another record without a committee.`,
    { state, allowed: [] },
  );
}
