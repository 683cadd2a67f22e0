import { HubError } from "@alliance-hub/kit/errors/hub-error";

/** `SUBGRAPH_UNAVAILABLE`, naming the subgraph and what was wrong with it. */
export function subgraphUnavailable(service: string, fault: string): HubError {
  return new HubError(
    "SUBGRAPH_UNAVAILABLE",
    `The subgraph "${service}" ${fault}. What comes from other subgraphs is present; try again in a moment.`,
    { service },
  );
}

/**
 * The work's result, unless the request's deadline passes or its client goes away first.
 *
 * @throws HubError `SUBGRAPH_UNAVAILABLE`.
 */
export async function withinDeadline<T>(
  service: string,
  signal: AbortSignal,
  work: Promise<T>,
): Promise<T> {
  const late = () => subgraphUnavailable(service, "did not answer within the deadline");
  if (signal.aborted) {
    work.catch(() => undefined);
    throw late();
  }
  let stop = (): void => undefined;
  const passed = new Promise<never>((_resolve, reject) => {
    stop = () => reject(late());
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([work, passed]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
