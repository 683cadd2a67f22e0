import "reflect-metadata";
import { ArgsType, Field, InputType } from "type-graphql";

/** Filter of a list whose records have a place. */
@InputType()
@ArgsType()
export abstract class PlaceFilter {
  @Field(() => String, {
    nullable: true,
    description: "此地及其下级。In that place and all below it.",
  })
  regionCode?: string | null;
}
