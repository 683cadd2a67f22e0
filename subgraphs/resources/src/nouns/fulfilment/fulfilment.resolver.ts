import { mutations } from "@alliance-hub/platform/noun/mutations";
import { CommitmentType } from "../commitment/commitment.type.ts";
import * as inputs from "./fulfilment.input.ts";
import * as service from "./fulfilment.service.ts";

export const FulfilmentMutations = mutations(
  { field: "commitment", type: CommitmentType, description: "承诺事项。The commitment." },
  { inputs, service },
  {
    recordFulfilment:
      "登记承诺迄今兑现次数（任一方的联络员）。Records how often a commitment has been kept; for a liaison of any party.",
  },
);
