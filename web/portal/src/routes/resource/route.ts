import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { type ResourceSearch, readResourceSearch } from "../resources/search.ts";

/** The time that was searched for comes along, so that nobody types it twice. */
export const resourceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/resources/$id",
  validateSearch: (
    search: Record<string, unknown>,
  ): Pick<ResourceSearch, "day" | "from" | "to"> => {
    const { day, from, to } = readResourceSearch(search);
    return { ...(day ? { day } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) };
  },
  component: lazyRouteComponent(() => import("./page.tsx"), "ResourcePage"),
});
