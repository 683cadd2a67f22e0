import { anyOf } from "../keys/any-of.ts";
import type { Kysely } from "kysely";
import {
  type CommitteeEntry,
  type Directory,
  type DirectoryTables,
  createDirectory,
} from "./directory.ts";
import { type Noun, nounWords } from "../words/nouns.ts";
import { HubError, notFound } from "../errors/hub-error.ts";
import { isId } from "../keys/loader.ts";

/**
 * The committee of an input. `field` is the place of its id there.
 *
 * @throws HubError `NOT_FOUND`.
 */
export async function requireCommittee(
  directory: Directory,
  id: string,
  field = "committeeId",
): Promise<CommitteeEntry> {
  const committee = isId(id) ? await directory.committee(id) : undefined;
  if (!committee) throw notFound("Committee", id, field);
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

/** A unit's record that names a committee, before it goes on the list. */
export interface UnlistedRecord {
  readonly id: string;
  readonly state: string;
  readonly committeeId: string | null;
}

/**
 * Rejects publishing a record on a committee's list if its unit has since left the committee.
 *
 * @throws HubError `ILLEGAL_TRANSITION`, naming the unit and the way out.
 */
export async function requireStillUnit(
  rows: Kysely<DirectoryTables>,
  record: UnlistedRecord,
  of: { readonly noun: Noun; readonly organizationId: string },
): Promise<void> {
  const { state, committeeId } = record;
  const { noun, organizationId } = of;
  if (committeeId === null) return;
  const directory = createDirectory(rows);
  const committee = await requireCommittee(directory, committeeId);
  if ((await unitsAmong(rows, committee, [organizationId])).length > 0) return;
  const unit = (await directory.organization(organizationId))?.name ?? organizationId;
  const isDraft = state === "DRAFT";
  throw new HubError(
    "ILLEGAL_TRANSITION",
    {
      zh: `此${nounWords(noun).zh}${isDraft ? "是为" : "原在"}${committee.name}${isDraft ? "拟的" : "的清单上"}，${unit}后来退出了该委员会。请先让单位重新加入；或者修改此${nounWords(noun).zh}，改选其他委员会或不选委员会，再发布。`,
      en: `This ${noun} was ${isDraft ? "drafted for" : "on the list of"} ${committee.name}, which ${unit} has since left. Let the unit join again with joinCommittee, or give another "committeeId", or null, with update${noun} first.`,
    },
    { state, allowed: [] },
  );
}
