import { type Page, fetchPage } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { TimeRangeInput, TimeRangeType } from "@alliance-hub/platform/scalars/time-range";
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Info,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import type { ResourcesContext } from "../../context.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import { type ResourceRow, resourceColumns } from "../resource/resource.loaders.ts";
import { ResourceType } from "../resource/resource.type.ts";
import {
  BookResourceInput,
  BookResourcePayload,
  BookingFilter,
  CancelBookingInput,
  CancelBookingPayload,
  CompleteBookingInput,
  CompleteBookingPayload,
  DecideBookingInput,
  DecideBookingPayload,
} from "./booking.input.ts";
import type { BookingRow } from "./booking.loaders.ts";
import { can } from "./booking.policy.ts";
import { bookResource, cancelBooking, completeBooking, decideBooking } from "./booking.service.ts";
import { BookingConnection, BookingType } from "./booking.type.ts";

@Resolver(() => BookingType)
export class BookingResolver {
  @Query(() => BookingType, { nullable: true, description: "按编号查预约。One booking by its id." })
  booking(
    @Arg("id", () => ID) id: string,
    @Ctx() context: ResourcesContext,
  ): Promise<BookingRow | null> {
    return context.bookings.byId.load(id);
  }

  @Query(() => BookingConnection, { description: "预约列表，新的在前。Bookings, newest first." })
  async bookings(
    @Arg("filter", () => BookingFilter, { nullable: true }) filter: BookingFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: ResourcesContext,
  ): Promise<Page<BookingRow>> {
    return await fetchPage(context.rows, context.bookings.list(filter ?? {}), page);
  }

  @FieldResolver(() => TimeRangeType, { description: "时段。The time." })
  during(@Root() booking: BookingRow): TimeRangeType {
    return { start: booking.startsAt, end: booking.endsAt };
  }

  @FieldResolver(() => ResourceType, {
    nullable: true,
    description: "资源；不可见则为空。The resource; null for those who may not see it.",
  })
  resource(
    @Root() booking: BookingRow,
    @Ctx() context: ResourcesContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ResourceRow | null> {
    return context.resources.with(resourceColumns.ofRecord(info)).load(booking.resourceId);
  }

  @FieldResolver(() => OrganizationRef, {
    nullable: true,
    description: "预约单位。The unit that booked.",
  })
  organization(@Root() booking: BookingRow): OrganizationRef {
    return { id: booking.organizationId };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "用途，仅双方与委员会可见。What for; for both sides and who runs the committee.",
  })
  purpose(@Root() booking: BookingRow, @Ctx() context: ResourcesContext): string | null {
    return can(context.viewer, "readDetails", booking) ? booking.purpose : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "取消或不同意的原因，仅双方与委员会可见。Why it was cancelled or denied; for both sides and who runs the committee.",
  })
  reason(@Root() booking: BookingRow, @Ctx() context: ResourcesContext): string | null {
    return can(context.viewer, "readDetails", booking) ? booking.reason : null;
  }

  @Mutation(() => BookResourcePayload, {
    description: "预约资源（预约单位联络员）。Books a resource; for the unit's liaison.",
  })
  async bookResource(
    @Arg("input", () => BookResourceInput) input: BookResourceInput,
    @Ctx() context: ResourcesContext,
  ): Promise<{ booking: BookingRow }> {
    return { booking: await bookResource(context, input) };
  }

  @Mutation(() => CancelBookingPayload, {
    description:
      "取消预约（预约或提供单位联络员、委员会书记）。Cancels a booking; for either side's liaison or the committee's secretary.",
  })
  async cancelBooking(
    @Arg("input", () => CancelBookingInput) input: CancelBookingInput,
    @Ctx() context: ResourcesContext,
  ): Promise<{ booking: BookingRow }> {
    return { booking: await cancelBooking(context, input) };
  }

  @Mutation(() => DecideBookingPayload, {
    description:
      "答复预约申请（提供单位联络员）。Confirms or denies a request; for the provider's liaison.",
  })
  async decideBooking(
    @Arg("input", () => DecideBookingInput) input: DecideBookingInput,
    @Ctx() context: ResourcesContext,
  ): Promise<{ booking: BookingRow }> {
    return { booking: await decideBooking(context, input) };
  }

  @Mutation(() => CompleteBookingPayload, {
    description:
      "记为已使用，须在结束之后（预约或提供单位联络员）。Notes that it was used, once it has ended; for either side's liaison.",
  })
  async completeBooking(
    @Arg("input", () => CompleteBookingInput) input: CompleteBookingInput,
    @Ctx() context: ResourcesContext,
  ): Promise<{ booking: BookingRow }> {
    return { booking: await completeBooking(context, input) };
  }
}

/** Who has a resource when: a field of `Resource` that belongs to this noun. */
@Resolver(() => ResourceType)
export class ResourceBookingsResolver {
  @FieldResolver(() => BookingConnection, {
    description:
      "预约（不含未同意与已取消的），按开始时间。Bookings in order of time, without those denied or cancelled.",
  })
  bookings(
    @Root() resource: ResourceRow,
    @Arg("during", () => TimeRangeInput, { nullable: true }) during: TimeRangeInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: ResourcesContext,
  ): Promise<Page<BookingRow>> {
    return context.bookings.ofResource(during ?? null).page(resource.id, page);
  }
}

/** What a unit has booked: a field of `Organization` that belongs to this noun. */
@Resolver(() => OrganizationRef)
export class OrganizationBookingsResolver {
  @FieldResolver(() => BookingConnection, {
    nullable: true,
    description: "该单位所作的预约，新的在前。What the unit has booked, newest first.",
  })
  bookings(
    @Root() organization: OrganizationRef,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: ResourcesContext,
  ): Promise<Page<BookingRow>> {
    return context.bookings.ofOrganization.page(organization.id, page);
  }
}
