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
      "时段内有空余的各段；不可预约的资源为空。The times within a range of up to 400 days in which some of it is left; none if it cannot be booked.",
  })
  async free(
    @Root() resource: ResourceRow,
    @Arg("during", () => TimeRangeInput) during: TimeRangeInput,
    @Ctx() context: FreeSlotContext,
  ): Promise<FreeSlot[]> {
    return await context.freeSlots.within(during).load(resource);
  }
}
