import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { readCommitteesSearch } from "./search.ts";

export const committeesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/committees",
  validateSearch: readCommitteesSearch,
  component: lazyRouteComponent(() => import("./page.tsx"), "CommitteesPage"),
});
