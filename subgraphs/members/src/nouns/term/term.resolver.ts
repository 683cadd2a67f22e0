import type { Page } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { MembersContext } from "../../context.ts";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { StartTermInput, StartTermPayload } from "./term.input.ts";
import { TermState, termStateOn } from "./term.entity.ts";
import type { TermRow } from "./term.loaders.ts";
import { startTerm } from "./term.service.ts";
import { TermConnection, TermType } from "./term.type.ts";

@Resolver(() => TermType)
export class TermResolver {
  @FieldResolver(() => CommitteeRef, { nullable: true, description: "委员会。The committee." })
  committee(@Root() term: TermRow): CommitteeRef {
    return { id: term.committeeId };
  }

  @FieldResolver(() => TermState, {
    description: "状态；按今日与起止日期算得。State, as today and the days of the term say.",
  })
  state(@Root() term: TermRow, @Ctx() context: MembersContext): TermState {
    return termStateOn(term, shanghaiDay(context.clock()));
  }

  @Mutation(() => StartTermPayload, {
    description:
      "换届（书记，或平台管理员）：本届及其委员任至下届开始的前一日。Enters the next term: the current one and its seats last to the eve of its first day; for the secretary or an operator.",
  })
  async startTerm(
    @Arg("input", () => StartTermInput) input: StartTermInput,
    @Ctx() context: MembersContext,
  ): Promise<{ term: TermRow }> {
    return { term: await startTerm(context, input) };
  }
}

/** The terms of a committee: fields of `Committee` that belong to this noun. */
@Resolver(() => CommitteeRef)
export class CommitteeTermsResolver {
  @FieldResolver(() => TermType, {
    nullable: true,
    description:
      "今日所在的任期；已届满或未到任则空。The term that runs today; null where the last one is over or the first has not begun.",
  })
  currentTerm(
    @Root() committee: CommitteeRef,
    @Ctx() context: MembersContext,
  ): Promise<TermRow | null> {
    return context.terms.current.load(committee.id);
  }

  @FieldResolver(() => TermConnection, {
    description: "历届任期，新的在前。All terms, the latest first.",
  })
  terms(
    @Root() committee: CommitteeRef,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: MembersContext,
  ): Promise<Page<TermRow>> {
    return context.terms.ofCommittee.page(committee.id, page);
  }
}
