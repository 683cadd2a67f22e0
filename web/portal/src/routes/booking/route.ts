import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";

export const bookingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/bookings/$id",
  component: lazyRouteComponent(() => import("./page.tsx"), "BookingPage"),
});
