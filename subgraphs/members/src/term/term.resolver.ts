import type { Page } from "@alliance-hub/kit/pagination/page";
import { PageArgs } from "@alliance-hub/kit/pagination/page-args";
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { MembersContext } from "../context.ts";
import { CommitteeRef } from "../references/committee.ref.ts";
import { StartTermInput, StartTermPayload } from "./term.input.ts";
import type { TermRow } from "./term.loaders.ts";
import { startTerm } from "./term.service.ts";
import { TermConnection, TermType } from "./term.type.ts";

@Resolver(() => TermType)
export class TermResolver {
  @FieldResolver(() => CommitteeRef, { nullable: true, description: "委员会。The committee." })
  committee(@Root() term: TermRow): CommitteeRef {
    return { id: term.committeeId };
  }

  @Mutation(() => StartTermPayload, {
    description:
      "换届（书记，或平台管理员）。Ends the current term and starts the next; for the secretary or an operator.",
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
  @FieldResolver(() => TermType, { nullable: true, description: "本届任期。The term that runs." })
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
