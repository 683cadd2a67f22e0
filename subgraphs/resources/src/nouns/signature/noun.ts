import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as resolvers from "./signature.resolver.ts";

/** Part of an agreement's party; it has no record of its own. */
export const signature = {
  name: "Signature",
  loaders: {},
  resolvers: Object.values(resolvers),
} satisfies Noun;
