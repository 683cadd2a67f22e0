import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { readBalanceSearch } from "./search.ts";

export const registrationBalanceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/registrations/balance",
  validateSearch: readBalanceSearch,
  component: lazyRouteComponent(() => import("./page.tsx"), "RegistrationBalancePage"),
});
