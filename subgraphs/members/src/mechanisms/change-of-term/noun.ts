import type { Noun } from "@alliance-hub/platform/noun/noun";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import * as inputs from "../../nouns/term/term.input.ts";
import { DiscardPlannedTermPayload, TermType } from "../../nouns/term/term.type.ts";
import * as entered from "./enter-term.ts";
import * as planned from "./planned-term.ts";

const by = { zh: "书记，或平台管理员", en: "the secretary or an operator" };
const term = { field: "term", type: TermType, description: "任期。The term." };

export const TermMutations = mutations(
  term,
  { inputs, service: { ...entered, updatePlannedTerm: planned.updatePlannedTerm } },
  {
    startTerm:
      "换届（书记，或平台管理员）：本届及其委员任至下届开始的前一日。Enters the next term; for the secretary or an operator. The current term and its seats end on the day before the next one begins.",
    planTerm:
      "筹备换届（书记，或平台管理员）：本届任期内预先登记下一届及其委员，到起日零时（北京时间）接任。Plans the next term with its seats while the current one runs; for the secretary or an operator. It takes over when its first day begins in Asia/Shanghai.",
    updatePlannedTerm: `更改筹备中的下一届（${by.zh}）。Changes a planned term; for ${by.en}.`,
  },
);

export const DiscardPlannedTerm = mutations(
  { payload: DiscardPlannedTermPayload, by },
  { inputs, service: planned },
  {
    discardPlannedTerm: {
      zh: "取消筹备中的下一届，本届任满其原定任期",
      en: "Gives a planned term up, and the current one lasts to its own last day",
    },
  },
);

/** What opens and closes a term together with its seats; it has no record of its own. */
export const changeOfTerm = {
  name: "Term",
  loaders: {},
  resolvers: { TermMutations, DiscardPlannedTerm },
} satisfies Noun;
