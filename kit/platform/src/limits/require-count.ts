import { fieldInChinese } from "../words/fields.ts";
import { badInput } from "../errors/hub-error.ts";

/** The maximum of anything that is counted in one record. */
const MOST = 1_000_000;

/**
 * A whole number of people or things within its limits.
 *
 * @param limits default 1 to 1,000,000.
 * @throws HubError `BAD_USER_INPUT`, naming the field, the rule and the way out.
 */
export function requireCount(
  field: string,
  count: number,
  limits: { least?: number; most?: number } = {},
): number {
  const { least = 1, most = MOST } = limits;
  if (count < least || count > most) {
    throw badInput(field, {
      zh: `${fieldInChinese(field)}为 ${count}，应为 ${least} 至 ${most}。请改为此范围内的数。`,
      en: `"${field}" is ${count}; it must be ${least} to ${most}. Give a number in that range.`,
    });
  }
  return count;
}
