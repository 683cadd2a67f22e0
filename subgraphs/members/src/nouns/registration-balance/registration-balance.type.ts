import { connectionOf } from "@alliance-hub/platform/pagination/connection.type";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { BalanceLevel, BalanceOrder } from "./registration-balance.input.ts";

registerEnumType(BalanceLevel, {
  name: "RegistrationBalanceLevel",
  description: "报到均衡情况的统计层级。For which places the balance of registrations is counted.",
  valuesConfig: {
    COMMUNITY: { description: "社区。For each community." },
    STREET: { description: "街道，含所辖社区。For each street with its communities." },
  },
});

registerEnumType(BalanceOrder, {
  name: "RegistrationBalanceOrder",
  description: "报到均衡情况的排序。Orders of the balance of registrations.",
  valuesConfig: {
    FEWEST_UNITS: { description: "单位最少的在前。The places with the fewest units first." },
    FEWEST_MEMBERS: { description: "党员最少的在前。The places with the fewest members first." },
    MOST_UNITS: { description: "单位最多的在前。The places with the most units first." },
    MOST_MEMBERS: { description: "党员最多的在前。The places with the most members first." },
  },
});

@ObjectType("RegistrationBalance", {
  description:
    "一地的报到情况，供就近就便、相对均衡安排参考。How many units and members serve in a place, so that units can register where few do.",
})
export class RegistrationBalanceType {
  @Field(() => Int, {
    description:
      "已接收报到的单位数，每个单位计一次。Units whose registration was accepted, each once.",
  })
  units: number;
  @Field(() => Int, { description: "报到党员人数。How many members serve." }) headcount: number;
}

export const RegistrationBalanceConnection = connectionOf(
  "RegistrationBalance",
  () => RegistrationBalanceType,
  { zh: "报到均衡情况", en: "places with their registrations" },
);
