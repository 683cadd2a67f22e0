import {
  baseProperties,
  placeProperties,
  searchProperties,
} from "@alliance-hub/platform/database/base-entity";
import { columnsOf } from "@alliance-hub/platform/database/columns";
import { defineEntity, p } from "@mikro-orm/core";

const properties = {
  ...baseProperties,
  ...placeProperties,
  organizationId: p.uuid().nullable().strictNullable(),
  committeeId: p.uuid().nullable().strictNullable(),
  post: p.string(),
  holderName: p.string(),
  officePhone: p.string().nullable().strictNullable(),
  hours: p.string().nullable().strictNullable(),
  /** When the holder's consent was recorded. If null, name and telephone are masked. */
  consentedAt: p.datetime().nullable().strictNullable(),
  withdrawnAt: p.datetime().nullable().strictNullable(),
  withdrawReason: p.string().nullable().strictNullable(),
};
export const CONTACT_CARD_COLUMNS = columnsOf("contactCard", properties);

export const ContactCardSchema = defineEntity({
  name: "ContactCard",
  tableName: "contact_card",
  // A separate search key lets the unit itself find a card by its holder even if the name is masked for others.
  properties: { ...properties, ...searchProperties, searchOwnKey: p.text().lazy() },
});

/** A post's public contact (连心卡), of a unit or of a committee. */
export class ContactCard extends ContactCardSchema.class {}
ContactCardSchema.setClass(ContactCard);
