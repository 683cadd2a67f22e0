import { fields, reference } from "@alliance-hub/platform/noun/fields";
import { listQuery } from "@alliance-hub/platform/noun/queries";
import { RegionRef } from "../../references/region.ref.ts";
import { BalanceOrder, RegistrationBalanceFilter } from "./registration-balance.input.ts";
import type { BalanceRow, RegistrationBalanceContext } from "./registration-balance.loaders.ts";
import {
  RegistrationBalanceConnection,
  RegistrationBalanceType,
} from "./registration-balance.type.ts";

export const RegistrationBalanceList = listQuery({
  name: "registrationBalance",
  connection: RegistrationBalanceConnection,
  filter: RegistrationBalanceFilter,
  isSpread: true,
  orders: BalanceOrder,
  description:
    "各社区或街道的报到情况，默认单位最少的在前，含尚无单位报到的。Registrations of each community or street, the places with the fewest units first by default, those without any included.",
  list: ({ registrationBalances }: RegistrationBalanceContext, filter, _info, orderBy) =>
    registrationBalances.list(
      filter,
      (orderBy as BalanceOrder | null | undefined) ?? "FEWEST_UNITS",
    ),
});

export const RegistrationBalanceFields = fields<BalanceRow, RegistrationBalanceContext>(
  () => RegistrationBalanceType,
  {
    region: reference(() => RegionRef, "code", {
      key: "code",
      description: "社区或街道。The community or street.",
    }),
  },
);
