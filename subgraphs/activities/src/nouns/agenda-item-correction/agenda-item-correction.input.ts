import { ChangeInput } from "@alliance-hub/platform/change/mutation.input";
import { optional } from "@alliance-hub/platform/limits/limit";
import { Field, ID, InputType } from "type-graphql";
import { LIMITS } from "../agenda-item/agenda-item.input.ts";

@InputType("UpdateAgendaItemInput", {
  description:
    "更改或更正议题；未给出的不变，内容与提出单位给 null 即删去。What to change or correct of an item; what you leave out stays as it is. A detail and a unit that are given as null are removed.",
})
export class UpdateAgendaItemInput extends ChangeInput {
  @Field(() => String, optional(LIMITS.title)) title?: string | null;
  @Field(() => String, optional(LIMITS.detail)) detail?: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      "提出的单位，须为委员会的成员单位。The unit that proposes it, one of the committee's.",
  })
  organizationId?: string | null;
}
