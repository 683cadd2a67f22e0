import { countLimit } from "@alliance-hub/platform/limits/count-limit";
import { optional } from "@alliance-hub/platform/limits/limit";
import { textLimit } from "@alliance-hub/platform/limits/text-limit";
import { Field, ID, InputType, Int } from "type-graphql";

/** What the inputs of a commitment take. */
export const LIMITS = {
  clause: textLimit({ zh: "承诺内容", en: "What is promised" }, { maxLength: 500 }),
  timesPerYear: countLimit({ zh: "每年次数", en: "How often a year" }, { most: 366 }),
};

@InputType("CommitmentInput", { description: "一条承诺事项。One clause of an agreement." })
export class CommitmentInput {
  @Field(() => ID, { description: "承诺的一方。The party that commits itself." })
  organizationId: string;
  @Field(() => String, LIMITS.clause) clause: string;
  @Field(() => ID, {
    nullable: true,
    description: "所用资源，须为该方所提供。The resource it is about; that party must provide it.",
  })
  resourceId?: string | null;
  @Field(() => Int, optional(LIMITS.timesPerYear)) timesPerYear?: number | null;
}
