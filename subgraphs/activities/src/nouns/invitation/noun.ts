import type { Noun } from "@alliance-hub/platform/noun/noun";
import * as resolvers from "./invitation.resolver.ts";

/** A participant that has been asked and has not answered; its record is the participant's. */
export const invitation = {
  name: "Invitation",
  loaders: {},
  resolvers,
} satisfies Noun;
