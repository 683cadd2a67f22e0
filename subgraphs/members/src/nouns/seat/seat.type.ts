import { RecordType } from "@alliance-hub/platform/noun/record.type";
import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { DateScalar } from "@alliance-hub/platform/scalars/date";
import { Directive, Field, ObjectType, registerEnumType } from "type-graphql";
import { SeatRole } from "./seat.entity.ts";

registerEnumType(SeatRole, {
  name: "SeatRole",
  description: "委员职务。Offices in a committee.",
  valuesConfig: {
    SECRETARY: { description: "书记。Secretary; one at a time." },
    DEPUTY_SECRETARY: { description: "副书记。Deputy secretary." },
    MEMBER: { description: "委员。Member." },
    PART_TIME: { description: "兼职委员。Part-time member, sent by a unit." },
  },
});

@ObjectType("Seat", {
  description: "委员、兼职委员在一届中的任职。A person's seat in a committee for a term.",
})
@Directive('@key(fields: "id")')
export class SeatType extends RecordType {
  @Field(() => SeatRole, { description: "职务。Role." }) role: SeatRole;
  @Field(() => DateScalar, { description: "任职日期。First day in office." }) since: string;
}

export const SeatConnection = connectionOf("Seat", () => SeatType, { zh: "委员任职", en: "seats" });
