import { Field, ID, InputType } from "type-graphql";
import { ActivityKind } from "../activity/activity.entity.ts";
import { ActivityUpdateType } from "../../mechanisms/update-log/activity-update.ts";

@InputType("ActivityUpdateFilter", {
  description: "筛选更新；各项须同时满足。Which updates. All given conditions must hold.",
})
export class ActivityUpdateFilter {
  @Field(() => ID, {
    nullable: true,
    description: "某委员会日历上的活动。Of activities on a committee's calendar.",
  })
  committeeId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "此地及其下级的活动，按区划代码。Of activities in a region or below it, by its code.",
  })
  regionCode?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "某单位主办或参加的活动；该单位、主办单位和主持委员会的人，也看到受邀的。Of activities that an organisation hosts or takes part in. For itself, the host and whoever runs the committee, also of those that it is invited to.",
  })
  organizationId?: string | null;

  @Field(() => [ActivityKind], {
    nullable: true,
    description: "活动类型之一。Of activities of one of these kinds.",
  })
  kinds?: ActivityKind[] | null;

  @Field(() => [ActivityUpdateType], {
    nullable: true,
    description: "更新类型之一。One of these types of update.",
  })
  types?: ActivityUpdateType[] | null;
}
