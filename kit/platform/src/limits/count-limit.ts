import { requireCount } from "./require-count.ts";
import { type Label, type Limit, described, grouped } from "./limit.ts";

/**
 * A whole number of people or things.
 *
 * @param limits default 1 to 1,000,000.
 */
export function countLimit(
  label: Label,
  limits: { readonly least?: number; readonly most?: number } = {},
): Limit<number> {
  const { least = 1, most = 1_000_000 } = limits;
  return {
    description: described(label, {
      zh: `${least} 至 ${most}`,
      en: `${grouped(least)} to ${grouped(most)}`,
    }),
    check: (field, value) => requireCount(field, value, { least, most }),
  };
}
