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
      "代表一方签署；末一方签署即生效。Signs for a party; the last signature puts it in force.",
    ),
  },
);
