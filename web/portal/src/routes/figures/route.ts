import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { readFigureSearch } from "./search.ts";

export const figuresRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/figures",
  validateSearch: readFigureSearch,
  component: lazyRouteComponent(() => import("./page.tsx"), "FiguresPage"),
});
