import { type Page, fetchPage } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { CollectionRoundRow } from "../collection-round/collection-round.loaders.ts";
import { CollectionRoundType } from "../collection-round/collection-round.type.ts";
import type { ResourcesContext } from "../../context.ts";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { OrganizationRef } from "../../references/organization.ref.ts";
import {
  NeedFilter,
  PostNeedInput,
  PostNeedPayload,
  PublishNeedInput,
  PublishNeedPayload,
  WithdrawNeedInput,
  WithdrawNeedPayload,
} from "./need.input.ts";
import type { NeedRow } from "./need.loaders.ts";
import { postNeed, publishNeed, withdrawNeed } from "./need.service.ts";
import { NeedConnection, NeedType } from "./need.type.ts";

@Resolver(() => NeedType)
export class NeedResolver {
  @Query(() => NeedType, { nullable: true, description: "按编号查需求。One need by its id." })
  need(@Arg("id", () => ID) id: string, @Ctx() context: ResourcesContext): Promise<NeedRow | null> {
    return context.needs.byId.load(id);
  }

  @Query(() => NeedConnection, {
    description: "需求清单，新的在前。The list of needs, newest first.",
  })
  async needs(
    @Arg("filter", () => NeedFilter, { nullable: true }) filter: NeedFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: ResourcesContext,
  ): Promise<Page<NeedRow>> {
    return await fetchPage(context.rows, await context.needs.list(filter ?? {}), page);
  }

  @FieldResolver(() => OrganizationRef, {
    nullable: true,
    description: "提出单位。The unit that asks.",
  })
  organization(@Root() need: NeedRow): OrganizationRef {
    return { id: need.organizationId };
  }

  @FieldResolver(() => CommitteeRef, {
    nullable: true,
    description: "向哪个委员会提出。The committee it is put to.",
  })
  committee(@Root() need: NeedRow): CommitteeRef | null {
    return need.committeeId === null ? null : { id: need.committeeId };
  }

  @FieldResolver(() => CollectionRoundType, {
    nullable: true,
    description:
      "应哪次清单征集而提；不可见则为空。The collection round it answers; null for those who may not see it.",
  })
  collectionRound(
    @Root() need: NeedRow,
    @Ctx() context: ResourcesContext,
  ): Promise<CollectionRoundRow | null> | null {
    return need.collectionRoundId === null
      ? null
      : context.collectionRounds.byId.load(need.collectionRoundId);
  }

  @Mutation(() => PostNeedPayload, {
    description: "提出需求（提出单位联络员）。Posts a need; for the unit's liaison.",
  })
  async postNeed(
    @Arg("input", () => PostNeedInput) input: PostNeedInput,
    @Ctx() context: ResourcesContext,
  ): Promise<{ need: NeedRow }> {
    return { need: await postNeed(context, input) };
  }

  @Mutation(() => PublishNeedPayload, {
    description: "发布草稿（提出单位联络员）。Publishes a draft; for the unit's liaison.",
  })
  async publishNeed(
    @Arg("input", () => PublishNeedInput) input: PublishNeedInput,
    @Ctx() context: ResourcesContext,
  ): Promise<{ need: NeedRow }> {
    return { need: await publishNeed(context, input) };
  }

  @Mutation(() => WithdrawNeedPayload, {
    description: "撤回需求（提出单位联络员）。Withdraws a need; for the unit's liaison.",
  })
  async withdrawNeed(
    @Arg("input", () => WithdrawNeedInput) input: WithdrawNeedInput,
    @Ctx() context: ResourcesContext,
  ): Promise<{ need: NeedRow }> {
    return { need: await withdrawNeed(context, input) };
  }
}

/** What a unit asks for: a field of `Organization` that belongs to this noun. */
@Resolver(() => OrganizationRef)
export class OrganizationNeedsResolver {
  @FieldResolver(() => NeedConnection, {
    nullable: true,
    description: "该单位已发布的需求，新的在前。What the unit asks for, newest first.",
  })
  needs(
    @Root() organization: OrganizationRef,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: ResourcesContext,
  ): Promise<Page<NeedRow>> {
    return context.needs.ofOrganization.page(organization.id, page);
  }
}

/** What was put to a committee: a field of `Committee` that belongs to this noun. */
@Resolver(() => CommitteeRef)
export class CommitteeNeedsResolver {
  @FieldResolver(() => NeedConnection, {
    nullable: true,
    description: "向该委员会提出的需求，新的在前。The needs put to it, newest first.",
  })
  needs(
    @Root() committee: CommitteeRef,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: ResourcesContext,
  ): Promise<Page<NeedRow>> {
    return context.needs.ofCommittee.page(committee.id, page);
  }
}
