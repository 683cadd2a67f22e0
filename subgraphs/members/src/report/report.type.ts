import { REPORT, ReportKey, ReportShareType } from "@alliance-hub/platform/noun/report-share.type";
import { Field, Int, ObjectType } from "type-graphql";

@ObjectType("Report", REPORT)
@ReportKey()
export class ReportType extends ReportShareType {
  @Field(() => Int, {
    nullable: true,
    description:
      "期末成员单位数，在当地同一单位只计一次；同属几地的，各地各计一次，各地之和可以大于合计。Member units at the end of the last day, each counted once in the place. A unit of several places counts in each of them, so the places below can add up to more.",
  })
  memberUnits: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "期末兼职委员数；在几个委员会任职的，每个委员会各计一次。Part-time members at the end of the last day. Somebody with seats in several committees counts in each of them.",
  })
  partTimeMembers: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "截至期末已报到单位数，在当地同一单位只计一次；向几地报到的，各地各计一次，各地之和可以大于合计。Units whose registration was accepted by the last day, each counted once in the place. A unit registered in several places counts in each of them, so the places below can add up to more.",
  })
  registeredUnits: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "截至期末报到党员人数。Party members counted in those registrations.",
  })
  registeredMembers: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "截至期末组建的队伍数。Teams formed by the last day.",
  })
  teams: number | null;
}
