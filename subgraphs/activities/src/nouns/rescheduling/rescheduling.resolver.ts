import { TimeRangeType } from "@alliance-hub/platform/scalars/time-range";
import { field, fields } from "@alliance-hub/platform/noun/fields";
import type { ActivityRow } from "../activity/activity.loaders.ts";
import { ActivityType } from "../activity/activity.type.ts";
import type { ReschedulingContext, ReschedulingRow } from "./rescheduling.loaders.ts";
import { ReschedulingType } from "./rescheduling.type.ts";

export const ReschedulingFields = fields<ReschedulingRow, unknown>(() => ReschedulingType, {
  from: field(
    () => TimeRangeType,
    { description: "原定时间。The time before." },
    ({ fromStartsAt: start, fromEndsAt: end }) => ({ start, end }),
  ),
  to: field(
    () => TimeRangeType,
    { description: "改后的时间。The time after." },
    ({ toStartsAt: start, toEndsAt: end }) => ({ start, end }),
  ),
});

export const ActivityReschedulings = fields<ActivityRow, ReschedulingContext>(() => ActivityType, {
  reschedulings: field(
    () => [ReschedulingType],
    { description: "历次改期，先改的在前。Its moves to other times, first to last." },
    ({ id }, { reschedulings }) => reschedulings.ofActivity.load(id),
  ),
});
