import { fields, reference } from "@alliance-hub/platform/noun/fields";
import { OrganizationRef } from "../../references/organization.ref.ts";
import type { AgreementPartyRow } from "./agreement-party.loaders.ts";
import { AgreementPartyType } from "./agreement-party.type.ts";

export const AgreementPartyFields = fields<AgreementPartyRow, unknown>(() => AgreementPartyType, {
  organization: reference(() => OrganizationRef, "organizationId", {
    description: "单位。The organisation.",
  }),
});
