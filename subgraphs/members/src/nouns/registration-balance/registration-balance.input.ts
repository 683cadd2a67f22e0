import { ArgsType, Field } from "type-graphql";

/** For which places units and headcount are counted. */
export const BalanceLevel = {
  COMMUNITY: "COMMUNITY",
  STREET: "STREET",
} as const;
export type BalanceLevel = (typeof BalanceLevel)[keyof typeof BalanceLevel];

/** Orders of the balance. */
export const BalanceOrder = {
  FEWEST_UNITS: "FEWEST_UNITS",
  FEWEST_MEMBERS: "FEWEST_MEMBERS",
  MOST_UNITS: "MOST_UNITS",
  MOST_MEMBERS: "MOST_MEMBERS",
} as const;
export type BalanceOrder = (typeof BalanceOrder)[keyof typeof BalanceOrder];

@ArgsType()
export class RegistrationBalanceFilter {
  @Field(() => String, { description: "此地及其下级。In that place and all below it." })
  regionCode: string;
  @Field(() => BalanceLevel, {
    nullable: true,
    description:
      "按社区或按街道统计，默认按社区。For each community or for each street; communities by default.",
  })
  per?: BalanceLevel | null;
}
