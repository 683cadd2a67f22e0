import { type Outcome, WAYS_OUT } from "@alliance-hub/platform/errors/database-away";
import { HubError } from "@alliance-hub/platform/errors/hub-error";
import type { Words } from "@alliance-hub/platform/words/words";
import { noteUnfinished } from "./unfinished.ts";

/** `SUBGRAPH_UNAVAILABLE`, naming the subgraph and what was wrong with it. @param outcome of a change, what is known of it. */
export function subgraphUnavailable(service: string, fault: string, outcome?: Outcome): HubError {
  const way = outcome === undefined ? OTHERS : WAYS_OUT[outcome];
  return new HubError(
    "SUBGRAPH_UNAVAILABLE",
    {
      zh: `子图“${service}”暂不可用。${way.zh}`,
      en: `The subgraph "${service}" ${fault}. ${way.en}`,
    },
    outcome === undefined ? { service } : { service, outcome },
  );
}

const OTHERS: Words = {
  zh: "其他子图的内容照常显示，请稍后再试。",
  en: "What comes from other subgraphs is present; try again in a moment.",
};

/** What is said of a subgraph that did not answer in time. */
export const LATE = "did not answer within the deadline";

/**
 * The work's result, unless the signal fires first. The work itself goes on, noted as unfinished; its
 * failure is then nobody's concern.
 *
 * @param onAbort called at most once, gives what the waiting ends with.
 */
export function unlessAborted<T>(
  work: Promise<T>,
  signal: AbortSignal,
  onAbort: () => Error,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      noteUnfinished(signal, work);
      reject(onAbort());
    };
    signal.addEventListener("abort", abort);
    work.then(
      (value) => {
        signal.removeEventListener("abort", abort);
        resolve(value);
      },
      (error: unknown) => {
        signal.removeEventListener("abort", abort);
        reject(error);
      },
    );
  });
}

/**
 * The work's result, unless the request's deadline passes or its client goes away first. The work goes on.
 *
 * @throws HubError `SUBGRAPH_UNAVAILABLE`.
 */
export function withinDeadline<T>(
  service: string,
  signal: AbortSignal,
  work: Promise<T>,
): Promise<T> {
  return unlessLate(work, signal, () => subgraphUnavailable(service, LATE));
}

/** The same for a change, which may then happen or not: one that was begun is not broken off. */
export function changeWithinDeadline<T>(
  service: string,
  signal: AbortSignal,
  work: Promise<T>,
): Promise<T> {
  return unlessLate(work, signal, () => subgraphUnavailable(service, LATE, "UNKNOWN"));
}

function unlessLate<T>(work: Promise<T>, signal: AbortSignal, late: () => HubError): Promise<T> {
  if (!signal.aborted) return unlessAborted(work, signal, late);
  noteUnfinished(signal, work);
  return Promise.reject(late());
}
