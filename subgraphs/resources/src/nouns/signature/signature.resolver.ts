import { mutation, mutations } from "@alliance-hub/platform/noun/mutations";
import { AgreementType } from "../agreement/agreement.type.ts";
import { SignAgreementInput } from "./signature.input.ts";
import { signAgreement } from "./signature.service.ts";

export const SignatureMutations = mutations(
  { field: "agreement", type: AgreementType, description: "协议。The agreement." },
  {
    signAgreement: mutation(
      SignAgreementInput,
      signAgreement,
      "代表一方签署；最后一方签署后即生效。Signs for a party. The last signature puts the agreement in force.",
    ),
  },
);
