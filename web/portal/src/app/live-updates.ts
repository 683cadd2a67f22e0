import type { Query } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { PortalUpdatesDocument } from "../graph/generated/graphql.ts";
import { follow } from "../graph/follow.ts";
import { gather } from "../graph/gather.ts";
import { mentions } from "../graph/mentions.ts";
import { queryClient } from "../graph/query-client.ts";
import { setConnected } from "./connection.ts";

/** Updates that come within this time are shown together, in milliseconds. */
const TOGETHER_MS = 100;

/**
 * Keeps what is shown of activities as it is, while a component is shown.
 *
 * @param from the position of the log before anything was asked; undefined where it could not be had.
 */
export function useLiveUpdates(from: string | undefined): void {
  const start = useRef(from);
  useEffect(() => {
    const leaving = new AbortController();
    const changed = gather(TOGETHER_MS, askAnew, leaving.signal);
    void follow(PortalUpdatesDocument, {
      from: start.current,
      signal: leaving.signal,
      connected: setConnected,
      told: ({ activityUpdates }) => changed(activityUpdates.activity?.id),
      // What was read while the stream was being opened may be older than where it begins; after a gap in the
      // log, or a restored backup, anything may be.
      begun: (how) =>
        void queryClient.invalidateQueries(how === "first" ? { predicate: showsActivities } : {}),
    });
    return () => leaving.abort();
  }, []);
}

/** Asks anew for what shows the activities that have changed; a change of one that is not to be seen, for all. */
function askAnew(ids: readonly (string | undefined)[]): void {
  const changed = [...new Set(ids)];
  void queryClient.invalidateQueries({
    predicate: (query) => changed.some((one) => shows(query, one)),
  });
}

/** A list may have to show an activity that it does not have yet; a page of one activity shows that one. */
function shows(query: Query, id: string | undefined): boolean {
  if (!showsActivities(query)) return false;
  const [text, variables] = query.queryKey;
  const isOfOne = /\bactivity\(/.test(String(text)) && !/\bactivities\b/.test(String(text));
  return !isOfOne || id === undefined || JSON.stringify(variables).includes(id);
}

/** Documents name what they show: a field `activity` or `activities`, wherever it stands. */
const showsActivities = ({ queryKey: [text] }: Query): boolean => mentions(text, "Activity");
