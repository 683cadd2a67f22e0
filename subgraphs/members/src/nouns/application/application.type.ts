import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Directive, Field, ObjectType, registerEnumType } from "type-graphql";
import { ApplicationState } from "./application.entity.ts";

registerEnumType(ApplicationState, {
  name: "ApplicationState",
  description: "入会申请的状态。States of an application.",
  valuesConfig: {
    SUBMITTED: { description: "待答复。The committee has not answered." },
    ACCEPTED: { description: "已同意，单位已加入。Accepted; the unit is a member." },
    RETURNED: { description: "已退回，附原因。Sent back, with a reason." },
    WITHDRAWN: { description: "单位已撤回。The unit has withdrawn it." },
  },
});

@ObjectType("Application", {
  description: "入会申请：单位自荐加入委员会。A unit's proposal to become a member of a committee.",
})
@Directive('@key(fields: "id")')
export class ApplicationType extends RecordType {
  @Field(() => ApplicationState, { description: "状态。State." }) state: ApplicationState;
  @Field(() => String, {
    nullable: true,
    description: "申请说明。Why the unit wants to join, and what it brings.",
  })
  message: string | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "答复或撤回的时间；待答复时为空。When it was answered or withdrawn; null while it waits.",
  })
  settledAt: Date | null;
  @Field(() => String, { nullable: true, description: "退回原因。Why it was sent back." })
  returnReason: string | null;
}

export const ApplicationConnection = connectionOf("Application", () => ApplicationType, {
  zh: "入会申请",
  en: "applications",
});
