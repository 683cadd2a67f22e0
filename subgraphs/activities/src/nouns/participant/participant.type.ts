import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { ParticipantState } from "../../mechanisms/participant-list/participant.ts";

registerEnumType(ParticipantState, {
  name: "ParticipantState",
  description: "单位与活动的关系。A unit's part in an activity.",
  valuesConfig: {
    INVITED: { description: "已受邀，尚未答复。Invited; it has not answered." },
    JOINED: { description: "参加。It takes part." },
    DECLINED: { description: "已谢绝邀请。It declined the invitation." },
    LEFT: { description: "参加过，已退出。It took part and has left." },
  },
});

@ObjectType("Participant", {
  description:
    "参加活动、受邀、谢绝或退出的单位。A unit that takes part in an activity, is invited, has declined or has left.",
})
export class ParticipantType {
  @Field(() => ParticipantState, { description: "状态。State." }) state: ParticipantState;

  @Field(() => Int, {
    nullable: true,
    description: "参加人次，未报则为空。Attendance; null until it is reported.",
  })
  attendance: number | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "最近一次受邀的时间，未受邀则为空。When it was last invited; null if it never was.",
  })
  invitedAt: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "加入时间，未参加过则为空。When it joined; null if it has not.",
  })
  joinedAt: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "谢绝或退出的时间，此外为空。When it declined or left; null otherwise.",
  })
  endedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "谢绝或退出的原因，未说明则为空。Why it declined or left; null if nobody said.",
  })
  reason: string | null;
}
