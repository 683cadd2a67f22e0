import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as resolvers from "./organization-merger.resolver.ts";

/** A change of two organisations; it has no separate record. */
export const organizationMerger = {
  name: "OrganizationMerger",
  loaders: {},
  resolvers,
} satisfies Noun;
