import { recordNoun } from "@alliance-hub/platform/noun/noun";
import { ActivitySchema } from "./activity.entity.ts";
import { createActivityLoaders } from "./activity.loaders.ts";
import * as resolvers from "./activity.resolver.ts";

export const activity = recordNoun({
  name: "Activity",
  entity: ActivitySchema,
  loaders: { activities: createActivityLoaders },
  resolvers,
  search: [{ texts: "array[title, theme, description]" }],
});
