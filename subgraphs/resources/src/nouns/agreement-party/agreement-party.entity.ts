import { keptOut } from "@alliance-hub/platform/field-changes/kept-out";
import { defineEntity, p } from "@mikro-orm/core";

export const AgreementPartySchema = defineEntity({
  name: "AgreementParty",
  tableName: "agreement_party",
  properties: {
    agreementId: p.uuid().primary(),
    organizationId: p.uuid().primary(),
    /** The id that stands in the text, if the organisation has been merged into another one since. */
    textOrganizationId: keptOut("BOOKKEEPING", p.uuid().nullable().strictNullable()),
    position: p.integer(),
    signedAt: p.datetime().nullable().strictNullable(),
    /** The sign-in of the person who signed. It is kept as evidence and never appears in the graph. */
    signedBy: keptOut("PERSONAL", p.string().nullable().strictNullable()),
    signedHash: keptOut("BOOKKEEPING", p.string().nullable().strictNullable()),
  },
});

/** One side of an agreement, with its signature. */
export class AgreementParty extends AgreementPartySchema.class {}
AgreementPartySchema.setClass(AgreementParty);
