import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";

/** What an address can fill in. */
interface DraftSearch {
  readonly committee?: string | undefined;
  /** Id of a unit to draft with. */
  readonly unit?: string | undefined;
}

export const agreementNewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/agreements/new",
  validateSearch: ({ committee, unit }: Record<string, unknown>): DraftSearch => ({
    ...(typeof committee === "string" ? { committee } : {}),
    ...(typeof unit === "string" ? { unit } : {}),
  }),
  component: lazyRouteComponent(() => import("./page.tsx"), "DraftPage"),
});
