import { field, fields, reference } from "@alliance-hub/platform/noun/fields";
import type { Page } from "@alliance-hub/platform/pagination/page";
import { PageArgs } from "@alliance-hub/platform/pagination/page-args";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { CommitteeRef } from "../../references/committee.ref.ts";
import { TermState, termStateOn } from "./term.entity.ts";
import type { TermContext, TermRow } from "./term.loaders.ts";
import { TermConnection, TermType } from "./term.type.ts";

export const TermFields = fields<TermRow, TermContext>(() => TermType, {
  committee: reference(() => CommitteeRef, "committeeId", {
    description: "委员会。The committee.",
  }),
  state: field(
    () => TermState,
    {
      description:
        "状态，按今日与起止日期确定。State. It depends on today's date and the days of the term.",
    },
    (term, { clock }) => termStateOn(term, shanghaiDay(clock())),
  ),
});

export const CommitteeCurrentTerm = fields<CommitteeRef, TermContext>(() => CommitteeRef, {
  currentTerm: field(
    () => TermType,
    {
      nullable: true,
      description:
        "今日所在的任期；已届满或尚未开始的为空。The term that runs today; null if the last one is over or the next one has not begun.",
    },
    ({ id }, { terms }) => terms.current.load(id),
  ),
});

/** The terms of a committee: a field of `Committee` that belongs to this noun. */
@Resolver(() => CommitteeRef)
export class CommitteeTermsResolver {
  @FieldResolver(() => TermConnection, {
    description:
      "历届任期，新的在前；计划中的下一届仅委员会的成员单位、委员与平台管理员可见。All terms, the latest first. Only the committee's units, those with a seat and operators see a planned one.",
  })
  terms(
    @Root() { id }: CommitteeRef,
    @Arg("states", () => [TermState], {
      nullable: true,
      description: "只列这些状态的，默认全部。Only terms in these states; all by default.",
    })
    states: TermState[] | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { terms }: TermContext,
  ): Promise<Page<TermRow>> {
    return terms.ofCommittee(states ?? null).page(id, page);
  }
}
