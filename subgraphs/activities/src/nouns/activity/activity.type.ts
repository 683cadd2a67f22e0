import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Audience } from "@alliance-hub/sharing/audience.type";
import { Directive, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { ActivityOrder } from "../../vocabulary/activity-order.ts";
import { ActivityKind, ActivityState } from "./activity.entity.ts";

registerEnumType(ActivityKind, {
  name: "ActivityKind",
  description: "活动类型。Kinds of activity.",
  valuesConfig: {
    SERVICE: { description: "服务活动。Service to residents or units." },
    MEETING: { description: "联席会议、大党委会议，有议程。A meeting, with an agenda." },
    THEMED_DAY: { description: "主题党日。Themed day." },
    TRAINING: { description: "培训、宣讲。Training or lecture." },
    CULTURE: { description: "文体活动。Culture and sport." },
    CONTEST: { description: "比武、竞赛。Contest." },
    OTHER: { description: "其他。Other." },
  },
});

registerEnumType(ActivityState, {
  name: "ActivityState",
  description: "活动状态。The state of an activity.",
  valuesConfig: {
    SCHEDULED: { description: "已排期。Scheduled." },
    RESCHEDULED: { description: "已改期。Moved to another time." },
    CANCELLED: { description: "已取消，原因见 cancelReason。Cancelled; cancelReason says why." },
    HELD: { description: "已举办。It took place." },
  },
});

registerEnumType(ActivityOrder, {
  name: "ActivityOrder",
  description: "活动列表的排序。Orders of activities.",
  valuesConfig: {
    START_DESC: { description: "开始晚的在前。The latest start comes first." },
    START_ASC: { description: "开始早的在前。The earliest start comes first." },
  },
});

@ObjectType("Activity", {
  description: "联盟活动：委员会日历上的一项。A joint activity on a committee's calendar.",
})
@Directive('@key(fields: "id")')
export class ActivityType extends RecordType {
  @Field(() => String, { description: "标题。Title." }) title: string;
  @Field(() => ActivityKind, { description: "类型。Kind." }) kind: ActivityKind;
  @Field(() => ActivityState, { description: "状态。State." }) state: ActivityState;
  @Field(() => DateTimeScalar, { description: "开始时间。When it starts." }) startsAt: Date;
  @Field(() => DateTimeScalar, { description: "结束时间（不含）。When it ends, not included." })
  endsAt: Date;
  @Field(() => Audience, {
    description:
      "公开范围；参加和受邀的单位总能看到。Who may see it; units that take part or are invited always can.",
  })
  audience: Audience;
  @Field(() => String, {
    nullable: true,
    description:
      "地点，凡能看到活动的都可见；场地本身见 venue。Where it takes place, in words, for whoever sees the activity; the venue itself is in venue.",
  })
  place: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      "所属主题，委员会自定（如六联、五联）。One of the committee's own labels for its work.",
  })
  theme: string | null;
  @Field(() => String, { nullable: true, description: "说明。Description." })
  description: string | null;
  @Field(() => Int, {
    description: "参加人次，为各单位所报之和。Attendance: the sum of what the units reported.",
  })
  attendance: number;
  @Field(() => String, { nullable: true, description: "取消原因。Why it was cancelled." })
  cancelReason: string | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "何时记为已举办。When it was marked as held.",
  })
  heldAt: Date | null;
}

export const ActivityConnection = connectionOf("Activity", () => ActivityType, {
  zh: "活动",
  en: "activities",
});
