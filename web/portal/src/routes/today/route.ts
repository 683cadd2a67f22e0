import { createRoute } from "@tanstack/react-router";
import { rootRoute } from "../../app/root.ts";
import { TodayPage } from "./page.tsx";

export const todayRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  component: TodayPage,
});
