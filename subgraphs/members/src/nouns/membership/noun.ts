import { recordNoun } from "@alliance-hub/platform/noun/noun";
import { MembershipSchema } from "./membership.entity.ts";
import { createMembershipLoaders } from "./membership.loaders.ts";
import * as resolvers from "./membership.resolver.ts";

export const membership = recordNoun({
  name: "Membership",
  entity: MembershipSchema,
  loaders: { memberships: createMembershipLoaders },
  resolvers,
});
