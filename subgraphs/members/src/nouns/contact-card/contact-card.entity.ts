import {
  baseProperties,
  ownerProperties,
  placeProperties,
  searchProperties,
  withdrawalProperties,
} from "@alliance-hub/platform/database/base-entity";
import { keptOut } from "@alliance-hub/platform/field-changes/kept-out";
import { defineEntity, p } from "@mikro-orm/core";

export const ContactCardSchema = defineEntity({
  name: "ContactCard",
  tableName: "contact_card",
  properties: {
    ...baseProperties,
    ...placeProperties,
    ...ownerProperties,
    post: keptOut("PERSONAL", p.string()),
    holderName: keptOut("PERSONAL", p.string()),
    officePhone: keptOut("PERSONAL", p.string().nullable().strictNullable()),
    hours: keptOut("PERSONAL", p.string().nullable().strictNullable()),
    /** When the holder's consent was recorded. If null, name and telephone are masked. */
    consentedAt: p.datetime().nullable().strictNullable(),
    ...withdrawalProperties,
    withdrawReason: keptOut("PERSONAL", withdrawalProperties.withdrawReason),
    ...searchProperties,
    // Lets the unit itself find a card by its holder even if the name is masked for others.
    searchOwnKey: keptOut("BOOKKEEPING", p.text().lazy()),
  },
});

/** A post's public contact (连心卡), of a unit or of a committee. */
export class ContactCard extends ContactCardSchema.class {}
ContactCardSchema.setClass(ContactCard);
