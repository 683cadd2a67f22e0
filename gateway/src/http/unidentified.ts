import { HubError } from "@alliance-hub/kit/errors/hub-error";

/** What is said where nobody could tell in time who is asking. */
export function unidentified(): HubError {
  return new HubError(
    "SUBGRAPH_UNAVAILABLE",
    "Who is asking could not be found out within the deadline. Try again in a moment.",
  );
}
