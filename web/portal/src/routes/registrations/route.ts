import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { readRegistrationSearch } from "./search.ts";

export const registrationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/registrations",
  validateSearch: readRegistrationSearch,
  component: lazyRouteComponent(() => import("./page.tsx"), "RegistrationsPage"),
});
