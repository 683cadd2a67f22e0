import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../../app/root.ts";
import { readAppointmentSearch } from "./search.ts";

export const officeAppointmentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/office/appointments",
  validateSearch: readAppointmentSearch,
  component: lazyRouteComponent(() => import("./page.tsx"), "OfficeAppointmentsPage"),
});
