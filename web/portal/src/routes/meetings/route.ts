import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { readMeetingSearch } from "./search.ts";

export const meetingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/meetings",
  validateSearch: readMeetingSearch,
  component: lazyRouteComponent(() => import("./page.tsx"), "MeetingsPage"),
});
