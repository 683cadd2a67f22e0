/** The prefix of values that JSON cannot express. A text that begins with it has it twice. */
const MARK = "\u0000";

/**
 * A text that two values share only if they are equal. This includes values that JSON would write in the same
 * way: infinite numbers (`1e999` in a request), NaN, minus zero, and missing elements of a list and `null`. An
 * object with its members in another order has another text.
 */
export function exactText(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => {
    if (typeof part === "number" && (!Number.isFinite(part) || Object.is(part, -0)))
      return MARK + (Object.is(part, -0) ? "-0" : String(part));
    if (part === undefined) return `${MARK}undefined`;
    return typeof part === "string" && part.startsWith(MARK) ? MARK + part : part;
  });
}
