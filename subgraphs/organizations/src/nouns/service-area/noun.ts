import { recordNoun } from "@alliance-hub/platform/noun/noun";
import { ServiceAreaSchema } from "./service-area.entity.ts";
import { createServiceAreaLoaders } from "./service-area.loaders.ts";
import * as resolvers from "./service-area.resolver.ts";

export const serviceArea = recordNoun({
  name: "ServiceArea",
  entity: ServiceAreaSchema,
  loaders: { serviceAreas: createServiceAreaLoaders },
  resolvers,
});
