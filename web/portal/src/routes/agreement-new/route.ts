import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readText, searchReader } from "../../app/address.ts";
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
  validateSearch: searchReader<DraftSearch>({ committee: readText, unit: readText }),
  component: lazyRouteComponent(() => import("./page.tsx"), "DraftPage"),
});
