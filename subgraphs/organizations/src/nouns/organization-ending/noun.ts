import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as resolvers from "./organization-ending.resolver.ts";

/** A change of an organisation; it has no separate record. */
export const organizationEnding = {
  name: "OrganizationEnding",
  loaders: {},
  resolvers,
} satisfies Noun;
