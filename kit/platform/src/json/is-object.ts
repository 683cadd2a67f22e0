/** Whether a value of JSON is an object: neither a list, nor a scalar, nor null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
