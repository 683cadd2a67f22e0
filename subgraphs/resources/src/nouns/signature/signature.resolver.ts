import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { AgreementRow } from "../agreement/agreement.loaders.ts";
import type { ResourcesContext } from "../../context.ts";
import { SignAgreementInput, SignAgreementPayload } from "./signature.input.ts";
import { signAgreement } from "./signature.service.ts";

@Resolver()
export class SignatureResolver {
  @Mutation(() => SignAgreementPayload, {
    description:
      "代表一方签署；末一方签署即生效。Signs for a party; the last signature puts it in force.",
  })
  async signAgreement(
    @Arg("input", () => SignAgreementInput) input: SignAgreementInput,
    @Ctx() context: ResourcesContext,
  ): Promise<{ agreement: AgreementRow }> {
    return { agreement: await signAgreement(context, input) };
  }
}
