import { DiscardDraftPayload } from "@alliance-hub/platform/noun/discard-draft.type";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { AgreementType } from "../agreement/agreement.type.ts";
import * as inputs from "./agreement-draft.input.ts";
import * as service from "./agreement-draft.service.ts";

export const AgreementDraftMutations = mutations(
  { field: "agreement", type: AgreementType, description: "协议。The agreement." },
  { inputs, service },
  {
    draftAgreement:
      "草拟协议（一方的联络员，或主持该委员会者）。Drafts an agreement; for a party's liaison or whoever runs the committee.",
    reviseAgreement: "修改草拟中的协议。Changes an agreement that is still a draft.",
  },
);

export const AgreementDiscard = mutations(
  { payload: DiscardDraftPayload },
  { inputs, service },
  {
    discardAgreement:
      "删除草稿，不能恢复（一方的联络员，或主持该委员会者）。Discards a draft for good; for a party's liaison or whoever runs the committee.",
  },
);
