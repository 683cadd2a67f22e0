import { connectionField } from "@alliance-hub/platform/noun/connection-field";
import { field, fields } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { TimeRangeType } from "@alliance-hub/platform/scalars/time-range";
import type { BookingRow } from "../booking/booking.loaders.ts";
import { BookingType } from "../booking/booking.type.ts";
import { resourceColumns } from "../resource/resource.loaders.ts";
import { ResourceType } from "../resource/resource.type.ts";
import * as inputs from "./blocking.input.ts";
import type { BlockingContext, BlockingRow } from "./blocking.loaders.ts";
import * as service from "./blocking.service.ts";
import { BlockResourcePayload, BlockingConnection, BlockingType } from "./blocking.type.ts";

export const BlockingFields = fields<BlockingRow, BlockingContext>(() => BlockingType, {
  during: field(
    () => TimeRangeType,
    { description: "时段。The time." },
    ({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }),
  ),
  resource: field(
    () => ResourceType,
    { nullable: true, description: "资源。The resource." },
    ({ resourceId }, { resources }, info) =>
      resources.with(resourceColumns.ofRecord(info)).load(resourceId),
  ),
});

/** What stands in the way of a booking: whoever decides about it sees that first. */
export const BookingBlockings = fields<BookingRow, BlockingContext>(() => BookingType, {
  blockings: field(
    () => [BlockingType],
    {
      description:
        "与其时段重叠的有效停用，早的在前；停用不取消已有的预约和申请，由提供单位答复。Blockings in force that meet its time, the earliest first. They cancel neither bookings nor requests: the provider decides.",
    },
    (booking, { blockings }) => blockings.ofBooking.load(booking),
  ),
});

const by = { zh: "提供单位联络员", en: "the provider's liaison" };

export const BlockResourceMutation = mutations(
  { payload: BlockResourcePayload, by },
  { inputs, service },
  {
    blockResource: {
      zh: "停用资源的一段时间；已有的预约不取消，随答复列出",
      en: "Blocks a resource for a time; bookings within it are not cancelled, but listed in the answer",
    },
  },
);

export const BlockingMutations = mutations(
  { field: "blocking", type: BlockingType, description: "停用。The blocking.", by },
  { inputs, service },
  { liftBlocking: { zh: "取消停用", en: "Lifts a blocking" } },
);

export const ResourceBlockings = connectionField({
  on: () => ResourceType,
  name: "blockings",
  connection: BlockingConnection,
  description: "有效的停用，新的在前。Blockings in force, newest first.",
  pages: ({ blockings }: BlockingContext) => blockings.ofResource,
});
