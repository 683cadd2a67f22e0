import type { Page } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { ResourcesContext } from "../../context.ts";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { CollectionRoundState, stateOn } from "./collection-round.entity.ts";
import {
  CloseCollectionRoundInput,
  CloseCollectionRoundPayload,
  OpenCollectionRoundInput,
  OpenCollectionRoundPayload,
} from "./collection-round.input.ts";
import type { CollectionRoundRow } from "./collection-round.loaders.ts";
import { closeCollectionRound, openCollectionRound } from "./collection-round.service.ts";
import { CollectionRoundConnection, CollectionRoundType } from "./collection-round.type.ts";

@Resolver(() => CollectionRoundType)
export class CollectionRoundResolver {
  @Query(() => CollectionRoundType, {
    nullable: true,
    description: "按编号查清单征集。One collection round by its id.",
  })
  collectionRound(
    @Arg("id", () => ID) id: string,
    @Ctx() context: ResourcesContext,
  ): Promise<CollectionRoundRow | null> {
    return context.collectionRounds.byId.load(id);
  }

  @FieldResolver(() => CollectionRoundState, {
    description: "状态；过了截止日即为已结束。State; a round is closed once its last day is over.",
  })
  state(@Root() round: CollectionRoundRow, @Ctx() context: ResourcesContext): CollectionRoundState {
    return stateOn(round, shanghaiDay(context.clock()));
  }

  @FieldResolver(() => CommitteeRef, {
    nullable: true,
    description: "发起的委员会。The committee that calls.",
  })
  committee(@Root() round: CollectionRoundRow): CommitteeRef {
    return { id: round.committeeId };
  }

  @Mutation(() => OpenCollectionRoundPayload, {
    description:
      "发起清单征集（委员会书记）。Opens a call for lists; for the committee's secretary.",
  })
  async openCollectionRound(
    @Arg("input", () => OpenCollectionRoundInput) input: OpenCollectionRoundInput,
    @Ctx() context: ResourcesContext,
  ): Promise<{ collectionRound: CollectionRoundRow }> {
    return { collectionRound: await openCollectionRound(context, input) };
  }

  @Mutation(() => CloseCollectionRoundPayload, {
    description:
      "结束清单征集（委员会书记）。Closes a call for lists; for the committee's secretary.",
  })
  async closeCollectionRound(
    @Arg("input", () => CloseCollectionRoundInput) input: CloseCollectionRoundInput,
    @Ctx() context: ResourcesContext,
  ): Promise<{ collectionRound: CollectionRoundRow }> {
    return { collectionRound: await closeCollectionRound(context, input) };
  }
}

/** A committee's calls for lists: a field of `Committee` that belongs to this noun. */
@Resolver(() => CommitteeRef)
export class CommitteeCollectionRoundsResolver {
  @FieldResolver(() => CollectionRoundConnection, {
    nullable: true,
    description: "该委员会的清单征集，新的在前。Its calls for lists, newest first.",
  })
  collectionRounds(
    @Root() committee: CommitteeRef,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: ResourcesContext,
  ): Promise<Page<CollectionRoundRow>> {
    return context.collectionRounds.ofCommittee.page(committee.id, page);
  }
}
