import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { readBookingSearch } from "./search.ts";

export const bookingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/bookings",
  validateSearch: readBookingSearch,
  component: lazyRouteComponent(() => import("./page.tsx"), "BookingsPage"),
});
