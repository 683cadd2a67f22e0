import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { readAddressSearch } from "./search.ts";

export const calendarAddressesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/calendar/addresses",
  validateSearch: readAddressSearch,
  component: lazyRouteComponent(() => import("./page.tsx"), "CalendarAddressesPage"),
});
