import { type Page, fetchPage } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Info,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import type { ResourcesContext } from "../../context.ts";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import {
  PublishResourceInput,
  PublishResourcePayload,
  ResourceFilter,
  ShareResourceInput,
  ShareResourcePayload,
  UpdateResourceInput,
  UpdateResourcePayload,
  WithdrawResourceInput,
  WithdrawResourcePayload,
} from "./resource.input.ts";
import { type ResourceRow, resourceColumns } from "./resource.loaders.ts";
import {
  publishResource,
  shareResource,
  updateResource,
  withdrawResource,
} from "./resource.service.ts";
import { ResourceConnection, ResourceType } from "./resource.type.ts";

@Resolver(() => ResourceType)
export class ResourceResolver {
  @Query(() => ResourceType, {
    nullable: true,
    description: "按编号查资源。One resource by its id.",
  })
  resource(
    @Arg("id", () => ID) id: string,
    @Ctx() context: ResourcesContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ResourceRow | null> {
    return context.resources.with(resourceColumns.ofRecord(info)).load(id);
  }

  @Query(() => ResourceConnection, {
    description: "资源清单，新的在前。The list of resources, newest first.",
  })
  async resources(
    @Arg("filter", () => ResourceFilter, { nullable: true }) filter: ResourceFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: ResourcesContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<ResourceRow>> {
    const list = await context.resources.list(filter ?? {}, resourceColumns.ofConnection(info));
    return await fetchPage(context.rows, list, page);
  }

  @FieldResolver(() => OrganizationRef, {
    nullable: true,
    description: "提供单位。The unit that offers it.",
  })
  provider(@Root() resource: ResourceRow): OrganizationRef {
    return { id: resource.providerId };
  }

  @FieldResolver(() => CommitteeRef, {
    nullable: true,
    description: "列入哪个委员会的清单。The committee on whose list it is.",
  })
  committee(@Root() resource: ResourceRow): CommitteeRef | null {
    return resource.committeeId === null ? null : { id: resource.committeeId };
  }

  @Mutation(() => ShareResourcePayload, {
    description: "共享资源（提供单位联络员）。Shares a resource; for the provider's liaison.",
  })
  async shareResource(
    @Arg("input", () => ShareResourceInput) input: ShareResourceInput,
    @Ctx() context: ResourcesContext,
  ): Promise<{ resource: ResourceRow }> {
    return { resource: await shareResource(context, input) };
  }

  @Mutation(() => UpdateResourcePayload, {
    description: "更改资源（提供单位联络员）。Changes a resource; for the provider's liaison.",
  })
  async updateResource(
    @Arg("input", () => UpdateResourceInput) input: UpdateResourceInput,
    @Ctx() context: ResourcesContext,
  ): Promise<{ resource: ResourceRow }> {
    return { resource: await updateResource(context, input) };
  }

  @Mutation(() => PublishResourcePayload, {
    description: "发布草稿（提供单位联络员）。Publishes a draft; for the provider's liaison.",
  })
  async publishResource(
    @Arg("input", () => PublishResourceInput) input: PublishResourceInput,
    @Ctx() context: ResourcesContext,
  ): Promise<{ resource: ResourceRow }> {
    return { resource: await publishResource(context, input) };
  }

  @Mutation(() => WithdrawResourcePayload, {
    description:
      "撤回资源，尚未开始的预约随之取消（提供单位联络员）。Withdraws a resource and cancels bookings of it that have not begun; for the provider's liaison.",
  })
  async withdrawResource(
    @Arg("input", () => WithdrawResourceInput) input: WithdrawResourceInput,
    @Ctx() context: ResourcesContext,
  ): Promise<{ resource: ResourceRow }> {
    return { resource: await withdrawResource(context, input) };
  }
}

/** What a unit offers: a field of `Organization` that belongs to this noun. */
@Resolver(() => OrganizationRef)
export class OrganizationResourcesResolver {
  @FieldResolver(() => ResourceConnection, {
    nullable: true,
    description: "该单位已发布的资源，新的在前。What the unit offers, newest first.",
  })
  resources(
    @Root() organization: OrganizationRef,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: ResourcesContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<ResourceRow>> {
    return context.resources
      .ofProvider(resourceColumns.ofConnection(info))
      .page(organization.id, page);
  }
}

/** What is on a committee's list: a field of `Committee` that belongs to this noun. */
@Resolver(() => CommitteeRef)
export class CommitteeResourcesResolver {
  @FieldResolver(() => ResourceConnection, {
    nullable: true,
    description: "该委员会清单上的资源，新的在前。The resources on its list, newest first.",
  })
  resources(
    @Root() committee: CommitteeRef,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: ResourcesContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<ResourceRow>> {
    return context.resources
      .ofCommittee(resourceColumns.ofConnection(info))
      .page(committee.id, page);
  }
}
