import { field, fields } from "@alliance-hub/platform/noun/fields";
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
        "历次更正，先改的在前。What was corrected of it, its agenda and its attendance, first to last.",
    },
    async (activity, { corrections, wording, viewer }) => {
      const found = await corrections.ofActivity.load(activity.id);
      // A text may have been corrected because it said too much, or been written when fewer could see the activity.
      const hides = !canRead(viewer, { ...activity, audience: "PARTIES" });
      return await Promise.all(
        found.map(async ({ at, fields: of, reason }) => ({
          at,
          reason,
          fields: await wording.corrected(of, hides),
        })),
      );
    },
  ),
});
