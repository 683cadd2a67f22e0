import { mutations } from "@alliance-hub/platform/noun/mutations";
import { ActivityType } from "../activity/activity.type.ts";
import * as inputs from "./activity-correction.input.ts";
import * as service from "./activity-correction.service.ts";

export const ActivityCorrectionMutations = mutations(
  {
    field: "activity",
    type: ActivityType,
    description: "活动。The activity.",
    by: {
      zh: "委员会书记，或主办单位的联络员",
      en: "whoever runs the committee or the host's liaison",
    },
  },
  { inputs, service },
  {
    updateActivity: {
      zh: "更正活动的内容；已举办的可以更正到次年 1 月 31 日，原值留在审计日志",
      en: "Corrects what was entered of an activity, also after it was held, up to 31 January of the next year; the audit log keeps the old values",
    },
  },
);
