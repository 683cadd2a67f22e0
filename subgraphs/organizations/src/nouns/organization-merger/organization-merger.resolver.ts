import { mutations } from "@alliance-hub/platform/noun/mutations";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { OrganizationContext } from "../organization/organization.loaders.ts";
import { OrganizationType } from "../organization/organization.type.ts";
import * as inputs from "./organization-merger.input.ts";
import * as service from "./organization-merger.service.ts";
import { OrganizationMergerType } from "./organization-merger.type.ts";

@Resolver()
export class OrganizationMergerResolver {
  @Query(() => OrganizationMergerType, {
    description:
      "两个单位合并的预览（两地的平台管理员）。What a merger of two organisations would do; for an operator of both places.",
  })
  organizationMerge(
    @Arg("fromId", () => ID, {
      description: "被并入的单位。The one that is merged into the other.",
    })
    fromId: string,
    @Arg("intoId", () => ID, { description: "并入后的单位。The one that is left." })
    intoId: string,
    @Ctx() context: OrganizationContext,
  ): Promise<OrganizationMergerType> {
    return service.previewMerger(context, { fromId, intoId });
  }
}

export const OrganizationMergerMutations = mutations(
  {
    field: "organization",
    type: OrganizationType,
    description: "并入后的单位。The organisation that is left.",
  },
  { inputs, service },
  {
    mergeOrganizations:
      "把一个单位并入另一个：其全部记录转到后者名下，原编号指向后者（两地的平台管理员）。Merges one organisation into another: all its records become those of the other, and its id leads there; for an operator of both places.",
  },
);
