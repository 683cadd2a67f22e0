/**
 * Whether PostgreSQL stores a text unchanged. It rejects NUL. Half of a surrogate pair has no form in UTF-8 and
 * is sent as U+FFFD, so two texts that differ only in it would become equal.
 */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\u0000");
}
