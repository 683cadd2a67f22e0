import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Field, Int, ObjectType } from "type-graphql";

@ObjectType("WebhookAttempt", {
  description: "一次推送尝试。One attempt to deliver.",
})
export class WebhookAttemptType {
  @Field(() => Int, { description: "第几次，从 1 起。Which attempt, from 1." })
  number: number;

  @Field(() => DateTimeScalar, { description: "时间。When it was made." })
  at: Date;

  @Field(() => Int, {
    nullable: true,
    description: "对方的 HTTP 状态码；无答复则为空。The HTTP status; null if there was no answer.",
  })
  status: number | null;

  @Field(() => Int, { description: "用时，毫秒。How long it took, in milliseconds." })
  durationMs: number;

  @Field(() => String, {
    nullable: true,
    description: "失败的原因；成功则为空。Why it failed; null if it succeeded.",
  })
  error: string | null;
}
