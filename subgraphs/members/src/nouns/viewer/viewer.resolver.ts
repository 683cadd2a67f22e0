import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import type { Viewer, ViewerRole } from "@alliance-hub/sharing/viewer";
import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import { ViewerRoleType, ViewerType } from "./viewer.type.ts";

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, {
    description: "当前访问者及其角色。The current viewer and its roles.",
  })
  viewer(@Ctx() context: Pick<BaseContext, "viewer">): Viewer {
    return context.viewer;
  }

  @FieldResolver(() => OrganizationRef, {
    nullable: true,
    description: "首先代表的单位。The first of the units that you can act for.",
  })
  organization(@Root() viewer: Viewer): OrganizationRef | null {
    return viewer.organizationId === null ? null : { id: viewer.organizationId };
  }

  @FieldResolver(() => [OrganizationRef], {
    description:
      "可代表的各单位：任联络员的单位在前，其后为任书记的委员会所依托的党组织。All units that you can act for: first as their liaison, then as secretary of the committee that belongs to them.",
  })
  organizations(@Root() viewer: Viewer): OrganizationRef[] {
    return viewer.organizationIds.map((id) => ({ id }));
  }
}

@Resolver(() => ViewerRoleType)
export class ViewerRoleResolver {
  @FieldResolver(() => CommitteeRef, {
    nullable: true,
    description: "委员会（书记、委员）。The committee, for secretaries and members.",
  })
  committee(@Root() role: ViewerRole): CommitteeRef | null {
    return role.committeeId === null ? null : { id: role.committeeId };
  }

  @FieldResolver(() => OrganizationRef, {
    nullable: true,
    description: "所代表或派出的单位。The unit that the person acts for, or that sends the person.",
  })
  organization(@Root() role: ViewerRole): OrganizationRef | null {
    return role.organizationId === null ? null : { id: role.organizationId };
  }
}
