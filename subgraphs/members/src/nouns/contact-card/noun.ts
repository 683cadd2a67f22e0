import type { Noun } from "@alliance-hub/platform/noun/noun";
import { ContactCardSchema } from "./contact-card.entity.ts";
import { type ContactCardContext, createContactCardLoaders } from "./contact-card.loaders.ts";
import * as resolvers from "./contact-card.resolver.ts";
import { createContactCardReadings } from "./contact-card.service.ts";

export const contactCard = {
  name: "ContactCard",
  entity: ContactCardSchema,
  loaders: {
    contactCards: createContactCardLoaders,
    contactCardReadings: createContactCardReadings,
  },
  resolvers: Object.values(resolvers),
  reference: ({ id }: { id: string }, { contactCards }: ContactCardContext) =>
    contactCards.byId.load(id),
  search: [
    {
      table: "contact_card",
      texts: "array[post, case when consented_at is not null then holder_name end]",
    },
    { table: "contact_card", texts: "array[post, holder_name]", key: "search_own_key" },
  ],
} satisfies Noun;
