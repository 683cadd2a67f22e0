import { mutations } from "@alliance-hub/platform/noun/mutations";
import { ActivityType } from "../activity/activity.type.ts";
import * as inputs from "./activity-reopening.input.ts";
import * as service from "./activity-reopening.service.ts";

export const ActivityReopeningMutations = mutations(
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
    reopenActivity: {
      zh: "恢复误记为已举办或已取消的活动：取消的重新预约场地，场地已不可约的，由主办单位另找场地或改期；登记的到场人次作废；主办单位已终止或退出委员会的，由委员会所在单位主办。次年 1 月 31 日前可恢复",
      en: "Undoes that an activity was marked as held or cancelled by mistake: a cancelled one books its venue again; if the venue can no longer be had, the host has the task FIND_VENUE. Its attendance no longer counts. If its host has ended or left the committee, the organisation that the committee stands on hosts it. Possible up to 31 January of the next year",
    },
  },
);
