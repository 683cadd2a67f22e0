import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as resolvers from "./agreement-draft.resolver.ts";

/** An agreement before it is proposed; it has no separate record. */
export const agreementDraft = {
  name: "AgreementDraft",
  loaders: {},
  resolvers,
} satisfies Noun;
