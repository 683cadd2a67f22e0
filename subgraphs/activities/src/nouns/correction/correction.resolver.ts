import type { CorrectedField } from "@alliance-hub/platform/notices/facts";
import { field, fields } from "@alliance-hub/platform/noun/fields";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { LISTED, takenOff } from "../../mechanisms/corrections/correction.ts";
import { learnsOfInvitation } from "../../mechanisms/participant-list/invitation-rule.ts";
import type { ActivityRow } from "../activity/activity.loaders.ts";
import { canRead } from "../activity/activity.policy.ts";
import { ActivityType } from "../activity/activity.type.ts";
import type { CorrectionContext } from "./correction.loaders.ts";
import { CorrectionType } from "./correction.type.ts";

export const ActivityCorrections = fields<ActivityRow, CorrectionContext>(() => ActivityType, {
  corrections: field(
    () => [CorrectionType],
    {
      description:
        "历次更正，先改的在前；划去了哪个单位，仅该单位、主办单位和主持委员会的人可见。What was corrected of it, its agenda, its participants and its attendance, first to last. Only the unit itself, the host and whoever runs the committee see which unit was taken off the list.",
    },
    async (activity, { corrections, wording, viewer }) => {
      const found = await corrections.ofActivity.load(activity.id);
      // A text may have been corrected because it said too much, or been written when fewer could see the activity.
      const hides = !canRead(viewer, { ...activity, audience: "PARTIES" });
      return await Promise.all(
        found.map(async ({ at, fields: of, reason }) => ({
          at,
          reason,
          fields: await wording.corrected(toldTo(viewer, activity, of), hides),
        })),
      );
    },
  ),
});

/** That a unit was taken off the list is told to everybody; which one, to those who learn that it left. */
function toldTo(
  viewer: Viewer,
  { hostId, committeeId }: ActivityRow,
  fields: readonly CorrectedField[],
): readonly CorrectedField[] {
  const organizationId = takenOff(fields);
  if (organizationId === undefined) return fields;
  if (learnsOfInvitation(viewer, { organizationId, hostId, committeeId })) return fields;
  return [LISTED];
}
