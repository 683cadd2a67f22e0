import { anyOf } from "../database/any-of.ts";
import type { Kysely } from "kysely";
import type { CommitteeEntry, Directory, DirectoryTables } from "../database/directory.ts";
import { notFound } from "../errors/hub-error.ts";
import { isId } from "../subgraph/loader.ts";

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
 * Those of the organisations that belong to the committee: its current member units and the party
 * organisation it stands on. One statement at most.
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
