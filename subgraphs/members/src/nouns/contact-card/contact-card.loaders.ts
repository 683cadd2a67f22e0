import type { NotedReadings } from "@alliance-hub/platform/change/noted-readings";
import { anyMet, isNull } from "@alliance-hub/platform/conditions/condition";
import type { ReadRow } from "@alliance-hub/platform/database/row";
import { keyHolds, textCondition } from "@alliance-hub/platform/database/text-condition";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { ContextWith, TablesWith } from "@alliance-hub/platform/noun/noun-context";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { type ContactCard, ContactCardSchema } from "./contact-card.entity.ts";
import type { ContactCardFilter } from "./contact-card.input.ts";
import { own } from "./contact-card.policy.ts";

/** A contact card as lists and loaders give it, its holder unmasked. */
export type ContactCardRow = ReadRow<ContactCard>;

interface ContactCardTables extends TablesWith<"contactCard", ContactCard> {}

/** What contact cards need of a call. */
export interface ContactCardContext extends ContextWith<
  "contactCards",
  typeof createContactCardLoaders
> {
  readonly contactCardReadings: NotedReadings;
}

/** Loaders of one call. Withdrawn cards are found only by their key. */
export function createContactCardLoaders(context: BaseContext<ContactCardTables>) {
  const cards = recordReads(context, { table: "contactCard", entity: ContactCardSchema });
  const where = [isNull("contactCard.withdrawnAt")];
  const found = (text: string) =>
    anyMet(textCondition("contactCard", text), [
      own(context.viewer),
      keyHolds("contactCard.searchOwnKey", text),
    ]);
  return {
    byId: cards.byId,
    ofOrganization: cards.below("organization.contactCards", "organizationId", { where }),
    ofCommittee: cards.below("committee.contactCards", "committeeId", { where }),
    list: ({ text, ...filter }: ContactCardFilter) =>
      cards.list("contactCards", [
        ...where,
        ...cards.usual(filter),
        text == null ? undefined : found(text),
      ]),
  };
}
