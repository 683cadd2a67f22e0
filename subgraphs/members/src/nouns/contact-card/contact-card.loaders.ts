import type { NotedReadings } from "@alliance-hub/platform/change/noted-readings";
import type { DirectoryTables } from "@alliance-hub/platform/directory/directory";
import { isRecord } from "@alliance-hub/platform/database/one-of";
import type { Row } from "@alliance-hub/platform/database/row";
import { keyHolds, textCondition } from "@alliance-hub/platform/database/text-condition";
import { recordReads } from "@alliance-hub/platform/loaders/record-reads";
import type { BaseContext } from "@alliance-hub/platform/subgraph/context";
import { type Expression, type SqlBool, sql } from "kysely";
import { CONTACT_CARD_COLUMNS, type ContactCard } from "./contact-card.entity.ts";
import type { ContactCardArgs } from "./contact-card.input.ts";
import { own } from "./contact-card.policy.ts";

/** A contact card as lists and loaders give it, its holder unmasked. */
export type ContactCardRow = Omit<Row<ContactCard>, `search${string}`>;

interface ContactCardTables extends DirectoryTables {
  contactCard: Row<ContactCard>;
}

/** What contact cards need of a call. */
export interface ContactCardContext extends BaseContext<ContactCardTables> {
  readonly contactCards: ContactCardLoaders;
  readonly contactCardReadings: NotedReadings;
}

/** Reads of contact cards. */
export type ContactCardLoaders = ReturnType<typeof createContactCardLoaders>;

/** Loaders of one call. Withdrawn cards are found only by their key. */
export function createContactCardLoaders(context: BaseContext<ContactCardTables>) {
  const isOwn = own(context.viewer);
  const shown = sql<SqlBool>`contact_card.withdrawn_at is null`;
  const cards = recordReads<ContactCardTables, "contactCard", ContactCardRow>(context, {
    table: "contactCard",
    columns: CONTACT_CARD_COLUMNS,
  });
  const found = (text: string): Expression<SqlBool> =>
    sql<SqlBool>`(${textCondition("contactCard", text)}
      or ${isOwn} and ${keyHolds("contactCard.searchOwnKey", text)})`;
  return {
    byId: cards.byId,
    ofOrganization: cards.below("organization.contactCards", "organizationId", { where: [shown] }),
    ofCommittee: cards.below("committee.contactCards", "committeeId", { where: [shown] }),
    list: ({ regionCode, organizationId, committeeId, text }: ContactCardArgs) =>
      cards.list("contactCards", [
        shown,
        cards.within(regionCode),
        isRecord("contactCard.organizationId", organizationId),
        isRecord("contactCard.committeeId", committeeId),
        text == null ? undefined : found(text),
      ]),
  };
}
