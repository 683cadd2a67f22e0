import "reflect-metadata";
import { ArgsType, type ClassType, Field, ID, InputType } from "type-graphql";
import { MutationInput } from "../change/mutation.input.ts";
import { type WorkedOutField, reference } from "./fields.ts";
import { PlaceFilter } from "./place-filter.input.ts";

const UNIT = { description: "所属单位。The unit it belongs to.", nullable: true };
const COMMITTEE = { description: "所属委员会。The committee it belongs to.", nullable: true };

/** Filter of a list whose records belong to units and committees. */
@InputType()
@ArgsType()
export abstract class OwnerFilter extends PlaceFilter {
  @Field(() => ID, UNIT) organizationId?: string | null;
  @Field(() => ID, COMMITTEE) committeeId?: string | null;
}

/** Input of a mutation that makes a record of a unit or of a committee; `requireOwner` checks it. */
@InputType()
export abstract class OwnedInput extends MutationInput {
  @Field(() => ID, UNIT) organizationId?: string | null;
  @Field(() => ID, COMMITTEE) committeeId?: string | null;
}

interface Owned {
  readonly organizationId: string | null;
  readonly committeeId: string | null;
}

/** The fields `organization` and `committee` of such a record. */
export function ownerFields(
  organization: () => ClassType,
  committee: () => ClassType,
): Readonly<Record<"organization" | "committee", WorkedOutField<Owned, unknown>>> {
  return {
    organization: reference(organization, "organizationId", UNIT),
    committee: reference(committee, "committeeId", COMMITTEE),
  };
}
