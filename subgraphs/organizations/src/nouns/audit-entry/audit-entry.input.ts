import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Field, ID, InputType } from "type-graphql";

@InputType("AuditEntryFilter", { description: "审计记录的筛选条件。Which audit entries to list." })
export class AuditEntryFilter {
  @Field(() => String, { nullable: true, description: "操作名。Name of the mutation." })
  action?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "操作名之一。Names of mutations, any of which matches.",
  })
  actions?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "记录类型之一，如 Booking。Types of record, such as Booking.",
  })
  nouns?: string[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "自此时起。From this time on." })
  since?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "此时之前。Before this time." })
  until?: Date | null;

  @Field(() => ID, {
    nullable: true,
    description: "所代表的单位。The unit for which it was done.",
  })
  organizationId?: string | null;

  @Field(() => String, { nullable: true, description: "记录编号。Id of the record." })
  recordId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "办理者的登录标识。The sign-in of the person or partner system that did it.",
  })
  subject?: string | null;
}
