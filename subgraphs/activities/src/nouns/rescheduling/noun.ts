import type { Noun } from "@alliance-hub/platform/noun/noun";
import { ReschedulingSchema } from "../../mechanisms/reschedulings/rescheduling.ts";
import { createReschedulingLoaders } from "./rescheduling.loaders.ts";
import * as resolvers from "./rescheduling.resolver.ts";

export const rescheduling = {
  name: "Rescheduling",
  entity: ReschedulingSchema,
  loaders: { reschedulings: createReschedulingLoaders },
  resolvers,
} satisfies Noun;
