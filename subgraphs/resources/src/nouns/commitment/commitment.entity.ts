import { baseProperties } from "@alliance-hub/platform/database/base-entity";
import { keptOut } from "@alliance-hub/platform/field-changes/kept-out";
import { defineEntity, p } from "@mikro-orm/core";

export const CommitmentSchema = defineEntity({
  name: "Commitment",
  tableName: "commitment",
  properties: {
    ...baseProperties,
    agreementId: p.uuid(),
    organizationId: p.uuid(),
    /** The id that stands in the text, if the organisation has been merged into another one since. */
    textOrganizationId: keptOut("BOOKKEEPING", p.uuid().nullable().strictNullable()),
    position: p.integer(),
    clause: p.text(),
    resourceId: p.uuid().nullable().strictNullable(),
    timesPerYear: p.integer().nullable().strictNullable(),
    fulfilled: p.integer(),
  },
});

/** One clause of an agreement: who gives what, how often (承诺事项). */
export class Commitment extends CommitmentSchema.class {}
CommitmentSchema.setClass(Commitment);
