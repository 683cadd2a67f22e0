import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Directive, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { WaitingState } from "./waiting-entry.entity.ts";

registerEnumType(WaitingState, {
  name: "WaitingState",
  description: "候补状态。State of a waiting entry.",
  valuesConfig: {
    WAITING: { description: "等候中。Waits." },
    OFFERED: {
      description:
        "已让给该单位，限时接受。The time is held for the unit, which may accept it for a while.",
    },
    BOOKED: { description: "已接受并预约。Accepted and booked." },
    LAPSED: {
      description:
        "已失效：逾时未接受，或时段已到、资源已撤回。Lapsed: not accepted in time, or the time has come or the resource was withdrawn first.",
    },
    WITHDRAWN: { description: "已退出。Withdrawn by the unit." },
  },
});

@ObjectType("WaitingEntry", {
  description:
    "候补：等候一项资源已被占用的时段，空出时按先后限时让出。A unit's wish for a time that is taken; it is offered for a while when it becomes free, in order.",
})
@Directive('@key(fields: "id")')
export class WaitingEntryType extends RecordType {
  @Field(() => Int, { description: "数量。How much of the resource it waits for." })
  quantity: number;
  @Field(() => WaitingState, { description: "状态。State." }) state: WaitingState;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "让给该单位的截止时间；未曾让出则为空。Until when the offer can be accepted; null if there was none.",
  })
  offeredUntil: Date | null;
}

export const WaitingEntryConnection = connectionOf("WaitingEntry", () => WaitingEntryType, {
  zh: "候补",
  en: "waiting entries",
});
