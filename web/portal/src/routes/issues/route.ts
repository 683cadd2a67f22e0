import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { readIssueSearch } from "./search.ts";

export const issuesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/issues",
  validateSearch: readIssueSearch,
  component: lazyRouteComponent(() => import("./page.tsx"), "IssuesPage"),
});
