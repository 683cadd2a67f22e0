/** An operation that the page's address brings along, as links in guides and messages do. */
export interface AddressedOperation {
  readonly query: string;
  /** JSON to begin with; empty where there are none. */
  readonly variables: string;
  readonly operationName: string | undefined;
}

/** Reads `?query=`, `&variables=` and `&operationName=`. It is shown, never run by itself. */
export function readAddress(search: string): AddressedOperation | undefined {
  const given = new URLSearchParams(search);
  const query = given.get("query");
  if (!query) return undefined;
  return {
    query,
    variables: laidOut(given.get("variables") ?? ""),
    operationName: given.get("operationName") || undefined,
  };
}

/**
 * One value in each line. Text that is not JSON is shown unchanged, and the editor says what is wrong with it.
 */
function laidOut(variables: string): string {
  try {
    return JSON.stringify(JSON.parse(variables), undefined, 2);
  } catch {
    return variables;
  }
}
