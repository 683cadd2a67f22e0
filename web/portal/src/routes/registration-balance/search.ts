import { oneOf, readText, searchReader } from "../../app/address.ts";
import type {
  RegistrationBalanceLevel,
  RegistrationBalanceOrder,
} from "../../graph/generated/graphql.ts";

/** What the balance is of and how it is ordered, as it stands in the page's address. */
export interface BalanceSearch {
  readonly place?: string | undefined;
  /** Default: communities. */
  readonly per?: RegistrationBalanceLevel | undefined;
  /** Default: those with the fewest units first. */
  readonly order?: RegistrationBalanceOrder | undefined;
}

export const LEVELS: Readonly<Record<RegistrationBalanceLevel, string>> = {
  COMMUNITY: "按社区",
  STREET: "按街道",
};

export const ORDERS: Readonly<Record<RegistrationBalanceOrder, string>> = {
  FEWEST_UNITS: "单位少的在前",
  FEWEST_MEMBERS: "人数少的在前",
  MOST_UNITS: "单位多的在前",
  MOST_MEMBERS: "人数多的在前",
};

export const readBalanceSearch = searchReader<BalanceSearch>({
  place: readText,
  per: oneOf(LEVELS),
  order: oneOf(ORDERS),
});
