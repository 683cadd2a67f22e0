import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { readBoardSearch } from "./search.ts";

export const boardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/board",
  validateSearch: readBoardSearch,
  component: lazyRouteComponent(() => import("./page.tsx"), "BoardPage"),
});
