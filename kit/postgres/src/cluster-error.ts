/**
 * Every foreseen reason why the hub's own PostgreSQL cannot run. The message names the value, the rule and the
 * way out, so it is printed to the operator as it is, without a stack, and it never holds the password.
 */
export class ClusterError extends Error {
  override readonly name = "ClusterError";
}

/**
 * The `code` of an error from the operating system or from PostgreSQL, if it has one. It is not asked
 * whether it is an `Error`: Jest runs files in a realm of its own, where Node's errors are not.
 */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const code: unknown = Reflect.get(error, "code");
  return typeof code === "string" ? code : undefined;
}

/** An error's message, for one that becomes part of another. */
export function messageOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error);
  return String(Reflect.get(error, "message"));
}
