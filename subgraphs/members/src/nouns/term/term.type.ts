import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { TermState } from "./term.entity.ts";

registerEnumType(TermState, {
  name: "TermState",
  description: "任期状态。States of a term.",
  valuesConfig: {
    PLANNED: { description: "待开始。It has not begun yet." },
    CURRENT: { description: "本届。The term that runs today; a committee has at most one." },
    PAST: { description: "往届。It is over." },
  },
});

@ObjectType("Term", { description: "届、任期。A committee's term of office." })
@Directive('@key(fields: "id")')
export class TermType extends RecordType {
  @Field(() => Int, { description: "届次，1 起。Number of the term, from 1." }) number: number;
  @Field(() => DateScalar, { description: "任期起。First day." }) startsOn: string;
  @Field(() => DateScalar, { description: "任期止。Last day." }) endsOn: string;
}

export const TermConnection = connectionOf("Term", () => TermType, { zh: "任期", en: "terms" });

/** What `discardPlannedTerm` answers with: the record is gone. */
@ObjectType("DiscardPlannedTermPayload", {
  description: "discardPlannedTerm 的结果。The result of discardPlannedTerm.",
})
export class DiscardPlannedTermPayload {
  @Field(() => ID, { description: "该届任期的编号。Id that the term had." }) id: string;
}
