import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { readPartnerSearch } from "./search.ts";

export const partnersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/partners",
  validateSearch: readPartnerSearch,
  component: lazyRouteComponent(() => import("./page.tsx"), "PartnersPage"),
});
