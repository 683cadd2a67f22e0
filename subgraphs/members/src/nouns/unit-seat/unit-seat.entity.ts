import { baseProperties, placeProperties } from "@alliance-hub/platform/database/base-entity";
import { keptOut } from "@alliance-hub/platform/field-changes/kept-out";
import { defineEntity, p } from "@mikro-orm/core";

export const UnitSeatSchema = defineEntity({
  name: "UnitSeat",
  tableName: "unit_seat",
  properties: {
    ...baseProperties,
    // The place of the body.
    ...placeProperties,
    /** The organisation in which the person sits. */
    bodyId: p.uuid(),
    /** The organisation that sends the person. */
    organizationId: p.uuid(),
    holderName: keptOut("PERSONAL", p.string()),
    role: p.string(),
    since: p.date(),
    until: p.date().nullable().strictNullable(),
    endReason: keptOut("PERSONAL", p.string().nullable().strictNullable()),
    agreementId: p.uuid().nullable().strictNullable(),
  },
});

/** A person's seat in a body that is no committee (双向进入、交叉任职). */
export class UnitSeat extends UnitSeatSchema.class {}
UnitSeatSchema.setClass(UnitSeat);
