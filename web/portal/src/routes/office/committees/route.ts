import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../../app/root.ts";
import { readCommitteeSearch } from "./search.ts";

export const officeCommitteesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/office/committees",
  validateSearch: readCommitteeSearch,
  component: lazyRouteComponent(() => import("./page.tsx"), "OfficeCommitteesPage"),
});
