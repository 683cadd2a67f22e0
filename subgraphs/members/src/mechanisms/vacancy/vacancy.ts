import { type DirectoryTables, createDirectory } from "@alliance-hub/platform/directory/directory";
import { HubError } from "@alliance-hub/platform/errors/hub-error";
import type { RegionPath } from "@alliance-hub/sharing/place";
import { type Viewer, operates, runs } from "@alliance-hub/sharing/viewer";
import type { Kysely } from "kysely";

/**
 * Whether the viewer may leave the committee without a secretary: an operator, or whoever runs the committee above.
 * Each of them can appoint the next one. Whoever runs only the committee itself could lock everybody out, and
 * themself with them.
 */
export function mayLeaveVacant(
  viewer: Viewer,
  committee: { readonly ancestorIds: readonly string[]; readonly regionPath: RegionPath },
): boolean {
  return (
    operates(viewer, committee.regionPath) || committee.ancestorIds.some((id) => runs(viewer, id))
  );
}

/**
 * Rejects a step that ends the secretary's seat and leaves nobody in it.
 *
 * @throws HubError `ILLEGAL_TRANSITION`, naming the ways out.
 */
export async function requireMayLeaveVacant<DB extends DirectoryTables>(
  viewer: Viewer,
  rows: Kysely<DB>,
  committeeId: string,
): Promise<void> {
  // The directory reads no more than its own views.
  const directory = createDirectory(rows as unknown as Kysely<DirectoryTables>);
  const committee = await directory.committee(committeeId);
  if (!committee || mayLeaveVacant(viewer, committee)) return;
  throw new HubError(
    "ILLEGAL_TRANSITION",
    {
      zh: `这样会使${committee.name}没有书记，无人主持。请先任命接替现任的书记，现任书记随之离任；或请上级委员会的书记、当地的平台管理员办理。`,
      en: `This would leave ${committee.name} without a secretary, and nobody could run it. Appoint the successor first, with appointSeat and "replaces": true, which ends the present seat; or ask the secretary of the committee above or an operator of ${committee.regionCode}.`,
    },
    { state: "LASTING", allowed: [] },
  );
}

/** The way out for whoever takes out the secretary who goes on in the next term. */
export function secretaryGoesOn(): HubError {
  return new HubError(
    "ILLEGAL_TRANSITION",
    {
      zh: "下一届须有书记：现任书记留任，直至为下一届另任书记。请为下一届任命书记，由其替换。",
      en: "The next term needs a secretary: the present one goes on until another is appointed for it. Appoint that one with appointSeat and the planned term's id.",
    },
    { state: "LASTING", allowed: [] },
  );
}
