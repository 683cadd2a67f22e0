import { type SingleFlight, joinRunning } from "../cache/single-flight.ts";
import { copyOf } from "./copy.ts";

/** How long other subscriptions may still ask for the result of an event, in milliseconds. */
const KEPT_MS = 250;

/** What subscriptions ask for of one event is found once; each has a copy, which it may change. */
export function createEventResults<T>(): SingleFlight<T> {
  const results = joinRunning<T>(KEPT_MS);
  return (key, work) => results(key, work).then(copyOf);
}
