import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { Directive, Field, ObjectType, registerEnumType } from "type-graphql";
import { BookingType } from "../booking/booking.type.ts";
import { BlockingState } from "./blocking.entity.ts";

registerEnumType(BlockingState, {
  name: "BlockingState",
  description: "停用的状态。State of a blocking.",
  valuesConfig: {
    ACTIVE: { description: "有效。In force." },
    LIFTED: { description: "已取消。Lifted." },
  },
});

@ObjectType("Blocking", {
  description: "停用：资源不能使用的一段时间。A time at which a resource cannot be used.",
})
@Directive('@key(fields: "id")')
export class BlockingType extends RecordType {
  @Field(() => String, { description: "原因。Why." }) reason: string;
  @Field(() => BlockingState, { description: "状态。State." }) state: BlockingState;
}

@ObjectType("BlockResourcePayload", { description: "停用的结果。What the blocking meets." })
export class BlockResourcePayload {
  @Field(() => BlockingType, { description: "停用。The blocking." }) blocking: BlockingType;
  @Field(() => [BookingType], {
    description:
      "该时段内已有的预约，至多 100 个；它们没有取消，预约单位已得到通知。Bookings within that time, up to 100. They are not cancelled; the units are told.",
  })
  bookings: BookingType[];
}

export const BlockingConnection = connectionOf("Blocking", () => BlockingType, {
  zh: "停用",
  en: "blockings",
});
