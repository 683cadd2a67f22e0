import { connectionField } from "@alliance-hub/platform/noun/connection-field";
import { field, fields, reference } from "@alliance-hub/platform/noun/fields";
import { shanghaiDay } from "@alliance-hub/platform/scalars/shanghai-day";
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

export const CommitteeTerms = connectionField({
  on: () => CommitteeRef,
  name: "terms",
  connection: TermConnection,
  description: "历届任期，新的在前。All terms, the latest first.",
  pages: ({ terms }: TermContext) => terms.ofCommittee,
});
