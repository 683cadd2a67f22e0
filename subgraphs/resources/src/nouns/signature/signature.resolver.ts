import { mutations } from "@alliance-hub/platform/noun/mutations";
import { AgreementType } from "../agreement/agreement.type.ts";
import * as inputs from "./signature.input.ts";
import * as service from "./signature.service.ts";

export const SignatureMutations = mutations(
  { field: "agreement", type: AgreementType, description: "协议。The agreement." },
  { inputs, service },
  {
    signAgreement:
      "代表一方签署；最后一方签署后即生效。Signs for a party. The last signature puts the agreement in force.",
  },
);
