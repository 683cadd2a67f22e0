import { Field, InputType } from "type-graphql";

@InputType("AuditEntryFilter", { description: "审计记录的筛选条件。Which audit entries to list." })
export class AuditEntryFilter {
  @Field(() => String, { nullable: true, description: "操作名。Name of the mutation." })
  action?: string | null;

  @Field(() => String, { nullable: true, description: "记录编号。Id of the record." })
  recordId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "办理者的登录标识。The sign-in of the person or partner system that did it.",
  })
  subject?: string | null;
}
