import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { readAgreementSearch } from "./search.ts";

export const agreementsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/agreements",
  validateSearch: readAgreementSearch,
  component: lazyRouteComponent(() => import("./page.tsx"), "AgreementsPage"),
});
