import { connectionField } from "@alliance-hub/platform/noun/connection-field";
import { field, fields, reference } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { listQuery, recordQuery } from "@alliance-hub/platform/noun/queries";
import { TimeRangeInput } from "@alliance-hub/platform/scalars/time-range";
import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { BookingRef } from "../../references/booking.ref.ts";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import { ResourceRef } from "../../references/resource.ref.ts";
import { ActivityOrder } from "../../vocabulary/activity-order.ts";
import * as inputs from "./activity.input.ts";
import type { ActivityContext, ActivityRow } from "./activity.loaders.ts";
import * as service from "./activity.service.ts";
import { ActivityConnection, ActivityType } from "./activity.type.ts";

export const ActivityQuery = recordQuery({
  name: "activity",
  type: ActivityType,
  description: "按编号查活动。One activity by its id.",
  load: ({ activities }: ActivityContext, id) => activities.byId.load(id),
});

export const ActivityList = listQuery({
  name: "activities",
  connection: ActivityConnection,
  filter: inputs.ActivityFilter,
  orders: ActivityOrder,
  description: "活动列表，默认开始晚的在前。Activities, latest start first by default.",
  list: ({ activities }: ActivityContext, filter, _info, orderBy) =>
    activities.list(filter, orderBy as ActivityOrder | null | undefined),
});

export const ActivityFields = fields<ActivityRow, ActivityContext>(() => ActivityType, {
  host: reference(() => OrganizationRef, "hostId", {
    description: "主办单位。The unit that hosts it.",
  }),
  committee: reference(() => CommitteeRef, "committeeId", {
    description: "所属委员会。The committee on whose calendar it is.",
  }),
  venue: field(
    () => ResourceRef,
    {
      nullable: true,
      description: "场地；不可见时为空。Where it takes place; null if you may not see it.",
    },
    // The key alone would show that there is a venue, so only viewers that may see the resource get it.
    ({ venueId: id }, { venues }) => (id === null ? null : venues.byId.load(id)),
  ),
  venueBooking: field(
    () => BookingRef,
    {
      nullable: true,
      description:
        "场地的预约；没有或不可见时为空。The booking of the venue; null if there is none, or you may not see it.",
    },
    ({ venueBookingId: id }, { venues }) => (id === null ? null : venues.bookingById.load(id)),
  ),
});

export const BookingActivity = fields<BookingRef, ActivityContext>(() => BookingRef, {
  activity: field(
    () => ActivityType,
    {
      nullable: true,
      description:
        "预约该场地的活动；没有或不可见时为空。The activity that booked it as its venue; null if there is none, or you may not see it.",
    },
    // The activity's own rule: whoever may see a booking may not always see what it is for.
    ({ id }, { activities }) => activities.ofBooking.load(id),
  ),
});

export const ActivityMutations = mutations(
  {
    field: "activity",
    type: ActivityType,
    description: "活动。The activity.",
    by: {
      zh: "委员会书记，或主办单位的联络员",
      en: "whoever runs the committee or the host's liaison",
    },
  },
  { inputs, service },
  {
    scheduleActivity: { zh: "安排活动", en: "Puts an activity on the calendar" },
    rescheduleActivity: {
      zh: "活动改期，尚未开始的只能改到以后",
      en: "Moves an activity to another time, which lies ahead unless the activity has begun",
    },
    cancelActivity: { zh: "取消活动", en: "Cancels an activity" },
    holdActivity: {
      zh: "将活动记为已举办，须在开始之后",
      en: "Marks an activity as held, after it has started",
    },
  },
);

/** A committee's calendar: a field of `Committee` that belongs to this noun. */
@Resolver(() => CommitteeRef)
export class CommitteeCalendarResolver {
  @FieldResolver(() => [ActivityType], {
    description:
      "委员会日历：与时段有交叠的全部活动，按开始时间；时段至多 400 天，一次请求的各日历合计至多 50000 项，超出的日历报错，其余照常答复。The calendar: all activities that overlap the range, in order of their start. The range has up to 400 days; all calendars of a request together have up to 50,000 activities, and one that goes beyond is an error in its place.",
  })
  calendar(
    @Root() committee: CommitteeRef,
    @Arg("during", () => TimeRangeInput) during: TimeRangeInput,
    @Ctx() context: ActivityContext,
  ): Promise<ActivityRow[]> {
    return context.activities.calendar(committee.id, during);
  }
}

export const CommitteeActivities = connectionField({
  on: () => CommitteeRef,
  name: "activities",
  connection: ActivityConnection,
  orders: ActivityOrder,
  description: "委员会的活动，默认开始晚的在前。Its activities, latest start first by default.",
  pages: ({ activities }: ActivityContext, _info, orderBy) => activities.ofCommittee(orderBy),
});

export const OrganizationActivities = connectionField({
  on: () => OrganizationRef,
  name: "activities",
  connection: ActivityConnection,
  description:
    "主办或参加的活动，默认开始晚的在前。Activities that it hosts or takes part in, latest start first by default.",
  orders: ActivityOrder,
  pages: ({ activities }: ActivityContext, _info, orderBy) => activities.ofOrganization(orderBy),
});
