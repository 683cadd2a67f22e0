import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readText, searchReader, wordOf } from "../../app/address.ts";
import { rootRoute } from "../../app/root.ts";

/** Whose waiting entries are listed. */
export interface WaitingSearch {
  /** Id of the viewer's unit; the first of them by default. */
  readonly unit?: string | undefined;
  /** Default: those that still wait, or are offered their time. */
  readonly show?: "all" | undefined;
}

export const waitingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/bookings/waiting",
  validateSearch: searchReader<WaitingSearch>({ unit: readText, show: wordOf("all") }),
  component: lazyRouteComponent(() => import("./page.tsx"), "WaitingPage"),
});
