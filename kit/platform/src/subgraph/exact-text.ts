/** Begins what JSON has no form for; a text that begins so itself has it twice. */
const MARK = "\u0000";

/**
 * A text that two values share only if they are equal, also where JSON would write both alike: numbers that
 * are infinite (`1e999` in a request) or none, minus zero, and what is left out of a list or is `null`.
 * Members of an object that is written in another order make another text.
 */
export function exactText(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => {
    if (typeof part === "number" && (!Number.isFinite(part) || Object.is(part, -0)))
      return MARK + (Object.is(part, -0) ? "-0" : String(part));
    if (part === undefined) return `${MARK}undefined`;
    return typeof part === "string" && part.startsWith(MARK) ? MARK + part : part;
  });
}
