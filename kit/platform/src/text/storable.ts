/**
 * Whether PostgreSQL keeps a text as it is. A NUL it refuses; half of a surrogate pair has no form in UTF-8 and
 * is sent as U+FFFD, so that texts which differ by it alone would become one.
 */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\u0000");
}
