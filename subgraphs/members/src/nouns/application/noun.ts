import { recordNoun } from "@alliance-hub/platform/noun/noun";
import { ApplicationSchema } from "./application.entity.ts";
import { createApplicationLoaders } from "./application.loaders.ts";
import * as resolvers from "./application.resolver.ts";

export const application = recordNoun({
  name: "Application",
  entity: ApplicationSchema,
  loaders: { applications: createApplicationLoaders },
  resolvers,
});
