import { type Day, showDay } from "./time.ts";

interface FormerName {
  readonly name: string;
  readonly until: Day;
}

/** Former names with their last days: 红星小学（至 2024年8月31日 周六）. */
export const showFormerNames = (names: readonly FormerName[]): string =>
  names.map(({ name, until }) => `${name}（至${showDay(until)}）`).join("、");

interface Named {
  readonly name: string;
  readonly formerNames: readonly { readonly name: string }[];
}

/** By which former name a search found something whose name is another one now; undefined if by no such name. */
export function foundByFormerName(
  text: string | undefined,
  { name, formerNames }: Named,
): string | undefined {
  const wanted = text?.trim() ?? "";
  if (wanted === "" || name.includes(wanted)) return undefined;
  return formerNames.find((former) => former.name.includes(wanted))?.name;
}
