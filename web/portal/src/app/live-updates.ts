import { currentToken } from "@alliance-hub/web-shared/session.ts";
import { createClient } from "graphql-sse";
import { useEffect } from "react";
import {
  PortalUpdatesDocument,
  type PortalUpdatesSubscription,
} from "../graph/generated/graphql.ts";
import { queryClient } from "../graph/query-client.ts";

/** Pauses between attempts to come back to a hub that is away, in milliseconds: the last one goes on. */
const PAUSES_MS = [500, 1000, 3000, 10_000];

/** Keeps what is shown of activities as it is, while a component is shown. */
export function useLiveUpdates(): void {
  useEffect(() => {
    const leaving = new AbortController();
    void follow(leaving.signal);
    return () => leaving.abort();
  }, []);
}

/** A connection that drops is taken up again after the last update: nothing is missed. */
async function follow(leaving: AbortSignal): Promise<void> {
  let after: string | undefined;
  for (let attempt = 0; !leaving.aborted; attempt++) {
    using client = connect();
    leaving.addEventListener("abort", () => client.dispose(), { once: true });
    try {
      for await (const { data } of client.iterate<PortalUpdatesSubscription>({
        query: PortalUpdatesDocument.toString(),
        variables: { after },
      })) {
        if (!data) continue;
        attempt = 0;
        after = data.activityUpdates.position;
        refreshActivities(data.activityUpdates.activity?.id);
      }
    } catch {
      // The hub is away, or does not go on from there: what is shown is asked again, the log from its end.
      if (attempt > 0) after = undefined;
      refreshActivities(undefined);
    }
    await pause(PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)] ?? 0, leaving);
  }
}

function connect() {
  const client = createClient({
    url: "/graphql",
    retryAttempts: 0,
    headers: (): Record<string, string> => {
      const token = currentToken();
      return token === undefined ? {} : { authorization: `Bearer ${token}` };
    },
  });
  return { ...client, [Symbol.dispose]: () => client.dispose() };
}

/** Asks anew for whatever is shown that has activities in it, or that very one. */
function refreshActivities(id: string | undefined): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [text, variables] }) => {
      if (typeof text !== "string") return false;
      if (text.includes("activities(")) return true;
      return (
        text.includes("activity(") && (id === undefined || JSON.stringify(variables).includes(id))
      );
    },
  });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
