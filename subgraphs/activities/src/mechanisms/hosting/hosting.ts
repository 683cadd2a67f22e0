import { requireCommittee, unitsAmong } from "@alliance-hub/platform/directory/committee-units";
import type {
  CommitteeEntry,
  Directory,
  DirectoryTables,
  OrganizationEntry,
} from "@alliance-hub/platform/directory/directory";
import { badInput } from "@alliance-hub/platform/errors/hub-error";
import { type Viewer, actsFor } from "@alliance-hub/sharing/viewer";
import type { Kysely } from "kysely";

/**
 * Rejects a host that does not belong to the committee.
 *
 * @throws HubError `BAD_USER_INPUT`.
 */
export async function requireHost(
  { rows }: { readonly rows: Kysely<DirectoryTables> },
  committee: CommitteeEntry,
  host: OrganizationEntry,
): Promise<void> {
  if ((await unitsAmong(rows, committee, [host.id])).length > 0) return;
  throw badInput("hostId", {
    zh: `${host.name}不是${committee.name}的成员单位。请先让它加入，或选择成员单位。`,
    en: `"hostId" ${host.name} is not a member unit of ${committee.name}. Let it join with joinCommittee, or name a member unit.`,
  });
}

/**
 * Whether a host is asked, not entered: somebody else names it for what is ahead. Whoever runs a committee answers for
 * the organisation that it stands on, and what has begun is a record of what was.
 */
export function isHostAsked(
  viewer: Viewer,
  committee: Pick<CommitteeEntry, "organizationId">,
  of: { readonly hostId: string; readonly startsAt: Date; readonly now: Date },
): boolean {
  const { hostId, startsAt, now } = of;
  return startsAt > now && hostId !== committee.organizationId && !actsFor(viewer, hostId);
}

/**
 * Who hosts an activity once its host has declined: the organisation that the committee stands on.
 *
 * @throws HubError `BAD_USER_INPUT` if that is who declines.
 */
export async function hostInstead(
  directory: Directory,
  activity: { readonly title: string; readonly committeeId: string; readonly hostId: string },
): Promise<string> {
  const { title, committeeId, hostId } = activity;
  const { organizationId } = await requireCommittee(directory, committeeId);
  if (organizationId !== hostId) return organizationId;
  throw badInput("organizationId", {
    zh: `委员会就设在该单位，“${title}”没有别的单位可以主办。如不举办，请取消活动。`,
    en: `The committee stands on this unit, so nobody else can host "${title}". Cancel it with cancelActivity.`,
  });
}
