import { recordNoun } from "@alliance-hub/platform/noun/noun";
import { ContactCardSchema } from "./contact-card.entity.ts";
import { createContactCardLoaders } from "./contact-card.loaders.ts";
import * as resolvers from "./contact-card.resolver.ts";
import { createContactCardReadings } from "./contact-card.service.ts";

export const contactCard = recordNoun({
  name: "ContactCard",
  entity: ContactCardSchema,
  loaders: {
    contactCards: createContactCardLoaders,
    contactCardReadings: createContactCardReadings,
  },
  resolvers,
  search: [
    { texts: "array[post, case when consented_at is not null then holder_name end]" },
    { texts: "array[post, holder_name]", key: "search_own_key" },
  ],
});
