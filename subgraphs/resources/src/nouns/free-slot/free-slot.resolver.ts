import { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { ResourceRow } from "../resource/resource.loaders.ts";
import { ResourceType } from "../resource/resource.type.ts";
import type { FreeSlot } from "@alliance-hub/platform/bookable/free-time";
import type { FreeSlotContext } from "./free-slot.loaders.ts";
import { FreeSlotType } from "./free-slot.type.ts";

/** When a resource is free: a field of `Resource` that belongs to this noun. */
@Resolver(() => ResourceType)
export class ResourceFreeSlotsResolver {
  @FieldResolver(() => [FreeSlotType], {
    description:
      "时段内可以预约的各段空余：依开放时间、停用、最短提前量和最远提前天数（到最后一天 24:00 止），不含已过去的时间；不可预约的资源为空。The times within a range of up to 400 days in which some of it is left and can be booked: within its hours and not while it is blocked, from its shortest notice on, to the end of the last day on which bookings may begin; none that are over, and none if it cannot be booked at all.",
  })
  async free(
    @Root() resource: ResourceRow,
    @Arg("during", () => TimeRangeInput) during: TimeRangeInput,
    @Arg("anyTime", () => Boolean, {
      defaultValue: false,
      description:
        "也列出已过去、提前量不足和太远的时间，供查看占用情况。Also times that are over, too soon or too far ahead to be booked, to see what is taken.",
    })
    anyTime: boolean,
    @Ctx() context: FreeSlotContext,
  ): Promise<FreeSlot[]> {
    return await context.freeSlots.within(during, { anyTime }).load(resource);
  }
}
