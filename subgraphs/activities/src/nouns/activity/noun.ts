import type { Noun } from "@alliance-hub/platform/noun/noun";
import { ActivitySchema } from "./activity.entity.ts";
import { type ActivityContext, createActivityLoaders } from "./activity.loaders.ts";
import * as resolvers from "./activity.resolver.ts";

export const activity = {
  name: "Activity",
  entity: ActivitySchema,
  loaders: { activities: createActivityLoaders },
  resolvers: Object.values(resolvers),
  reference: ({ id }: { id: string }, { activities }: ActivityContext) => activities.byId.load(id),
  search: { table: "activity", texts: "array[title, theme, description]" },
} satisfies Noun;
