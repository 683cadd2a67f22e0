import type { Noun } from "@alliance-hub/platform/noun/noun";
import { ActivityUpdateSchema } from "../../mechanisms/update-log/activity-update.ts";
import { createActivityUpdateLoaders } from "./activity-update.loaders.ts";
import * as resolvers from "./activity-update.resolver.ts";

/** What people read of the update log; the log itself is a mechanism. */
export const activityUpdate = {
  name: "ActivityUpdate",
  entity: ActivityUpdateSchema,
  loaders: { updates: createActivityUpdateLoaders },
  resolvers,
} satisfies Noun;
