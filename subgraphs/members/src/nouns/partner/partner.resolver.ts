import { fields, reference } from "@alliance-hub/platform/noun/fields";
import { mutations } from "@alliance-hub/platform/noun/mutations";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { OrganizationRef } from "../../references/organization.ref.ts";
import * as inputs from "./partner.input.ts";
import type { PartnerContext, PartnerRow } from "./partner.loaders.ts";
import * as service from "./partner.service.ts";
import { PartnerType } from "./partner.type.ts";

@Resolver(() => PartnerType)
export class PartnerResolver {
  @Query(() => [PartnerType], {
    description:
      "单位的合作系统，密钥有效的，先登记的在前（本单位联络员，或平台管理员）。A unit's partner systems whose keys are valid, oldest first; for its liaisons and operators.",
  })
  partners(
    @Arg("organizationId", () => ID, { description: "单位的编号。The unit's id." })
    organizationId: string,
    @Ctx() context: PartnerContext,
  ): Promise<PartnerRow[]> {
    return service.listPartners(context, organizationId);
  }
}

export const PartnerFields = fields<PartnerRow, PartnerContext>(() => PartnerType, {
  organization: reference(() => OrganizationRef, "organizationId", {
    description: "所代表的单位。The unit for which it acts.",
  }),
});

const by = { zh: "本单位联络员，或平台管理员", en: "the unit's liaisons and operators" };

export const EnterPartnerMutations = mutations(
  { payload: inputs.EnterPartnerPayload, by },
  { inputs, service },
  {
    enterPartner: {
      zh: "登记合作系统，密钥只显示一次",
      en: "Enters a partner system and shows its key once",
    },
  },
);

export const RevokePartnerMutations = mutations(
  { field: "partner", type: PartnerType, description: "合作系统。The partner system.", by },
  { inputs, service },
  {
    revokePartner: {
      zh: "吊销合作系统的密钥，即刻失效",
      en: "Revokes a partner system's key, at once",
    },
  },
);
