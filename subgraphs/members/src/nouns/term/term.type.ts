import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { DateTimeScalar } from "@alliance-hub/platform/scalars/date-time";
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { TermState } from "./term.entity.ts";

registerEnumType(TermState, {
  name: "TermState",
  description: "任期状态。States of a term.",
  valuesConfig: {
    PLANNED: { description: "待开始。To come." },
    CURRENT: { description: "本届。The one that runs today; one at most for each committee." },
    PAST: { description: "往届。Over." },
  },
});

@ObjectType("Term", { description: "届、任期。A committee's term of office." })
@Directive('@key(fields: "id")')
export class TermType {
  @Field(() => ID, { description: "编号。Id." })
  id: string;

  @Field(() => Int, { description: "届次，1 起。Number of the term, from 1." })
  number: number;

  @Field(() => DateScalar, { description: "任期起。First day." })
  startsOn: string;

  @Field(() => DateScalar, { description: "任期止。Last day." })
  endsOn: string;

  @Field(() => Int, {
    description: "版本，用于防止覆盖他人更改。Version, for the optimistic lock.",
  })
  version: number;

  @Field(() => DateTimeScalar, { description: "登记时间。When it was entered." })
  createdAt: Date;

  @Field(() => DateTimeScalar, { description: "最近更改时间。When it was last changed." })
  updatedAt: Date;
}

export const TermConnection = connectionOf("Term", () => TermType, { zh: "任期", en: "terms" });
