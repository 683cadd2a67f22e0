import type { Noun } from "@alliance-hub/platform/noun/noun";
import { CorrectionSchema } from "../../mechanisms/corrections/correction.ts";
import { createCorrectionLoaders } from "./correction.loaders.ts";
import * as resolvers from "./correction.resolver.ts";

export const correction = {
  name: "Correction",
  entity: CorrectionSchema,
  loaders: { corrections: createCorrectionLoaders },
  resolvers,
} satisfies Noun;
