import type { Noun } from "@alliance-hub/platform/noun/noun";
import { MembershipSchema } from "./membership.entity.ts";
import { type MembershipContext, createMembershipLoaders } from "./membership.loaders.ts";
import * as resolvers from "./membership.resolver.ts";

export const membership = {
  name: "Membership",
  entity: MembershipSchema,
  loaders: { memberships: createMembershipLoaders },
  resolvers: Object.values(resolvers),
  reference: ({ id }: { id: string }, { memberships }: MembershipContext) =>
    memberships.byId.load(id),
} satisfies Noun;
