import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../../app/root.ts";
import { readPart } from "./parts.ts";

export const officeCommitteeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/office/committees/$id",
  validateSearch: readPart,
  component: lazyRouteComponent(() => import("./page.tsx"), "OfficeCommitteePage"),
});
