import { recordNoun } from "@alliance-hub/platform/noun/noun";
import { AgendaItemSchema } from "./agenda-item.entity.ts";
import { createAgendaItemLoaders } from "./agenda-item.loaders.ts";
import * as resolvers from "./agenda-item.resolver.ts";

export const agendaItem = recordNoun({
  name: "AgendaItem",
  entity: AgendaItemSchema,
  loaders: { agendaItems: createAgendaItemLoaders },
  resolvers,
});
