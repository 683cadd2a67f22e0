import { connectionField } from "@alliance-hub/platform/noun/connection-field";
import { field, fields, reference, personal } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { listQuery, recordQuery } from "@alliance-hub/platform/noun/queries";
import type { Page } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { TimeRangeInput, TimeRangeType } from "@alliance-hub/platform/scalars/time-range";
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { BookingOrder } from "../../vocabulary/booking-order.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import { type ResourceRow, resourceColumns } from "../resource/resource.loaders.ts";
import { ResourceType } from "../resource/resource.type.ts";
import * as inputs from "./booking.input.ts";
import type { BookingContext, BookingRow } from "./booking.loaders.ts";
import { can } from "./booking.policy.ts";
import * as service from "./booking.service.ts";
import { BookingConnection, BookingType } from "./booking.type.ts";

export const BookingQuery = recordQuery({
  name: "booking",
  type: BookingType,
  description: "按编号查预约。One booking by its id.",
  load: ({ bookings }: BookingContext, id) => bookings.byId.load(id),
});

export const BookingList = listQuery({
  name: "bookings",
  connection: BookingConnection,
  filter: inputs.BookingFilter,
  orders: BookingOrder,
  description: "预约列表，默认新的在前。Bookings, newest first by default.",
  list: ({ bookings }: BookingContext, filter, _info, orderBy) =>
    bookings.list(filter, orderBy as BookingOrder | null | undefined),
});

export const BookingFields = fields<BookingRow, BookingContext>(() => BookingType, {
  during: field(
    () => TimeRangeType,
    { description: "时段。The time." },
    ({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }),
  ),
  previous: field(
    () => TimeRangeType,
    {
      nullable: true,
      description:
        "改期待同意时仍保留的原时段：不同意则恢复原时段。While a change awaits approval: the previous time, still held. A denial gives it back.",
    },
    ({ previousStartsAt: start, previousEndsAt: end }) => (start && end ? { start, end } : null),
  ),
  resource: field(
    () => ResourceType,
    {
      nullable: true,
      description: "资源；不可见则为空。The resource; null if you may not see it.",
    },
    ({ resourceId }, { resources }, info) =>
      resources.with(resourceColumns.ofRecord(info)).load(resourceId),
  ),
  organization: reference(() => OrganizationRef, "organizationId", {
    description: "预约单位。The unit that booked.",
  }),
  used: field(
    () => Boolean,
    {
      nullable: true,
      description:
        "是否有人来用，由提供单位记录；空为未记录，仅双方与委员会可见。Whether somebody came, as the provider says; null if it has not said. Only both sides and whoever runs the committee can see it.",
    },
    (booking, { viewer }) => (can(viewer, "readDetails", booking) ? booking.used : null),
  ),
  purpose: personal("purpose", (booking, { viewer }) => can(viewer, "readDetails", booking), {
    description:
      "用途，仅双方与委员会可见。What it is for. Only both sides and whoever runs the committee can see it.",
  }),
  reason: personal("reason", (booking, { viewer }) => can(viewer, "readDetails", booking), {
    description:
      "取消或不同意的原因，仅双方与委员会可见。Why it was cancelled or denied. Only both sides and whoever runs the committee can see it.",
  }),
});

export const BookingMutations = mutations(
  { field: "booking", type: BookingType, description: "预约。The booking." },
  { inputs, service },
  {
    bookResource: "预约资源（预约单位联络员）。Books a resource; for the unit's liaison.",
  },
);

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
    @Ctx() { bookings }: BookingContext,
  ): Promise<Page<BookingRow>> {
    return bookings.ofResource(during ?? null).page(resource.id, page);
  }
}

export const OrganizationBookings = connectionField({
  on: () => OrganizationRef,
  name: "bookings",
  connection: BookingConnection,
  description: "该单位所作的预约，新的在前。The unit's bookings, newest first.",
  pages: ({ bookings }: BookingContext) => bookings.ofOrganization,
});
