import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { SettlementWay } from "../../nouns/membership/membership.entity.ts";
import { BookingRef } from "../../references/booking.ref.ts";

registerEnumType(SettlementWay, {
  name: "SettlementWay",
  description:
    "单位退出时，未了结事项的处理办法。How something open is settled when a unit leaves.",
  valuesConfig: {
    HAND_OVER: { description: "移交给另一单位。Another unit takes it over." },
    END: {
      description:
        "结束：撤回、取消、终止或办结。It ends: withdrawn, cancelled, terminated or resolved.",
    },
    STAY: { description: "保留。It stays." },
  },
});

@ObjectType("LeavingItem", {
  description: "单位与委员会之间一件未了结的事项。Something open between a unit and a committee.",
})
export class LeavingItemType {
  @Field(() => String, {
    description: "记录类型，如 Resource、Booking。Type of the record, such as Resource or Booking.",
  })
  noun: string;
  @Field(() => ID, { description: "记录编号。Id of the record." }) recordId: string;
  @Field(() => String, { description: "名称。What it is." }) title: string;
  @Field(() => BookingRef, {
    nullable: true,
    description:
      "预约本身，由此可知其时间；其他记录为空。The booking, which says for when it is; null for other records.",
  })
  booking: BookingRef | null;
  @Field(() => String, {
    description: "未另作安排时的结果。What happens to it if nothing else is decided.",
  })
  consequence: string;
  @Field(() => [SettlementWay], {
    description:
      "可选的处理办法，第一种为默认。How it can be settled; the first is what happens by default.",
  })
  ways: SettlementWay[];
}

@ObjectType("Leaving", {
  description: "单位退出委员会前的未了结事项。What is open before a unit leaves a committee.",
})
export class LeavingType {
  @Field(() => [LeavingItemType], {
    description: "未了结的事项，逐一处理。What is open, each to be settled.",
  })
  items: LeavingItemType[];
}
