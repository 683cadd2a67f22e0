import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { readContactCardSearch } from "./search.ts";

export const contactCardsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/contact-cards",
  validateSearch: readContactCardSearch,
  component: lazyRouteComponent(() => import("./page.tsx"), "ContactCardsPage"),
});
