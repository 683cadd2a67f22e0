import { field, fields, reference } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import type { Page } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { SeatType } from "../seat/seat.type.ts";
import { HandoverState } from "./handover.entity.ts";
import * as inputs from "./handover.input.ts";
import type { HandoverContext, HandoverRow } from "./handover.loaders.ts";
import * as service from "./handover.service.ts";
import { HandoverConnection, HandoverType } from "./handover.type.ts";

export const HandoverFields = fields<HandoverRow, HandoverContext>(() => HandoverType, {
  committee: reference(() => CommitteeRef, "committeeId", {
    description: "委员会。The committee.",
  }),
  seat: field(
    () => SeatType,
    { nullable: true, description: "代行者的任职。The deputy's seat." },
    ({ seatId }, { seats }) => seats.byId.load(seatId),
  ),
  bySeat: field(
    () => SeatType,
    {
      nullable: true,
      description: "交出代行的书记的任职。The seat of the secretary who handed over.",
    },
    ({ bySeatId }, { seats }) => seats.byId.load(bySeatId),
  ),
  state: field(
    () => HandoverState,
    {
      description:
        "状态，按今日、起止日期与双方的任职确定。State. It depends on today's date, its days and the two seats.",
    },
    (handover, context) => service.stateOf(context, handover),
  ),
});

export const HandoverMutations = mutations(
  { field: "handover", type: HandoverType, description: "代行。The handover." },
  { inputs, service },
  {
    handOver:
      "交代行（仅本委员会书记）：所选日期内，副书记可办理书记可办理的事项，换届和书记的任职除外。Hands the committee over to a deputy; for its secretary alone. On these days the deputy may do what the secretary may, except for terms and the secretary's seat.",
    endHandover:
      "结束或谢绝代行（书记、上级委员会书记、代行者本人，或平台管理员）。Ends or declines a handover; for the secretary, whoever runs the committee above, the deputy or an operator.",
  },
);

/** The handovers of a committee: a field of `Committee` that belongs to this noun. */
@Resolver(() => CommitteeRef)
export class CommitteeHandoversResolver {
  @FieldResolver(() => HandoverConnection, {
    description: "代行，联盟内可见，新的在前。Its handovers, for the alliance, newest first.",
  })
  handovers(
    @Root() { id }: CommitteeRef,
    @Arg("includeEnded", () => Boolean, {
      nullable: true,
      description:
        "是否含已结束的，默认否。Whether to include those that are over; false by default.",
    })
    includeEnded: boolean | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { handovers }: HandoverContext,
  ): Promise<Page<HandoverRow>> {
    return handovers.ofCommittee(includeEnded ?? false).page(id, page);
  }
}
