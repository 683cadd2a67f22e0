import { recordNoun } from "@alliance-hub/platform/noun/noun";
import { HandoverSchema } from "./handover.entity.ts";
import { createHandoverLoaders } from "./handover.loaders.ts";
import * as resolvers from "./handover.resolver.ts";

export const handover = recordNoun({
  name: "Handover",
  entity: HandoverSchema,
  loaders: { handovers: createHandoverLoaders },
  resolvers,
});
