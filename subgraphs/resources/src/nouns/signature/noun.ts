import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as resolvers from "./signature.resolver.ts";

/** It is part of an agreement's party and has no separate record. */
export const signature = {
  name: "Signature",
  loaders: {},
  resolvers,
} satisfies Noun;
