import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { ActivityUpdateType } from "../../mechanisms/update-log/activity-update.ts";
import type { ActivityUpdateRow } from "../../mechanisms/update-log/activity-update.ts";

registerEnumType(ActivityUpdateType, {
  name: "ActivityUpdateType",
  description: "更新类型；以后可能增加。What happened. More types may be added later.",
  valuesConfig: {
    SCHEDULED: { description: "已排期。It was put on the calendar." },
    RESCHEDULED: { description: "已改期。It was moved to another time." },
    CANCELLED: { description: "已取消。It was cancelled." },
    HELD: { description: "已举办。It took place." },
    CORRECTED: {
      description:
        "内容有更正：标题、类型、主题、说明或地点。What was entered was corrected: title, kind, theme, description or place.",
    },
    REOPENED: {
      description:
        "误记为已举办或已取消，恢复为待举办。It was marked as held or cancelled by mistake, and is to take place.",
    },
    PARTICIPANT_INVITED: {
      description:
        "有单位受邀；只有该单位、主办单位和主持委员会的人可见。A unit was invited. Only that unit, the host and whoever runs the committee see it.",
    },
    PARTICIPANT_JOINED: { description: "有单位参加。A unit joined." },
    PARTICIPANT_DECLINED: {
      description:
        "有单位谢绝邀请；可见范围同受邀。A unit declined its invitation. Whoever sees that one was invited sees it.",
    },
    PARTICIPANT_LEFT: { description: "有单位退出。A unit left." },
    ATTENDANCE_RECORDED: { description: "已登记到场人次。Attendance was recorded." },
  },
});

@ObjectType("ActivityUpdate", {
  description:
    "更新日志的一条：某项活动发生了什么。One entry of the update log: what happened to an activity.",
})
export class ActivityUpdateGraphType {
  @Field(() => ID, {
    description:
      "编号；同一更新重复送达时凭此识别。Id, by which you recognise an update that is delivered twice.",
  })
  id: string;

  @Field(() => String, {
    description:
      "在更新日志中的位置，请勿解析其内容；作为 after 传入，即从其后继续。Position in the update log. Its content has no meaning for clients. Pass it as `after` to continue from there.",
  })
  position: string;

  @Field(() => ActivityUpdateType, { description: "更新类型。What happened." })
  type: ActivityUpdateType;

  @Field(() => DateTimeScalar, { description: "发生时间。When it happened." })
  occurredAt: Date;

  @Field(() => String, {
    nullable: true,
    description:
      "取消或改期的原因；未说明、其他类型或较早的更新则为空。Why it was cancelled or moved; null if nobody said, for other types, and for older updates.",
  })
  reason: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "更正了哪些字段，不含其值：名称与 updateActivity 的输入相同，时间为 during；其他类型或较早的更新则为空。Which fields were corrected, without their values: named as in the input of updateActivity; null for other types and for older updates.",
  })
  correctedFields: readonly string[] | null;
}

@ObjectType("ActivityTime", {
  description: "活动的起止时间。When an activity starts and ends.",
})
export class ActivityTimeType {
  @Field(() => DateTimeScalar, { description: "开始时间。When it starts." })
  startsAt: Date;

  @Field(() => DateTimeScalar, { description: "结束时间。When it ends." })
  endsAt: Date;
}

@ObjectType("ActivityUpdatePage", {
  description: "更新日志的一段。A part of the update log.",
})
export class ActivityUpdatePage {
  @Field(() => [ActivityUpdateGraphType], {
    description: "各条更新，先发生的在前。The updates, in the order of the log.",
  })
  nodes: readonly ActivityUpdateRow[];

  @Field(() => String, {
    description: "下次从此处继续。Where to continue.",
  })
  endPosition: string;

  @Field(() => Boolean, {
    description: "其后是否已有更多。Whether there are more updates after these.",
  })
  hasMore: boolean;
}
