import type { Noun } from "@alliance-hub/platform/noun/noun";
import { AgendaItemSchema } from "./agenda-item.entity.ts";
import { type AgendaItemContext, createAgendaItemLoaders } from "./agenda-item.loaders.ts";
import * as resolvers from "./agenda-item.resolver.ts";

export const agendaItem = {
  name: "AgendaItem",
  entity: AgendaItemSchema,
  loaders: { agendaItems: createAgendaItemLoaders },
  resolvers: Object.values(resolvers),
  reference: ({ id }: { id: string }, { agendaItems }: AgendaItemContext) =>
    agendaItems.byId.load(id),
} satisfies Noun;
