import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { LeavingContext } from "./leave-committee.ts";
import { LeavingType } from "./leaving.type.ts";
import { readLeaving } from "./read-leaving.ts";

/** What is open before a unit leaves. */
@Resolver()
export class LeavingQuery {
  @Query(() => LeavingType, {
    description:
      "单位退出委员会前的未了结事项（书记、平台管理员或本单位联络员）。What is open between a unit and a committee, before it leaves; for the secretary, an operator or the unit's liaison.",
  })
  leaving(
    @Arg("committeeId", () => ID, { description: "委员会。The committee." }) committeeId: string,
    @Arg("organizationId", () => ID, { description: "单位。The unit." }) organizationId: string,
    @Arg("leavesOn", () => DateScalar, {
      nullable: true,
      description:
        "今后的退出日期：届时已结束的不列出。默认今天。The last day, if it lies ahead: what is over by then is left out. Today by default.",
    })
    leavesOn: string | null,
    @Ctx() context: LeavingContext,
  ): Promise<LeavingType> {
    return readLeaving(context, { committeeId, organizationId }, leavesOn);
  }
}
