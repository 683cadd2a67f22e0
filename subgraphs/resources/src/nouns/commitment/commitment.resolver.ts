import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import type { ResourcesContext } from "../../context.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import { type ResourceRow, resourceColumns } from "../resource/resource.loaders.ts";
import { ResourceType } from "../resource/resource.type.ts";
import { RecordFulfilmentInput, RecordFulfilmentPayload } from "./commitment.input.ts";
import type { CommitmentRow } from "./commitment.loaders.ts";
import { recordFulfilment } from "./commitment.service.ts";
import { CommitmentType } from "./commitment.type.ts";

@Resolver(() => CommitmentType)
export class CommitmentResolver {
  @FieldResolver(() => OrganizationRef, {
    nullable: true,
    description: "承诺的一方。The party that commits itself.",
  })
  organization(@Root() commitment: CommitmentRow): OrganizationRef {
    return { id: commitment.organizationId };
  }

  @FieldResolver(() => ResourceType, {
    nullable: true,
    description:
      "所用资源；不在可见范围内则为空。The resource it is about; null if the viewer may not see it.",
  })
  resource(
    @Root() commitment: CommitmentRow,
    @Ctx() context: ResourcesContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ResourceRow | null> | null {
    return commitment.resourceId === null
      ? null
      : context.resources.with(resourceColumns.ofRecord(info)).load(commitment.resourceId);
  }

  @Mutation(() => RecordFulfilmentPayload, {
    description:
      "登记承诺迄今兑现次数（任一方的联络员）。Records how often a commitment has been kept; for a liaison of any party.",
  })
  async recordFulfilment(
    @Arg("input", () => RecordFulfilmentInput) input: RecordFulfilmentInput,
    @Ctx() context: ResourcesContext,
  ): Promise<{ commitment: CommitmentRow }> {
    return { commitment: await recordFulfilment(context, input) };
  }
}
