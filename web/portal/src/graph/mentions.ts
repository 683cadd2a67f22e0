/** Whether a document asks for records of a noun: by the name of a field, such as `booking` or `bookings`. */
export function mentions(document: unknown, noun: string): boolean {
  if (typeof document !== "string") return false;
  const one = `${noun.charAt(0).toLowerCase()}${noun.slice(1)}`;
  const several = one.endsWith("y") ? `${one.slice(0, -1)}ies` : `${one}s`;
  return new RegExp(`\\b(?:${one}|${several})\\b`).test(document);
}
