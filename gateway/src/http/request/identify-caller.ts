import { HubError } from "@alliance-hub/platform/errors/hub-error";
import type { Viewer } from "@alliance-hub/sharing/viewer";
import { unlessAborted } from "../../engine/transport/deadline.ts";
import type { Identify } from "../../identity/identity.ts";

/**
 * Identifies the viewer within the time to answer; at once if nobody has signed in.
 *
 * @param signal of the request.
 * @throws HubError `UNAUTHENTICATED`; `SUBGRAPH_UNAVAILABLE` if the signal fires first.
 */
export function identifyCaller(
  identify: Identify,
  authorization: string | undefined,
  signal: AbortSignal,
): Viewer | Promise<Viewer> {
  const found = identify(authorization);
  return found instanceof Promise ? unlessAborted(found, signal, unidentified) : found;
}

function unidentified(): HubError {
  return new HubError("SUBGRAPH_UNAVAILABLE", {
    zh: "枢纽未能及时确认是谁在请求。请稍后再试。",
    en: "The hub could not find out within the deadline who is asking. Try again in a moment.",
  });
}
