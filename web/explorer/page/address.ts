import { laidOut } from "./laid-out.ts";

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
    variables: inLines(given.get("variables") ?? ""),
    operationName: given.get("operationName") || undefined,
  };
}

/** Text that is not JSON is shown unchanged, and the editor says what is wrong with it. */
function inLines(variables: string): string {
  try {
    return laidOut(JSON.parse(variables));
  } catch {
    return variables;
  }
}
