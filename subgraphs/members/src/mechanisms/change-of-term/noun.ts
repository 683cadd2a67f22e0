import type { Noun } from "@alliance-hub/platform/noun/noun";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import * as inputs from "../../nouns/term/term.input.ts";
import { TermType } from "../../nouns/term/term.type.ts";
import * as service from "./start-term.ts";

export const TermMutations = mutations(
  { field: "term", type: TermType, description: "任期。The term." },
  { inputs, service },
  {
    startTerm:
      "换届（书记，或平台管理员）：本届及其委员任至下届开始的前一日。Enters the next term; for the secretary or an operator. The current term and its seats end on the day before the next one begins.",
  },
);

/** What opens and closes a term together with its seats; it has no record of its own. */
export const changeOfTerm = {
  name: "Term",
  loaders: {},
  resolvers: { TermMutations },
} satisfies Noun;
